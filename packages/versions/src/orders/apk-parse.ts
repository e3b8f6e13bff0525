import { dot, endOfDigits, hyphen, isDigit, tilde, underscore } from "../characters.ts";

/**
 * The kinds of tokens, in the order of apk's own `enum PARTS`. Where two versions first differ in kind, the one whose
 * kind stands later here is the lower, but for the suffixes of pre-releases, which are below everything.
 */
export const kinds = {
  first: 0,
  number: 1,
  letter: 2,
  suffix: 3,
  suffixNumber: 4,
  commit: 5,
  revision: 6,
  end: 7,
  /** An empty number, as in `1..2`; apk 3 stops at it, apk 2 read on. */
  gap: 8,
  /** What apk cannot read; the rest of the text does not count. */
  invalid: 9,
} as const;

export interface Token {
  kind: (typeof kinds)[keyof typeof kinds];
  text: string;
}

function isLower(unit: number): boolean {
  return unit >= 97 && unit <= 122;
}

function endOfLower(text: string, start: number): number {
  let end = start;
  while (isLower(text.charCodeAt(end))) end++;
  return end;
}

function endOfCommit(text: string, start: number): number {
  let end = start;
  for (;;) {
    const unit = text.charCodeAt(end);
    if (!isDigit(unit) && !(unit >= 97 && unit <= 102)) return end;
    end++;
  }
}

/** The suffixes in their order; those before the empty one are of pre-releases (apk-package(5)). */
export const suffixes = ["alpha", "beta", "pre", "rc", "", "cvs", "svn", "git", "hg", "p"];

/** Reads the token at `at` that may follow one of kind `last`. */
function tokenAt(text: string, at: number, last: number): { token: Token; end: number } {
  const take = (kind: Token["kind"], from: number, end: number) => ({
    token: { kind, text: text.slice(from, end) },
    end,
  });
  const invalid = { token: { kind: kinds.invalid, text: "" }, end: text.length };
  if (at === text.length) return take(kinds.end, at, at);
  const unit = text.charCodeAt(at);
  const inNumbers = last <= kinds.number || last === kinds.gap;
  if (isLower(unit)) return inNumbers ? take(kinds.letter, at, at + 1) : invalid;
  if (isDigit(unit)) {
    const end = endOfDigits(text, at);
    if (last === kinds.suffix) return take(kinds.suffixNumber, at, end);
    // apk 3 stops at a digit after the letter; versions such as 6.6.2p1 are from before it, and apk 2 read on.
    return last === kinds.letter ? take(kinds.number, at, end) : invalid;
  }
  if (unit === dot && inNumbers) {
    const end = endOfDigits(text, at + 1);
    return take(end > at + 1 ? kinds.number : kinds.gap, at + 1, end);
  }
  if (unit === underscore && (last <= kinds.suffixNumber || last === kinds.gap)) {
    const end = endOfLower(text, at + 1);
    return end > at + 1 && suffixes.includes(text.slice(at + 1, end)) ? take(kinds.suffix, at + 1, end) : invalid;
  }
  if (unit === tilde && (last < kinds.commit || last === kinds.gap)) {
    const end = endOfCommit(text, at + 1);
    return end > at + 1 ? take(kinds.commit, at + 1, end) : invalid;
  }
  if (unit === hyphen && text[at + 1] === "r" && (last < kinds.revision || last === kinds.gap)) {
    const end = endOfDigits(text, at + 2);
    // `-r` alone is `-r0`, but `-ruff` is no revision.
    return isLower(text.charCodeAt(end)) && end === at + 2 ? invalid : take(kinds.revision, at + 2, end);
  }
  return invalid;
}

/** Reads a version into tokens, the last of kind `end` or `invalid`; null where it does not begin like a version. */
export function parseApk(text: string): Token[] | null {
  const numberEnd = endOfDigits(text, 0);
  const tokens: Token[] = [{ kind: numberEnd > 0 ? kinds.first : kinds.gap, text: text.slice(0, numberEnd) }];
  let at = numberEnd;
  for (;;) {
    const last = tokens.at(-1)?.kind ?? kinds.first;
    if (last === kinds.end || last === kinds.invalid) break;
    const { token, end } = tokenAt(text, at, last);
    tokens.push(token);
    at = end;
  }
  // Without a number before it, a dot and a number, or one letter, is all that is read.
  const [, second, third] = tokens;
  const readable = second?.kind === kinds.number || (second?.kind === kinds.letter && third?.kind === kinds.end);
  return numberEnd > 0 || readable ? tokens : null;
}
