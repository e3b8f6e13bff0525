import { compareText, endOfDigits, endOfLetters, isAlphanumeric, isDigit, isZero } from "../characters.ts";
import type { KeyWriter } from "../key.ts";

/** A version from before PEP 440, as the parts by which setuptools ordered it. */
export interface LegacyVersion {
  parts: string[];
}

/** What setuptools read in place of some words: `pre`-releases as candidates, `dev` before letters, a hyphen after. */
const replacements: ReadonlyMap<string, string> = new Map([
  ["pre", "c"],
  ["preview", "c"],
  ["-", "final-"],
  ["rc", "c"],
  ["dev", "@"],
]);

/** Digits are padded to this width and compared as text. */
const digitWidth = 8;

/** Whether a text is a dotted name of letters, digits, `.`, `-` and `_`. A word without a dot is a label (`latest`). */
function isLegacyVersion(text: string): boolean {
  let dots = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (text[at] === ".") dots++;
    else if (!isAlphanumeric(unit) && text[at] !== "-" && text[at] !== "_") return false;
  }
  return dots > 0;
}

/** Digits, letters, one separator, in turn. */
function* piecesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    const end = Math.max(isDigit(text.charCodeAt(at)) ? endOfDigits(text, at) : endOfLetters(text, at), at + 1);
    yield text.slice(at, end);
    at = end;
  }
}

/** Reads a version that PEP 440 does not know, by the rules of setuptools' `parse_version` before it. */
export function parseLegacy(whole: string): LegacyVersion | null {
  const text = whole.toLowerCase();
  if (!isLegacyVersion(text)) return null;
  const parts: string[] = [];
  const add = (part: string): void => {
    if (part.startsWith("*")) {
      // A hyphen before a pre-release, and zeros before any word, do not count.
      while (part < "*final" && parts.at(-1) === "*final-") parts.pop();
      while (isZero(parts.at(-1) ?? "1") && parts.at(-1)?.length === digitWidth) parts.pop();
    }
    parts.push(part);
  };
  for (const piece of piecesOf(text)) {
    if (piece === ".") continue;
    add(isDigit(piece.charCodeAt(0)) ? piece.padStart(digitWidth, "0") : `*${replacements.get(piece) ?? piece}`);
  }
  add("*final");
  return { parts };
}

/** Part by part as texts; of two that agree, the longer is the higher. */
export function compareLegacy(a: LegacyVersion, b: LegacyVersion): number {
  const shared = Math.min(a.parts.length, b.parts.length);
  for (let i = 0; i < shared; i++) {
    const difference = compareText(a.parts[i] ?? "", b.parts[i] ?? "");
    if (difference !== 0) return difference;
  }
  return a.parts.length - b.parts.length;
}

/** Below the epoch that begins every version of PEP 440. */
const legacyMark = 0x01;

export function writeLegacy(key: KeyWriter, version: LegacyVersion): void {
  key.byte(legacyMark);
  for (const part of version.parts) key.text(part);
}
