import type { AdvisoryFormat } from "./advisory.ts";
import { isEpss } from "./epss/read.ts";
import { type Fields, isFields } from "./part.ts";

/** So much of a text tells its format. */
const headLength = 1 << 18;

/**
 * Tells an advisory's format: from a parsed JSON value by its members, or from (the beginning of) a text or its bytes
 * by the names that stand in it. Null where it is none of those that are read.
 */
export function recogniseAdvisory(input: unknown): AdvisoryFormat | null {
  if (typeof input === "string") return formatOfHead(input.slice(0, headLength));
  if (input instanceof Uint8Array) return formatOfHead(new TextDecoder().decode(input.subarray(0, headLength)));
  if (Array.isArray(input)) return isFields(input[0]) ? formatOfRecord(input[0]) : null;
  return isFields(input) ? formatOfFields(input) : null;
}

function formatOfFields(fields: Fields): AdvisoryFormat | null {
  const { document, vulnerabilities, vulns } = fields;
  if (isFields(document) && document.csaf_version === "2.0") return "csaf-2.0";
  if (isFields(document) && document.csaf_version === "2.1") return "csaf-2.1";
  if (fields.bomFormat === "CycloneDX") return "cyclonedx";
  if (isOpenVex(fields["@context"])) return "openvex";
  if (Array.isArray(vulnerabilities) && (fields.catalogVersion !== undefined || fields.dateReleased !== undefined))
    return "kev";
  if (Array.isArray(vulns)) return isFields(vulns[0]) ? formatOfRecord(vulns[0]) : null;
  return formatOfRecord(fields);
}

/** Formats of which one document is one record. */
function formatOfRecord(fields: Fields): "osv" | "cve" | null {
  if (fields.dataType === "CVE_RECORD" || (isFields(fields.cveMetadata) && isFields(fields.containers))) return "cve";
  if (fields.id === undefined || fields.bomFormat !== undefined) return null;
  return fields.modified !== undefined || fields.affected !== undefined || fields.schema_version !== undefined
    ? "osv"
    : null;
}

function isOpenVex(context: unknown): boolean {
  const first: unknown = Array.isArray(context) ? context[0] : context;
  return typeof first === "string" && first.startsWith("https://openvex.dev/ns");
}

function formatOfHead(head: string): AdvisoryFormat | null {
  if (isEpss(head)) return "epss";
  const csaf = /"csaf_version"\s*:\s*"2\.([01])"/.exec(head);
  if (csaf !== null) return csaf[1] === "0" ? "csaf-2.0" : "csaf-2.1";
  if (/"bomFormat"\s*:\s*"CycloneDX"/.test(head)) return "cyclonedx";
  if (/"@context"\s*:\s*(?:\[\s*)?"https:\/\/openvex\.dev\/ns/.test(head)) return "openvex";
  if (/"dataType"\s*:\s*"CVE_RECORD"/.test(head) || /"containers"\s*:\s*\{\s*"(?:adp|cna)"\s*:/.test(head))
    return "cve";
  if (/"catalogVersion"\s*:/.test(head) || /"cveID"\s*:/.test(head)) return "kev";
  const has = (name: string) => new RegExp(`"${name}"\\s*:`).test(head);
  return has("id") && (has("modified") || has("schema_version")) && !has("spdxVersion") ? "osv" : null;
}
