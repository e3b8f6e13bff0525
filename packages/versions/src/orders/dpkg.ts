import {
  colon,
  compareDigits,
  dot,
  endOfDigits,
  hyphen,
  isDigit,
  isLetter,
  isNumeric,
  plus,
  tilde,
  trimSpace,
} from "../characters.ts";
import type { KeyWriter } from "../key.ts";
import { defineOrder } from "../order.ts";

/** `epoch:upstream-revision` (deb-version(7)). */
interface DebianVersion {
  epoch: string;
  upstream: string;
  revision: string;
}

/** Whether a part has only the characters that deb-version(7) allows; a part without its separator cannot hold it. */
function isAllowed(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const sign = unit === dot || unit === plus || unit === tilde || unit === hyphen || unit === colon;
    if (!sign && !isDigit(unit) && !isLetter(unit)) return false;
  }
  return true;
}

/** The greatest epoch that dpkg reads. */
const greatestEpoch = "2147483647";

/** Reads a version as dpkg's `parseversion` does without leniency: the upstream version begins with a digit. */
function parseDebian(whole: string): DebianVersion | null {
  const text = trimSpace(whole);
  const colonAt = text.indexOf(":");
  const epoch = colonAt < 0 ? "0" : text.slice(0, colonAt);
  const rest = text.slice(colonAt + 1);
  const hyphenAt = rest.lastIndexOf("-");
  const upstream = hyphenAt < 0 ? rest : rest.slice(0, hyphenAt);
  const revision = hyphenAt < 0 ? "0" : rest.slice(hyphenAt + 1);
  if (!isNumeric(epoch) || compareDigits(epoch, greatestEpoch) > 0) return null;
  if (!isDigit(upstream.charCodeAt(0)) || revision === "" || revision.includes(":")) return null;
  return isAllowed(upstream) && isAllowed(revision) ? { epoch, upstream, revision } : null;
}

/** Rank of a character among what is not a digit: `~`, the end of the run, letters, everything else. */
function rank(unit: number): number {
  if (unit === tilde) return -1;
  // Not a number: past the end of the text.
  if (Number.isNaN(unit) || isDigit(unit)) return 0;
  return isLetter(unit) ? unit : unit + 256;
}

/** deb-version(7), "Sorting algorithm": in turn, runs of other characters by rank, and runs of digits as numbers. */
export function comparePart(a: string, b: string): number {
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    for (;;) {
      const left = rank(a.charCodeAt(i));
      const right = rank(b.charCodeAt(j));
      if (left !== right) return left - right;
      if (left === 0) break;
      i++;
      j++;
    }
    const leftEnd = endOfDigits(a, i);
    const rightEnd = endOfDigits(b, j);
    const difference = compareDigits(a.slice(i, leftEnd), b.slice(j, rightEnd));
    if (difference !== 0) return difference;
    i = leftEnd;
    j = rightEnd;
  }
  return 0;
}

function compareDebian(a: DebianVersion, b: DebianVersion): number {
  return compareDigits(a.epoch, b.epoch) || comparePart(a.upstream, b.upstream) || comparePart(a.revision, b.revision);
}

/** `~` and the end of a part are below every number (whose first byte ends a run), the other characters above. */
const tildeMark = 0x01;
const endMark = 0x02;
const upperMark = 0xc0;
const lowerMark = upperMark + 26;
const signMark = lowerMark + 26;
const signs = "+-.:_";

function markOf(unit: number): number {
  if (unit === tilde) return tildeMark;
  if (isLetter(unit)) return unit < 97 ? upperMark + unit - 65 : lowerMark + unit - 97;
  return signMark + signs.indexOf(String.fromCharCode(unit));
}

export function writePart(key: KeyWriter, part: string): void {
  let at = 0;
  do {
    for (; at < part.length && !isDigit(part.charCodeAt(at)); at++) key.byte(markOf(part.charCodeAt(at)));
    const end = endOfDigits(part, at);
    key.number(part, at, end);
    at = end;
  } while (at < part.length);
  key.byte(endMark);
}

/** Debian and what descends from it: dpkg. */
export const dpkg = defineOrder({
  name: "dpkg",
  parse: parseDebian,
  compare: compareDebian,
  write(key, version) {
    key.number(version.epoch);
    writePart(key, version.upstream);
    writePart(key, version.revision);
  },
});
