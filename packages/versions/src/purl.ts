import { BongsuError, type Problem, type Text } from "@bongsu/base";
import { canonicalParts, write } from "./purl/format.ts";
import { problemInPart, problemInText } from "./purl/invalid.ts";
import { parseParts } from "./purl/parse.ts";
import type { Purl, PurlParts } from "./purl/parts.ts";
import { rules } from "./purl/rules.ts";

export type { Purl, PurlPart, PurlParts } from "./purl/parts.ts";
export { isRegisteredType } from "./purl/types/index.ts";

/**
 * Reads a package URL as ECMA-427 and the definition of its type demand it, decoded and normalised.
 *
 * @throws BongsuError `versions.invalid-purl`, with the offset at which a rule is broken.
 */
export function parsePurl(text: string): Purl {
  return parseParts(text, (rule, index) => {
    throw new BongsuError(problemInText(text, rule, index));
  });
}

/**
 * Writes a package URL in its canonical form.
 *
 * @throws BongsuError `versions.invalid-purl`, with the part that breaks a rule of ECMA-427 or of the type.
 */
export function formatPurl(purl: PurlParts): string {
  const canonical = canonicalParts(purl, (rule, part) => {
    throw new BongsuError(problemInPart(sketch(purl), rule, part));
  });
  return write(canonical);
}

/** What was found in the field: the parts, or null where they cannot be made out, and what is wrong. */
export interface PurlReading {
  purl: Purl | null;
  problems: Problem[];
}

/** More than this need not be known of what is wrong with one package URL. */
const mostProblems = 20;

/**
 * Reads a package URL as documents really write it: keys in capitals, a missing namespace, a stray `%` and other
 * deviations that leave no doubt are read, with a warning for each of the first twenty. Never throws.
 */
export function readPurl(text: string): PurlReading {
  const problems: Problem[] = [];
  const warn = (rule: Text, index: number) => {
    if (problems.length < mostProblems) problems.push({ ...problemInText(text, rule, index), severity: "warning" });
  };
  const trimmed = text.trim();
  if (trimmed !== text) warn(rules.blank, 0);
  const shift = text.length - text.trimStart().length;
  try {
    const purl = parseParts(trimmed, (rule, index) => warn(rule, index + shift));
    return { purl, problems };
  } catch (error) {
    if (!(error instanceof BongsuError)) throw error;
    return { purl: null, problems: [...problems, error.problem] };
  }
}

/**
 * The canonical form of a package URL as documents really write it.
 *
 * @throws BongsuError `versions.invalid-purl` where it has none.
 */
export function canonicalPurl(text: string): string {
  const { purl, problems } = readPurl(text);
  const last = problems.at(-1);
  if (purl !== null) return formatPurl(purl);
  throw new BongsuError(last ?? problemInText(text, rules.scheme, 0));
}

/** Parts as they were handed in, for a message. */
function sketch(purl: PurlParts): string {
  return `pkg:${purl.type}/${purl.namespace ? `${purl.namespace}/` : ""}${purl.name}`;
}
