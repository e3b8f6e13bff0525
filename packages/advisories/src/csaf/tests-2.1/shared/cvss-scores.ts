import calculator from "ae-cvss-calculator";
import { vectorFault, versionOfVector } from "../../../cvss/vector.ts";

const { Cvss2, Cvss3P0, Cvss3P1, Cvss4P0 } = calculator;

/** The scores of one vector; null where its CVSS version has no such score. */
export interface ComputedScores {
  base: number;
  temporal: number | null;
  environmental: number | null;
}

const calculators = { "2.0": Cvss2, "3.0": Cvss3P0, "3.1": Cvss3P1 };

const tenth = (score: number): number => Math.round(score * 10) / 10;

/** An environmental metric that says what the base says: with it, the calculator works the environmental score out. */
function withEnvironment(vector: string): string {
  const accessVector = /(?:^|\/)AV:([A-Z])(?=\/|$)/.exec(vector)?.[1] ?? "";
  return vector.startsWith("CVSS:") ? `${vector}/MAV:${accessVector}` : `${vector}/TD:H`;
}

/** Computes what a vector says. Null where it is not a vector of a published version. */
export function computedScores(vector: string): ComputedScores | null {
  const version = versionOfVector(vector);
  if (version === null || vectorFault(vector, version) !== null) return null;
  if (version === "4.0") {
    const { overall } = new Cvss4P0(vector).calculateScores();
    return { base: tenth(overall), temporal: null, environmental: null };
  }
  const Calculator = calculators[version];
  const { base = 0, temporal = base, environmental } = new Calculator(vector).calculateScores();
  const whole = environmental ?? new Calculator(withEnvironment(vector)).calculateScores().environmental ?? temporal;
  return { base: tenth(base), temporal: tenth(temporal), environmental: tenth(whole) };
}

/** CVSS 3.0 and 3.1, section 5; CVSS 4.0, section 6. */
export function severityOfScore(score: number): string {
  if (score <= 0) return "NONE";
  if (score < 4) return "LOW";
  if (score < 7) return "MEDIUM";
  return score < 9 ? "HIGH" : "CRITICAL";
}
