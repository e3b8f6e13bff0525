import type { CsafRule, RuleFinding } from "../rule.ts";
import { type CvssMetric, metricsOf2, metricsOf3, metricsOf4 } from "./shared/cvss-metrics.ts";
import { type CvssObject, cvssObjects } from "./shared/cvss-objects.ts";
import { member } from "./shared/json.ts";

const metricsOf: { [kind in CvssObject["kind"]]: CvssMetric[] } = {
  cvss_v2: metricsOf2,
  cvss_v3: metricsOf3,
  cvss_v4: metricsOf4,
};

/** A metric that a vector leaves out has the value "not defined", where the metric has it. */
const notDefined = "NOT_DEFINED";

function contradictions({ path, value, kind, version, vector }: CvssObject): RuleFinding[] {
  const parts = new Map(vector.split("/").map((part) => part.split(":", 2) as [string, string | undefined]));
  const prefix = parts.get("CVSS");
  const findings: RuleFinding[] = [];
  if (prefix !== undefined && version !== "" && prefix !== version)
    findings.push({
      path: `${path}/version`,
      message: `version is ${version}, but the vector begins with CVSS:${prefix}`,
    });
  for (const { key, property, values } of metricsOf[kind]) {
    const said = member(value, property);
    const inVector = parts.get(key);
    const right = inVector === undefined ? notDefined : Object.hasOwn(values, inVector) ? values[inVector] : undefined;
    const optional = Object.values(values).includes(notDefined);
    if (said === undefined || right === undefined || said === right || (inVector === undefined && !optional)) continue;
    const place = inVector === undefined ? `has no ${key}` : `has ${key}:${inVector}`;
    findings.push({ path: `${path}/${property}`, message: `${property} is ${said}, but the vector ${place}` });
  }
  return findings;
}

/** CSAF 2.1, section 6.1.10. */
export const rule: CsafRule = {
  id: "6.1.10",
  group: "mandatory",
  title: "Inconsistent CVSS",
  check(document) {
    return cvssObjects(document)
      .filter(({ vector }) => vector !== "")
      .flatMap(contradictions);
  },
};
