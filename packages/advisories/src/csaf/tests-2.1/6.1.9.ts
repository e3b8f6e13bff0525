import { quote } from "@bongsu/base";
import type { CsafRule, RuleFinding } from "../rule.ts";
import { type CvssObject, cvssObjects } from "./shared/cvss-objects.ts";
import { type ComputedScores, computedScores, severityOfScore } from "./shared/cvss-scores.ts";
import { completeVector } from "./shared/cvss-vector.ts";
import { isText, member } from "./shared/json.ts";

const stages = ["base", "temporal", "environmental"] as const;

/** What one stage may be: the score of the vector, and where it leaves metrics to the JSON, the score with those. */
function rightScores(computed: ComputedScores[], stage: (typeof stages)[number]): number[] {
  return computed.map((scores) => scores[stage]).filter((score) => score !== null);
}

function contradictions(cvss: CvssObject): RuleFinding[] {
  const vectors = new Set([cvss.vector, completeVector(cvss)]);
  const computed = [...vectors].map(computedScores).filter((scores) => scores !== null);
  return stages.flatMap((stage) => {
    const scores = rightScores(computed, stage);
    if (scores.length === 0) return [];
    const findings: RuleFinding[] = [];
    const wrong = (key: string, said: unknown, right: string | number | undefined) => {
      const message = `${key} is ${quote(said)}; ${quote(cvss.vector)} gives ${right}`;
      findings.push({ path: `${cvss.path}/${key}`, message });
    };
    const score = member(cvss.value, `${stage}Score`);
    if (typeof score === "number" && !scores.includes(score)) wrong(`${stage}Score`, score, scores[0]);
    const severity = member(cvss.value, `${stage}Severity`);
    const severities = scores.map(severityOfScore);
    if (isText(severity) && cvss.kind !== "cvss_v2" && !severities.includes(severity))
      wrong(`${stage}Severity`, severity, severities[0]);
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
