export { combineIndexes } from "./compiled/combine.ts";
export { compileIndex, IndexBuilder } from "./compiled/compile.ts";
export { isCompiledIndex, openIndex, verifyIndex } from "./compiled/open.ts";
export { packRecord } from "./compiled/pack.ts";
export {
  cpeEcosystem,
  cpeKey,
  identityOfKey,
  packageKey,
  purlEcosystem,
  purlKey,
  subjectKeys,
} from "./compiled/package-key.ts";
export type { AdvisoryIndex, AdvisoryRecord, IndexSummary, Posting, VulnerabilityRecord } from "./compiled/record.ts";
export type { Cpe } from "./cpe/cpe.ts";
export { includesCpe, parseCpe } from "./cpe/parse.ts";
export type { Bom, MatchOptions } from "./input.ts";
export { match } from "./match.ts";
export { matchingProblems } from "./problems.ts";
export type { ReportContext } from "./reports/context.ts";
export { csvReport } from "./reports/csv.ts";
export { cycloneDxVexReport } from "./reports/cyclonedx-vex.ts";
export { jsonReport, jsonSchema } from "./reports/json.ts";
export { markdownReport } from "./reports/markdown.ts";
export { openVexReport } from "./reports/openvex.ts";
export { sarifReport } from "./reports/sarif.ts";
export { type TableOptions, tableReport } from "./reports/table.ts";
export type * from "./result.ts";
export { type IgnoreEntry, readIgnore } from "./rules/ignore.ts";
export { installedVersion } from "./rules/installed.ts";
export { type SortOrder, sortFindings, sortOrders } from "./sort.ts";
