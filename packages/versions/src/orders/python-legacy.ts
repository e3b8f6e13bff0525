import { compareText, endOfDigits, endOfLetters, isAlphanumeric, isDigit, isLetter, isZero } from "../characters.ts";
import type { KeyWriter } from "../key.ts";
import { parsePep440 } from "./pep440-parse.ts";

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

const otherCharacters = ".-_+:";

/** Whether a text has only letters, digits and the punctuation that version names had. */
function isLegacyVersion(text: string): boolean {
  let names = 0;
  for (let at = 0; at < text.length; at++) {
    if (isAlphanumeric(text.charCodeAt(at))) names++;
    else if (!otherCharacters.includes(text.charAt(at))) return false;
  }
  // `1.0+_x` is a version of PEP 440 with a broken local part, not an older version.
  const plusAt = text.indexOf("+");
  return names > 0 && (plusAt < 0 || parsePep440(text.slice(0, plusAt)) === null);
}

function isSeparator(character: string): boolean {
  return character === "." || character === "-";
}

function endOfPiece(text: string, start: number): number {
  const unit = text.charCodeAt(start);
  if (isDigit(unit)) return endOfDigits(text, start);
  if (isLetter(unit)) return endOfLetters(text, start);
  let end = start + 1;
  if (isSeparator(text.charAt(start))) return end;
  while (end < text.length && !isAlphanumeric(text.charCodeAt(end)) && !isSeparator(text.charAt(end))) end++;
  return end;
}

/** Runs of digits, of letters, of other characters; each dot and hyphen by itself. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = endOfPiece(text, at);
    pieces.push(text.slice(at, end));
    at = end;
  }
  return pieces;
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
