/** One CVSS metric: its key in a vector, its member in FIRST's JSON, and the JSON value of each vector value. */
export interface CvssMetric {
  key: string;
  property: string;
  values: { [vectorValue: string]: string };
}

const metric = (key: string, property: string, values: CvssMetric["values"]): CvssMetric => ({ key, property, values });

/** The same metric as the environment modifies it: one value more, `X`, for "as the base says". */
const modified = (of: CvssMetric, values: CvssMetric["values"] = of.values): CvssMetric =>
  metric(`M${of.key}`, `modified${of.property.charAt(0).toUpperCase()}${of.property.slice(1)}`, {
    X: "NOT_DEFINED",
    ...values,
  });

const requirements = (values: CvssMetric["values"]): CvssMetric[] => [
  metric("CR", "confidentialityRequirement", values),
  metric("IR", "integrityRequirement", values),
  metric("AR", "availabilityRequirement", values),
];

const impacts = (values: CvssMetric["values"]): CvssMetric[] => [
  metric("C", "confidentialityImpact", values),
  metric("I", "integrityImpact", values),
  metric("A", "availabilityImpact", values),
];

const level2 = { L: "LOW", M: "MEDIUM", H: "HIGH", ND: "NOT_DEFINED" };

/** CVSS 2.0. */
export const metricsOf2: CvssMetric[] = [
  metric("AV", "accessVector", { L: "LOCAL", A: "ADJACENT_NETWORK", N: "NETWORK" }),
  metric("AC", "accessComplexity", { H: "HIGH", M: "MEDIUM", L: "LOW" }),
  metric("Au", "authentication", { M: "MULTIPLE", S: "SINGLE", N: "NONE" }),
  ...impacts({ N: "NONE", P: "PARTIAL", C: "COMPLETE" }),
  metric("E", "exploitability", {
    ...{ U: "UNPROVEN", POC: "PROOF_OF_CONCEPT", F: "FUNCTIONAL", H: "HIGH", ND: "NOT_DEFINED" },
  }),
  metric("RL", "remediationLevel", {
    ...{ OF: "OFFICIAL_FIX", TF: "TEMPORARY_FIX", W: "WORKAROUND", U: "UNAVAILABLE", ND: "NOT_DEFINED" },
  }),
  metric("RC", "reportConfidence", {
    ...{ UC: "UNCONFIRMED", UR: "UNCORROBORATED", C: "CONFIRMED", ND: "NOT_DEFINED" },
  }),
  metric("CDP", "collateralDamagePotential", {
    ...{ N: "NONE", L: "LOW", LM: "LOW_MEDIUM", MH: "MEDIUM_HIGH", H: "HIGH", ND: "NOT_DEFINED" },
  }),
  metric("TD", "targetDistribution", { N: "NONE", ...level2 }),
  ...requirements(level2),
];

const level = { X: "NOT_DEFINED", L: "LOW", M: "MEDIUM", H: "HIGH" };

const base3: CvssMetric[] = [
  metric("AV", "attackVector", { N: "NETWORK", A: "ADJACENT_NETWORK", L: "LOCAL", P: "PHYSICAL" }),
  metric("AC", "attackComplexity", { L: "LOW", H: "HIGH" }),
  metric("PR", "privilegesRequired", { N: "NONE", L: "LOW", H: "HIGH" }),
  metric("UI", "userInteraction", { N: "NONE", R: "REQUIRED" }),
  metric("S", "scope", { U: "UNCHANGED", C: "CHANGED" }),
  ...impacts({ N: "NONE", L: "LOW", H: "HIGH" }),
];

/** CVSS 3.0 and 3.1: their JSON is the same. */
export const metricsOf3: CvssMetric[] = [
  ...base3,
  metric("E", "exploitCodeMaturity", {
    ...{ X: "NOT_DEFINED", U: "UNPROVEN", P: "PROOF_OF_CONCEPT", F: "FUNCTIONAL", H: "HIGH" },
  }),
  metric("RL", "remediationLevel", {
    ...{ X: "NOT_DEFINED", O: "OFFICIAL_FIX", T: "TEMPORARY_FIX", W: "WORKAROUND", U: "UNAVAILABLE" },
  }),
  metric("RC", "reportConfidence", { X: "NOT_DEFINED", U: "UNKNOWN", R: "REASONABLE", C: "CONFIRMED" }),
  ...requirements(level),
  ...base3.map((of) => modified(of)),
];

const none = { H: "HIGH", L: "LOW", N: "NONE" };
const exploitability4: CvssMetric[] = [
  metric("AV", "attackVector", { N: "NETWORK", A: "ADJACENT", L: "LOCAL", P: "PHYSICAL" }),
  metric("AC", "attackComplexity", { L: "LOW", H: "HIGH" }),
  metric("AT", "attackRequirements", { N: "NONE", P: "PRESENT" }),
  metric("PR", "privilegesRequired", { N: "NONE", L: "LOW", H: "HIGH" }),
  metric("UI", "userInteraction", { N: "NONE", P: "PASSIVE", A: "ACTIVE" }),
];
const vulnerableSystem = [
  metric("VC", "vulnConfidentialityImpact", none),
  metric("VI", "vulnIntegrityImpact", none),
  metric("VA", "vulnAvailabilityImpact", none),
];
const subsequentSystem = [
  metric("SC", "subConfidentialityImpact", none),
  metric("SI", "subIntegrityImpact", none),
  metric("SA", "subAvailabilityImpact", none),
];

/** CVSS 4.0, in the order of its vector: first the eleven that must be there. */
export const metricsOf4: CvssMetric[] = [
  ...exploitability4,
  ...vulnerableSystem,
  ...subsequentSystem,
  metric("E", "exploitMaturity", { X: "NOT_DEFINED", A: "ATTACKED", P: "PROOF_OF_CONCEPT", U: "UNREPORTED" }),
  ...requirements(level),
  ...[...exploitability4, ...vulnerableSystem].map((of) => modified(of)),
  ...subsequentSystem.map((of) => {
    const negligible = { H: "HIGH", L: "LOW", N: "NEGLIGIBLE" };
    return modified(of, of.key === "SC" ? negligible : { ...negligible, S: "SAFETY" });
  }),
  metric("S", "Safety", { X: "NOT_DEFINED", N: "NEGLIGIBLE", P: "PRESENT" }),
  metric("AU", "Automatable", { X: "NOT_DEFINED", N: "NO", Y: "YES" }),
  metric("R", "Recovery", { X: "NOT_DEFINED", A: "AUTOMATIC", U: "USER", I: "IRRECOVERABLE" }),
  metric("V", "valueDensity", { X: "NOT_DEFINED", D: "DIFFUSE", C: "CONCENTRATED" }),
  metric("RE", "vulnerabilityResponseEffort", { X: "NOT_DEFINED", L: "LOW", M: "MODERATE", H: "HIGH" }),
  metric("U", "providerUrgency", {
    ...{ X: "NOT_DEFINED", Clear: "CLEAR", Green: "GREEN", Amber: "AMBER", Red: "RED" },
  }),
];
