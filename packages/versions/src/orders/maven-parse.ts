import { dot, hyphen, isDigit, trimSpace, withoutLeadingZeros } from "../characters.ts";

/** A number or a qualifier, and what stood before it. */
export interface Token {
  /** After a hyphen, or where digits and letters meet: less than after a dot. Of no account before a qualifier. */
  hyphen: boolean;
  /** Empty for a number. */
  qualifier: string;
  /** Without leading zeros; empty for zero and for a qualifier. */
  digits: string;
  /** Of a qualifier after a dot: whether it stands alone (`1.x.2`, `1.x-y`), or opens a list as after a hyphen (`1.x2`). */
  alone: boolean;
}

/** What a single letter directly before a digit means. */
const shortened: ReadonlyMap<string, string> = new Map([
  ["a", "alpha"],
  ["b", "beta"],
  ["m", "milestone"],
]);

/** Qualifiers that mean the release itself. */
const releases = new Set(["ga", "final", "release"]);

export const release = "release";

function qualifierOf(word: string, beforeDigit: boolean): string {
  if (releases.has(word)) return release;
  if (word === "cr") return "rc";
  return (beforeDigit ? shortened.get(word) : undefined) ?? word;
}

/** Splits at dots, hyphens, and between digits and letters. An empty token is zero. */
function split(text: string): Token[] {
  const tokens: Token[] = [];
  let afterHyphen = false;
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const unit = text.charCodeAt(at);
    const separator = at === text.length || unit === dot || unit === hyphen;
    const transition = !separator && at > start && isDigit(unit) !== isDigit(text.charCodeAt(at - 1));
    if (!separator && !transition) continue;
    const part = text.slice(start, at);
    const number = part === "" || isDigit(part.charCodeAt(0));
    tokens.push({
      hyphen: afterHyphen,
      qualifier: number ? "" : qualifierOf(part, transition),
      digits: number ? withoutLeadingZeros(part) : "",
      alone: !number && !afterHyphen && separator && !isDigit(text.charCodeAt(unit === hyphen ? at + 1 : at)),
    });
    afterHyphen = transition || unit === hyphen;
    start = transition ? at : at + 1;
  }
  return tokens;
}

/** Whether a token is what stands in for one that is missing: zero, or the release. */
export function isNothing(token: Token): boolean {
  return token.digits === "" && (token.qualifier === "" || token.qualifier === release);
}

/**
 * Takes out the zeros at the end, before a hyphen and before a qualifier, and whatever is nothing at the end. A release in
 * the middle stays: `1.0.Final-redhat-1` is below `1.0.SP1-redhat-1` (MNG-7714).
 */
function trim(tokens: Token[]): Token[] {
  const kept: Token[] = [];
  for (const token of tokens.reverse()) {
    const next = kept.at(-1);
    const zero = token.digits === "" && token.qualifier === "";
    if (next === undefined) {
      if (!isNothing(token)) kept.push({ ...token, alone: false });
    } else if (!zero || !(next.hyphen || next.qualifier !== "")) kept.push(token);
    // What stood after a zero that opened a list now opens it.
    else next.hyphen ||= token.hyphen;
  }
  const tokensKept = kept.reverse();
  for (const [i, token] of tokensKept.entries()) token.alone &&= i > 0 && !token.hyphen;
  return tokensKept;
}

/** Reads a version by Maven's "Version Order Specification": any text but none is one. */
export function parseMaven(whole: string): Token[] | null {
  const text = trimSpace(whole).toLowerCase();
  return text === "" ? null : trim(split(text));
}
