import {
  compareDigits,
  compareText,
  endOfDigits,
  endOfLetters,
  isAlphanumeric,
  isDigit,
  trimSpace,
} from "../characters.ts";
import type { KeyWriter } from "../key.ts";
import { defineOrder } from "../order.ts";

/** A run of digits or of letters, and how many other characters stand before it. */
interface Segment {
  gap: number;
  isNumber: boolean;
  text: string;
}

interface AlpmVersion {
  epoch: string;
  version: Segment[];
  release: Segment[];
}

/** Separators at the end are left out: with them pacman's comparison goes round in circles. */
function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = [];
  for (let at = 0; at < text.length; ) {
    let start = at;
    while (start < text.length && !isAlphanumeric(text.charCodeAt(start))) start++;
    if (start === text.length) break;
    const isNumber = isDigit(text.charCodeAt(start));
    const end = isNumber ? endOfDigits(text, start) : endOfLetters(text, start);
    segments.push({ gap: start - at, isNumber, text: text.slice(start, end) });
    at = end;
  }
  return segments;
}

/** `epoch:version-release`. No release is release 1: pacman compares releases where both are given, which is no order. */
function parseAlpm(whole: string): AlpmVersion | null {
  const text = trimSpace(whole);
  if (text === "" || /[\t-\r ]/.test(text)) return null;
  const epochEnd = endOfDigits(text, 0);
  const hasEpoch = text[epochEnd] === ":";
  const rest = hasEpoch ? text.slice(epochEnd + 1) : text;
  const hyphenAt = rest.lastIndexOf("-");
  return {
    epoch: hasEpoch ? text.slice(0, epochEnd) : "",
    version: segmentsOf(hyphenAt < 0 ? rest : rest.slice(0, hyphenAt)),
    release: segmentsOf(hyphenAt < 0 ? "1" : rest.slice(hyphenAt + 1)),
  };
}

/** Letters that follow at once are below the end (`1.0rc` < `1.0`), everything else is above it. */
const againstEnd = ({ gap, isNumber }: Segment) => (gap === 0 && !isNumber ? -1 : 1);

/** pacman's `rpmvercmp`. */
function compareSegments(a: Segment[], b: Segment[]): number {
  for (let i = 0; ; i++) {
    const left = a[i];
    const right = b[i];
    if (left === undefined) return right === undefined ? 0 : -againstEnd(right);
    if (right === undefined) return againstEnd(left);
    if (left.gap !== right.gap) return left.gap - right.gap;
    if (left.isNumber !== right.isNumber) return left.isNumber ? 1 : -1;
    const difference = left.isNumber ? compareDigits(left.text, right.text) : compareText(left.text, right.text);
    if (difference !== 0) return difference;
  }
}

const lettersMark = 0x01;
const endMark = 0x02;
const gapMark = 0xc0;

function writeSegments(key: KeyWriter, segments: Segment[]): void {
  for (const { gap, isNumber, text } of segments) {
    if (gap > 0) {
      key.byte(gapMark);
      key.number(String(gap));
    }
    if (isNumber) key.number(text);
    else {
      key.byte(lettersMark);
      key.text(text);
    }
  }
  key.byte(endMark);
}

/** Arch Linux and what descends from it: pacman's `vercmp` (https://man.archlinux.org/man/vercmp.8). */
export const alpm = defineOrder<AlpmVersion>({
  name: "alpm",
  parse: parseAlpm,
  compare: (a, b) =>
    compareDigits(a.epoch, b.epoch) || compareSegments(a.version, b.version) || compareSegments(a.release, b.release),
  write(key, { epoch, version, release }) {
    key.number(epoch);
    writeSegments(key, version);
    writeSegments(key, release);
  },
});
