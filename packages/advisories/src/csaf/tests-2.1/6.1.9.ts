import type { CsafRule, RuleFinding } from "../rule.ts";
import { type CvssObject, cvssObjects } from "./shared/cvss-objects.ts";
import { computedScores, severityOfScore } from "./shared/cvss-scores.ts";
import { isText, member } from "./shared/json.ts";

const stages = ["base", "temporal", "environmental"] as const;

function contradictions(cvss: CvssObject): RuleFinding[] {
  const computed = computedScores(cvss.vector);
  if (computed === null) return [];
  return stages.flatMap((stage) => {
    const right = computed[stage];
    const findings: RuleFinding[] = [];
    const wrong = (key: string, said: unknown, computed: string | number) =>
      findings.push({ path: `${cvss.path}/${key}`, message: `${key} is ${said}; ${cvss.vector} gives ${computed}` });
    const score = member(cvss.value, `${stage}Score`);
    if (typeof score === "number" && right !== null && score !== right) wrong(`${stage}Score`, score, right);
    const severity = member(cvss.value, `${stage}Severity`);
    const rightSeverity = right === null ? null : severityOfScore(right);
    if (isText(severity) && cvss.kind !== "cvss_v2" && rightSeverity !== null && severity !== rightSeverity)
      wrong(`${stage}Severity`, severity, rightSeverity);
    return findings;
  });
}

/** CSAF 2.1, section 6.1.9: the vector takes precedence. In CVSS 4.0 `baseScore` is the score of the whole vector. */
export const rule: CsafRule = {
  id: "6.1.9",
  group: "mandatory",
  title: "Invalid CVSS Computation",
  check(document) {
    return cvssObjects(document).flatMap(contradictions);
  },
};
