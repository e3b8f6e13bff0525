import { dot, endOfDigits, hyphen, isAlphanumeric, underscore } from "../characters.ts";

type Phase = "a" | "b" | "rc";

/** A version of PEP 440, its numbers as digits. */
export interface Pep440 {
  epoch: string;
  release: string[];
  pre: { phase: Phase; number: string } | null;
  post: string | null;
  dev: string | null;
  /** Lower-case segments. */
  local: string[];
}

/** The spellings of each suffix ("Normalization"); a longer one before what begins it. */
const preSpellings = ["alpha", "a", "beta", "b", "preview", "pre", "c", "rc"] as const;
const postSpellings = ["post", "rev", "r"] as const;
const devSpellings = ["dev"] as const;

function phaseOf(spelling: (typeof preSpellings)[number]): Phase {
  return spelling === "alpha" || spelling === "a" ? "a" : spelling === "beta" || spelling === "b" ? "b" : "rc";
}

function isSeparator(unit: number): boolean {
  return unit === dot || unit === hyphen || unit === underscore;
}

interface Suffix<Spelling> {
  spelling: Spelling;
  /** Digits; empty where there are none. */
  number: string;
  end: number;
}

/** Reads `.post1`, `-rc-2`, `dev`: a word and a number, each after an optional separator. */
function suffixAt<Spelling extends string>(
  text: string,
  start: number,
  spellings: readonly Spelling[],
): Suffix<Spelling> | null {
  if (start === text.length) return null;
  const wordAt = isSeparator(text.charCodeAt(start)) ? start + 1 : start;
  const spelling = spellings.find((spelling) => text.startsWith(spelling, wordAt));
  if (spelling === undefined) return null;
  const wordEnd = wordAt + spelling.length;
  const numberAt = isSeparator(text.charCodeAt(wordEnd)) ? wordEnd + 1 : wordEnd;
  const end = endOfDigits(text, numberAt);
  return { spelling, number: text.slice(numberAt, end), end };
}

/** Reads a post-release: `.post1`, or the short `-1`. */
function postAt(text: string, start: number): { number: string; end: number } | null {
  const end = endOfDigits(text, start + 1);
  if (text.charCodeAt(start) === hyphen && end > start + 1) return { number: text.slice(start + 1, end), end };
  return suffixAt(text, start, postSpellings);
}

/** Reads `+ubuntu.1`; null where a segment is empty or has other characters. */
function localAt(text: string, start: number): string[] | null {
  if (text[start] !== "+") return null;
  const segments: string[] = [];
  let from = start + 1;
  for (let at = from; at <= text.length; at++) {
    const unit = at < text.length ? text.charCodeAt(at) : dot;
    if (isAlphanumeric(unit)) continue;
    if (at === from || !isSeparator(unit)) return null;
    segments.push(text.slice(from, at));
    from = at + 1;
  }
  return segments;
}

/** Reads a version as PEP 440, appendix B, does; null where it is not one. */
export function parsePep440(whole: string): Pep440 | null {
  // White space of any kind around it: Python strips Unicode's too.
  const text = whole.trim().toLowerCase();
  let at = text.startsWith("v") ? 1 : 0;
  let epoch = "";
  const epochEnd = endOfDigits(text, at);
  if (epochEnd > at && text[epochEnd] === "!") {
    epoch = text.slice(at, epochEnd);
    at = epochEnd + 1;
  }
  const release: string[] = [];
  for (let from = at; ; from = at + 1) {
    const end = endOfDigits(text, from);
    if (end > from) release.push(text.slice(from, end));
    else if (from === at) return null;
    else break;
    at = end;
    if (text.charCodeAt(at) !== dot) break;
  }
  const pre = suffixAt(text, at, preSpellings);
  at = pre?.end ?? at;
  const post = postAt(text, at);
  at = post?.end ?? at;
  const dev = suffixAt(text, at, devSpellings);
  at = dev?.end ?? at;
  const local = at === text.length ? [] : localAt(text, at);
  if (local === null) return null;
  return {
    epoch,
    release,
    pre: pre === null ? null : { phase: phaseOf(pre.spelling), number: pre.number },
    post: post?.number ?? null,
    dev: dev?.number ?? null,
    local,
  };
}
