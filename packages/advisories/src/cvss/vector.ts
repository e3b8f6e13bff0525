import { type CvssVersion, grammars, type VectorGrammar } from "./metrics.ts";

/** What is wrong with a vector: a few words of each, for the message. */
export interface VectorFault {
  rule: "version" | "form" | "metric" | "value" | "twice" | "missing" | "order";
  /** The part of the vector at fault, or the metric that is missing. */
  part: string;
}

/** No vector of any version is longer, even with every metric. */
const longestVector = 500;

/** The version that a vector claims by its prefix; CVSS 2 where it has none. Null for a prefix that nobody published. */
export function versionOfVector(vector: string): CvssVersion | null {
  if (!vector.startsWith("CVSS:")) return "2.0";
  const version = vector.slice(5, 8);
  return (version === "3.0" || version === "3.1" || version === "4.0") && vector[8] === "/" ? version : null;
}

/** Finds the first fault of a vector under its version's grammar; null where there is none. */
export function vectorFault(vector: string, version: CvssVersion): VectorFault | null {
  const grammar = grammars[version];
  if (vector.length > longestVector) return { rule: "form", part: vector };
  const seen = new Set<string>();
  let last = -1;
  for (const part of vector.slice(grammar.prefix.length).split("/")) {
    const colon = part.indexOf(":");
    if (colon < 1) return { rule: "form", part };
    const name = part.slice(0, colon);
    const position = positionOf(grammar, name);
    const metric = grammar.metrics[position];
    if (metric === undefined) return { rule: "metric", part };
    if (!metric[1].includes(part.slice(colon + 1))) return { rule: "value", part };
    if (seen.has(name)) return { rule: "twice", part };
    if (grammar.ordered && position < last) return { rule: "order", part };
    seen.add(name);
    last = position;
  }
  const missing = grammar.metrics.slice(0, grammar.mandatory).find(([name]) => !seen.has(name));
  return missing === undefined ? null : { rule: "missing", part: missing[0] };
}

function positionOf(grammar: VectorGrammar, name: string): number {
  return grammar.metrics.findIndex((metric) => metric[0] === name);
}
