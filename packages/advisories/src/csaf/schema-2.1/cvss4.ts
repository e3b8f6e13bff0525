import { metricsOf4 } from "../tests-2.1/shared/cvss-metrics.ts";
import { cvssIds, matching, type Schema } from "./parts.ts";

/** The lowest and highest score of each severity (CVSS 4.0, section 6). */
const severities = [
  ["NONE", 0, 0],
  ["LOW", 0.1, 3.9],
  ["MEDIUM", 4, 6.9],
  ["HIGH", 7, 8.9],
  ["CRITICAL", 9, 10],
] as const;

const mandatory = 11;
const vector = metricsOf4
  .map(({ key, values }, index) => {
    const part = `/${key}:(${Object.keys(values).join("|")})`;
    return index < mandatory ? part : `(${part})?`;
  })
  .join("");

/** In the JSON of 4.0, and taken out by 4.0.1: the one score is that of the whole vector. */
const noLonger = ["threatScore", "threatSeverity", "environmentalScore", "environmentalSeverity"];

/** The JSON of CVSS 4.0 in its version 4.0.1. */
export const cvss4Schema: Schema = {
  $id: cvssIds.v4,
  type: "object",
  required: ["version", "vectorString", "baseScore", "baseSeverity"],
  properties: {
    version: { const: "4.0" },
    vectorString: matching(`^CVSS:4\\.0${vector}$`),
    ...Object.fromEntries(metricsOf4.map(({ property, values }) => [property, { enum: Object.values(values) }])),
    baseScore: { type: "number", minimum: 0, maximum: 10, multipleOf: 0.1 },
    baseSeverity: { enum: severities.map(([severity]) => severity) },
    ...Object.fromEntries(noLonger.map((property) => [property, false])),
  },
  anyOf: severities.map(([severity, minimum, maximum]) => ({
    properties: { baseScore: { minimum, maximum }, baseSeverity: { const: severity } },
  })),
};
