import type { AdvisoryDocument, AdvisoryFormat } from "./advisory.ts";
import type { Reading } from "./reading.ts";

/** A document as its reader gathered it. Call it last: it takes the problems noted so far. */
export function documentOf(
  format: AdvisoryFormat,
  reading: Reading,
  content: Partial<Omit<AdvisoryDocument, "format" | "problems">>,
): AdvisoryDocument {
  return { format, advisories: [], statements: [], exploited: [], epss: [], ...content, problems: reading.problems };
}
