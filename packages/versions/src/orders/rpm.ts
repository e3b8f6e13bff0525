import {
  caret,
  compareDigits,
  compareText,
  endOfDigits,
  endOfLetters,
  isAlphanumeric,
  isDigit,
  isSpace,
  tilde,
  trimSpace,
} from "../characters.ts";
import type { KeyWriter } from "../key.ts";
import { defineOrder } from "../order.ts";

/** `epoch:version-release` (rpm-version(7)). */
interface RpmVersion {
  epoch: string;
  version: string;
  /** Null where none is written. */
  release: string | null;
}

function hasSpace(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (isSpace(text.charCodeAt(at))) return true;
  return false;
}

/** Reads a version as rpm's `parseEVR` does: digits before the first colon are the epoch, the last hyphen ends the version. */
function parseRpm(whole: string): RpmVersion | null {
  const text = trimSpace(whole);
  if (text === "" || hasSpace(text)) return null;
  const epochEnd = endOfDigits(text, 0);
  const hasEpoch = text[epochEnd] === ":";
  const rest = hasEpoch ? text.slice(epochEnd + 1) : text;
  const hyphenAt = rest.lastIndexOf("-");
  return {
    epoch: hasEpoch ? text.slice(0, epochEnd) : "",
    version: hyphenAt < 0 ? rest : rest.slice(0, hyphenAt),
    release: hyphenAt < 0 ? null : rest.slice(hyphenAt + 1),
  };
}

/** Where the next digit, letter, `~` or `^` stands; whatever else only separates. */
function skipSeparators(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (isAlphanumeric(unit) || unit === tilde || unit === caret) break;
    at++;
  }
  return at;
}

/** rpm-version(7), "Comparing versions" (`rpmvercmp`). */
function compareLabels(a: string, b: string): number {
  let i = 0;
  let j = 0;
  for (;;) {
    i = skipSeparators(a, i);
    j = skipSeparators(b, j);
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(j);
    // A tilde is below everything, even the end.
    if (left === tilde || right === tilde) {
      if (left !== right) return left === tilde ? -1 : 1;
      i++;
      j++;
      continue;
    }
    // A caret is above the end and below everything else.
    if (left === caret || right === caret) {
      if (i === a.length || j === b.length) return i === a.length ? -1 : 1;
      if (left !== right) return left === caret ? -1 : 1;
      i++;
      j++;
      continue;
    }
    // What has something left is the higher.
    if (i === a.length || j === b.length) return (i === a.length ? 0 : 1) - (j === b.length ? 0 : 1);
    const digits = isDigit(left);
    // Digits are above letters.
    if (digits !== isDigit(right)) return digits ? 1 : -1;
    const leftEnd = digits ? endOfDigits(a, i) : endOfLetters(a, i);
    const rightEnd = digits ? endOfDigits(b, j) : endOfLetters(b, j);
    const leftRun = a.slice(i, leftEnd);
    const rightRun = b.slice(j, rightEnd);
    const difference = digits ? compareDigits(leftRun, rightRun) : compareText(leftRun, rightRun);
    if (difference !== 0) return difference;
    i = leftEnd;
    j = rightEnd;
  }
}

/** `rpmVersionCompare`: epoch, version, release; no release is below any. */
function compareRpm(a: RpmVersion, b: RpmVersion): number {
  const difference = compareDigits(a.epoch, b.epoch) || compareLabels(a.version, b.version);
  if (difference !== 0) return difference;
  if (a.release === null || b.release === null) return (a.release === null ? 0 : 1) - (b.release === null ? 0 : 1);
  return compareLabels(a.release, b.release);
}

const tildeMark = 0x01;
const endMark = 0x02;
const caretMark = 0x03;
const lettersMark = 0x04;
const noRelease = 0x00;
const someRelease = 0x01;

function writeLabel(key: KeyWriter, label: string): void {
  for (let at = skipSeparators(label, 0); at < label.length; at = skipSeparators(label, at)) {
    const unit = label.charCodeAt(at);
    if (isDigit(unit)) {
      const end = endOfDigits(label, at);
      key.number(label, at, end);
      at = end;
    } else if (unit === tilde || unit === caret) {
      key.byte(unit === tilde ? tildeMark : caretMark);
      at++;
    } else {
      const end = endOfLetters(label, at);
      key.byte(lettersMark);
      key.text(label, at, end);
      at = end;
    }
  }
  key.byte(endMark);
}

/** The RPM family. */
export const rpm = defineOrder({
  name: "rpm",
  parse: parseRpm,
  compare: compareRpm,
  write(key, version) {
    key.number(version.epoch);
    writeLabel(key, version.version);
    key.byte(version.release === null ? noRelease : someRelease);
    if (version.release !== null) writeLabel(key, version.release);
  },
});
