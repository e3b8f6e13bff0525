import {
  compareDigits,
  compareText,
  endOfDigits,
  endOfLetters,
  isAlphanumeric,
  isDigit,
  isZero,
  trimSpace,
} from "../characters.ts";
import type { KeyWriter } from "../key.ts";
import { defineOrder } from "../order.ts";
import { aboveMark, writePadded } from "../padded.ts";

/** What a part is, in the order of libversion's "metaorder": below zero, zero, above zero. */
const kinds = { prerelease: 0, zero: 1, postrelease: 2, number: 3, suffix: 4 } as const;

interface Part {
  kind: (typeof kinds)[keyof typeof kinds];
  /** Digits of a number; of a word, lower-case letters. */
  text: string;
}

const postreleases = new Set(["patch", "pl", "errata", "sp"]);
const finals = new Set(["final", "ga", "release", "stable"]);
const prereleases = new Set([
  "alpha",
  "beta",
  "milestone",
  "rc",
  "cr",
  "pre",
  "prerelease",
  "preview",
  "dev",
  "snapshot",
]);
/** One word for each stage. */
const stages: ReadonlyMap<string, string> = new Map([
  ["dev", ""],
  ["snapshot", ""],
  ["alpha", "a"],
  ["beta", "b"],
  ["milestone", "m"],
  ["pre", "p"],
  ["preview", "p"],
  ["prerelease", "p"],
  ["rc", "r"],
  ["cr", "r"],
  ["c", "r"],
]);

function wordPart(word: string, directlyBetween: "numbers" | "numberAndEnd" | "other"): Part {
  if (finals.has(word)) return { kind: kinds.zero, text: "" };
  if (postreleases.has(word) || word.startsWith("post")) return { kind: kinds.postrelease, text: "" };
  const stage = stages.get(word) ?? word;
  // `1.0.2k` is the eleventh patch of 1.0.2; `1.0a1`, `1.0.a` and `1.0-foo` come before 1.0.
  const suffix = directlyBetween === "numberAndEnd" && !prereleases.has(word);
  return { kind: suffix ? kinds.suffix : kinds.prerelease, text: suffix ? word : stage };
}

/**
 * Reads numbers and words, as libversion's algorithm does (https://github.com/repology/libversion): anything else
 * separates. Null where no number stands, or where the text has white space or is not ASCII.
 */
function parseGeneric(whole: string): Part[] | null {
  const text = trimSpace(whole).toLowerCase();
  const parts: Part[] = [];
  let numbers = 0;
  for (let at = text.startsWith("v") && isDigit(text.charCodeAt(1)) ? 1 : 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    if (unit <= 32 || unit >= 127) return null;
    if (!isAlphanumeric(unit)) {
      at++;
    } else if (isDigit(unit)) {
      const end = endOfDigits(text, at);
      const digits = text.slice(at, end);
      parts.push({ kind: isZero(digits) ? kinds.zero : kinds.number, text: digits });
      numbers++;
      at = end;
    } else {
      const end = endOfLetters(text, at);
      const afterNumber = isDigit(text.charCodeAt(at - 1));
      const beforeNumber = isDigit(text.charCodeAt(end));
      parts.push(wordPart(text.slice(at, end), !afterNumber ? "other" : beforeNumber ? "numbers" : "numberAndEnd"));
      at = end;
    }
  }
  return numbers > 0 ? parts : null;
}

/** Part by part, zeros where one has ended. */
function compareGeneric(a: Part[], b: Part[]): number {
  const length = Math.max(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const left = a[i] ?? { kind: kinds.zero, text: "" };
    const right = b[i] ?? { kind: kinds.zero, text: "" };
    if (left.kind !== right.kind) return left.kind - right.kind;
    const difference = left.kind === kinds.number ? compareDigits(left.text, right.text) : 0;
    if (difference !== 0) return difference;
    if (left.kind === kinds.prerelease || left.kind === kinds.suffix) {
      const words = compareText(left.text, right.text);
      if (words !== 0) return words;
    }
  }
  return 0;
}

const prereleaseMark = 0x01;
const postreleaseMark = aboveMark + 1;
const suffixMark = 0xc0;

function writePart(key: KeyWriter, part: Part): void {
  if (part.kind === kinds.number) key.number(part.text);
  else if (part.kind === kinds.postrelease) key.byte(postreleaseMark);
  else {
    key.byte(part.kind === kinds.prerelease ? prereleaseMark : suffixMark);
    key.text(part.text);
  }
}

/** For what has no rule of its own: libversion's order. */
export const generic = defineOrder<Part[]>({
  name: "generic",
  parse: parseGeneric,
  compare: compareGeneric,
  write(key, parts) {
    writePadded(key, { items: parts, sign: (part) => part.kind - kinds.zero, write: writePart });
  },
});
