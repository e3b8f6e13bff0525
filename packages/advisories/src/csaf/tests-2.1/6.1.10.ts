import { quote } from "@bongsu/base";
import type { CsafRule, RuleFinding } from "../rule.ts";
import { type CvssObject, cvssObjects } from "./shared/cvss-objects.ts";
import { metricsOfKind, vectorParts } from "./shared/cvss-vector.ts";
import { member } from "./shared/json.ts";

function contradictions({ path, value, kind, version, vector }: CvssObject): RuleFinding[] {
  const parts = vectorParts(vector);
  const prefix = parts.get("CVSS");
  const findings: RuleFinding[] = [];
  if (prefix !== undefined && version !== "" && prefix !== version)
    findings.push({
      path: `${path}/version`,
      message: `version is ${quote(version)}, but the vector begins with ${quote(`CVSS:${prefix}`)}`,
    });
  for (const { key, property, values } of metricsOfKind[kind]) {
    const said = member(value, property);
    const inVector = parts.get(key);
    if (said === undefined || inVector === undefined || !Object.hasOwn(values, inVector)) continue;
    if (said !== values[inVector])
      findings.push({
        path: `${path}/${property}`,
        message: `${property} is ${quote(said)}, but the vector has ${key}:${inVector}`,
      });
  }
  return findings;
}

/** CSAF 2.1, section 6.1.10. A metric that the vector leaves out contradicts nothing. */
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
