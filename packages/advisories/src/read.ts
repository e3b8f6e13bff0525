import { parseJson } from "@bongsu/base";
import type { AdvisoryDocument } from "./advisory.ts";
import { readCsaf } from "./csaf/read.ts";
import { readCve, readCveRecord } from "./cve/read.ts";
import { readCycloneDx } from "./cyclonedx/read.ts";
import { documentOf } from "./document.ts";
import { isEpss, readEpss } from "./epss/read.ts";
import { readKev } from "./kev/read.ts";
import { readOpenVex } from "./openvex/read.ts";
import { readOsv, readOsvRecord } from "./osv/read.ts";
import { type Fields, isFields, Part } from "./part.ts";
import { advisoryProblems } from "./problems.ts";
import { Reading } from "./reading.ts";
import { recogniseAdvisory } from "./recognise.ts";

export interface ReadAdvisoriesOptions {
  /** Named in the places of problems, and where a document has no id of its own. */
  file?: string;
}

/**
 * Reads a document of any of the formats: its bytes or text (JSON; EPSS as CSV), or a JSON value already parsed.
 * Records of OSV and CVE may also stand in a list (`[…]`, `{ "vulns": […] }`).
 *
 * Whatever could not be read is in `problems`, with its place; the rest is there.
 *
 * @throws BongsuError `advisories.unknown-format`, `advisories.unsupported-version`, or `json.*` where the text is no JSON.
 */
export function readAdvisories(input: unknown, options: ReadAdvisoriesOptions = {}): AdvisoryDocument {
  const reading = new Reading(options.file);
  if (typeof input !== "string" && !(input instanceof Uint8Array)) return readValue(input, reading);
  const head = typeof input === "string" ? input.slice(0, 64) : new TextDecoder().decode(input.subarray(0, 64));
  if (isEpss(head)) return readEpss(typeof input === "string" ? input : new TextDecoder().decode(input), reading);
  // XML (a CycloneDX document is read with the SBOMs, a CVRF one not at all) would only be told how JSON begins.
  if (head.replace("\ufeff", "").trimStart().startsWith("<")) throw unknownFormat(null, reading);
  return readValue(parseJson(input, options.file === undefined ? {} : { file: options.file }), reading);
}

function readValue(value: unknown, reading: Reading): AdvisoryDocument {
  const format = recogniseAdvisory(typeof value === "string" ? null : value);
  if (Array.isArray(value) && (format === "osv" || format === "cve")) return readList(value, "", format, reading);
  if (!isFields(value)) throw unknownFormat(value, reading);
  switch (format) {
    case "osv":
      return Array.isArray(value.vulns) ? readList(value.vulns, "/vulns", format, reading) : readOsv(value, reading);
    case "cve":
      return Array.isArray(value.vulns) ? readList(value.vulns, "/vulns", format, reading) : readCve(value, reading);
    case "csaf-2.0":
    case "csaf-2.1":
      return readCsaf(value, format, reading);
    case "cyclonedx":
      return readCycloneDx(value, reading);
    case "openvex":
      return readOpenVex(value, reading);
    case "kev":
      return readKev(value, reading);
    default:
      throw unknownFormat(value, reading);
  }
}

/** Records one after the other; each is read as what it is. */
function readList(list: unknown[], path: string, format: "osv" | "cve", reading: Reading): AdvisoryDocument {
  const advisories = list.flatMap((record, i) => {
    const kind = isFields(record) ? recogniseAdvisory(record) : null;
    if (isFields(record) && kind === "osv") return readOsvRecord(new Part(reading, record, null, `${path}/${i}`)) ?? [];
    if (isFields(record) && kind === "cve") return readCveRecord(new Part(reading, record, null, `${path}/${i}`)) ?? [];
    reading.report("advisories.unknown-format", {}, `${path}/${i}`);
    return [];
  });
  return documentOf(format, reading, { advisories });
}

function unknownFormat(value: unknown, reading: Reading) {
  const place = reading.file === undefined ? {} : { file: reading.file };
  const version = isFields(value) ? olderVersion(value) : null;
  if (version !== null) return advisoryProblems.error("advisories.unsupported-version", version, place);
  return advisoryProblems.error("advisories.unknown-format", {}, place);
}

/** Versions that we know of but do not read. */
function olderVersion(fields: Fields): { format: string; version: string; supported: string } | null {
  const { document, data_type: dataType, data_version: dataVersion } = fields;
  if (dataType === "CVE")
    return { format: "CVE", version: typeof dataVersion === "string" ? dataVersion : "4.0", supported: "CVE 5" };
  if (isFields(document) && typeof document.csaf_version === "string")
    return { format: "CSAF", version: document.csaf_version, supported: "CSAF 2.0, 2.1" };
  return null;
}
