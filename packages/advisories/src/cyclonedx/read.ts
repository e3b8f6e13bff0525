import type { AdvisoryDocument } from "../advisory.ts";
import { utcTime } from "../dates.ts";
import { documentOf } from "../document.ts";
import { type Fields, Part } from "../part.ts";
import { Reading } from "../reading.ts";
import { type CycloneDxContext, readBomAuthor, readBomComponents } from "./context.ts";
import { readVulnerability } from "./vulnerability.ts";

/** Reads the vulnerabilities of a CycloneDX document (VEX, VDR, or an SBOM that has them). JSON, 1.4 and later. */
export function readCycloneDx(bom: Fields, reading: Reading): AdvisoryDocument {
  const part = new Part(reading, bom);
  const context: CycloneDxContext = {
    components: readBomComponents(part),
    documentId: part.text("serialNumber") ?? reading.file ?? "cyclonedx",
    author: readBomAuthor(part),
    timestamp: part.part("metadata")?.time("timestamp") ?? null,
  };
  return read(part, context);
}

/**
 * Reads the raw `vulnerabilities` of an SBOM whose components were read elsewhere. Places are told as in the SBOM.
 *
 * @param context.timestamp as written; anything but a time counts as not said.
 */
export function readCycloneDxVulnerabilities(
  values: readonly unknown[],
  context: CycloneDxContext & { file?: string },
): AdvisoryDocument {
  const part = new Part(new Reading(context.file), { vulnerabilities: values });
  return read(part, { ...context, timestamp: context.timestamp === null ? null : utcTime(context.timestamp) });
}

function read(bom: Part, context: CycloneDxContext): AdvisoryDocument {
  const read = bom.parts("vulnerabilities").map((part, i) => readVulnerability(part, i + 1, context));
  return documentOf("cyclonedx", bom.reading, {
    advisories: read.map(({ advisory }) => advisory),
    statements: read.flatMap(({ statements }) => statements),
  });
}
