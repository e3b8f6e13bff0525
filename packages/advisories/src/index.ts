export * from "./advisory.ts";
export { type AliasGroup, joinAliases } from "./aliases.ts";
export type * from "./csaf/document.ts";
export {
  type CsafGroup,
  type CsafReport,
  type CsafValidationOptions,
  type CsafVersion,
  type RuleFinding,
  type RuleReport,
  validateCsaf,
} from "./csaf/validate.ts";
export { type CsafOptions, type CsafPublisher, type CsafTracking, toCsaf } from "./csaf/write.ts";
export type * from "./cve/record.ts";
export { type CveAssigner, toCve } from "./cve/write.ts";
export { type CvssScore, type CvssVersion, compareRatings, cvss, ratingOfScore, ratingOfWord } from "./cvss/index.ts";
export { justificationOf, stateOf } from "./cyclonedx/analysis.ts";
export type { BomComponent, CycloneDxContext } from "./cyclonedx/context.ts";
export type { CycloneDxVex } from "./cyclonedx/document.ts";
export { readCycloneDxVulnerabilities } from "./cyclonedx/read.ts";
export { type CycloneDxVexOptions, toCycloneDxVex } from "./cyclonedx/write.ts";
export { compareNames, isCveId } from "./names.ts";
export { type OpenVexDocument, type OpenVexOptions, toOpenVex } from "./openvex/write.ts";
export type { OsvRecord } from "./osv/record.ts";
export { toOsv } from "./osv/write.ts";
export { type AdvisoryProblemCode, advisoryProblems } from "./problems.ts";
export { type ReadAdvisoriesOptions, readAdvisories } from "./read.ts";
export { recogniseAdvisory } from "./recognise.ts";
export { bestSeverity } from "./severity.ts";
export { tlpLabel } from "./tlp.ts";
export type { Written } from "./written.ts";
