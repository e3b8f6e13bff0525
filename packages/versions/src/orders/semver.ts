import {
  compareDigits,
  compareText,
  dot,
  endOfDigits,
  hyphen,
  isAlphanumeric,
  isNumeric,
  isSpace,
  trimSpace,
} from "../characters.ts";
import type { KeyWriter } from "../key.ts";
import { defineOrder } from "../order.ts";
import { comparePadded, writePadded } from "./numbers.ts";

/** A version of Semantic Versioning 2.0.0, read as leniently as the registries' tools read it. */
export interface Semver {
  /** Major, minor, patch and whatever numbers follow, as digits. */
  release: string[];
  prerelease: string[];
  build: string[];
}

/** Where a run of `v`, `=` and white space before the version ends (node-semver's loose form). */
function endOfPrefix(text: string): number {
  let end = 0;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    if (unit !== 118 && unit !== 86 && unit !== 61 && !isSpace(unit)) break;
  }
  return end;
}

/** Reads dotted identifiers (item 9); null where one is empty or has a character that is not allowed. */
function identifiers(text: string, start: number, end: number): string[] | null {
  const found: string[] = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    const unit = at < end ? text.charCodeAt(at) : dot;
    if (isAlphanumeric(unit) || unit === hyphen) continue;
    if (at === from || unit !== dot) return null;
    found.push(text.slice(from, at));
    from = at + 1;
  }
  return found;
}

/**
 * Reads a semantic version: `1.2.3-rc.1+build`; also with a prefix (`v`, `=`), with numbers left out (`1.2`) or more than
 * three, and with the prerelease's hyphen left out (`1.2.3rc1`) where `hyphenless` numbers or more stand before it.
 */
export function parseSemver(whole: string, hyphenless = 3): Semver | null {
  const text = trimSpace(whole);
  let at = endOfPrefix(text);
  const release: string[] = [];
  for (;;) {
    const end = endOfDigits(text, at);
    if (end === at) return null;
    release.push(text.slice(at, end));
    at = end;
    if (text.charCodeAt(at) !== dot) break;
    at++;
  }
  const plusAt = text.indexOf("+", at);
  const stop = plusAt < 0 ? text.length : plusAt;
  let prerelease: string[] | null = [];
  if (at < stop) {
    const hyphenated = text.charCodeAt(at) === hyphen;
    // `8f4b7f8` is a commit, not a prerelease of version 8.
    if (!hyphenated && release.length < hyphenless) return null;
    prerelease = identifiers(text, hyphenated ? at + 1 : at, stop);
  }
  const build = plusAt < 0 ? [] : identifiers(text, plusAt + 1, text.length);
  return prerelease === null || build === null ? null : { release, prerelease, build };
}

/** Item 11.4: identifier by identifier. */
export function compareIdentifiers(a: string[], b: string[]): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const left = a[i] ?? "";
    const right = b[i] ?? "";
    const leftNumeric = isNumeric(left);
    // 11.4.3: numeric identifiers have lower precedence than others.
    if (leftNumeric !== isNumeric(right)) return leftNumeric ? -1 : 1;
    // 11.4.1 and 11.4.2: numbers numerically, others in ASCII order.
    const difference = leftNumeric ? compareDigits(left, right) : compareText(left, right);
    if (difference !== 0) return difference;
  }
  // 11.4.4: of two that agree, the longer is the higher.
  return a.length - b.length;
}

/** SemVer 2.0.0, item 11; build metadata does not count (item 10). */
export function compareSemver(a: Semver, b: Semver): number {
  // 11.2: major, minor and patch numerically; numbers left out are zero.
  const release = comparePadded(a.release, b.release);
  if (release !== 0) return release;
  // 11.3: a prerelease has lower precedence than its release.
  if (a.prerelease.length === 0 || b.prerelease.length === 0) return b.prerelease.length - a.prerelease.length;
  return compareIdentifiers(a.prerelease, b.prerelease);
}

/** First bytes: the end of a list of identifiers, an identifier that is text, and the mark above every prerelease. */
export const endMark = 0x01;
export const textMark = 0xc0;
export const releaseMark = 0xf0;

/** Writes identifiers: an end mark, below numbers, below texts. */
export function writeIdentifiers(key: KeyWriter, identifiers: string[]): void {
  for (const identifier of identifiers) {
    if (isNumeric(identifier)) key.number(identifier);
    else {
      key.byte(textMark);
      key.text(identifier);
    }
  }
  key.byte(endMark);
}

/** Writes the release numbers, and an end mark below every number. */
export function writeRelease(key: KeyWriter, release: string[]): void {
  writePadded(key, release);
  key.byte(endMark);
}

/** Writes the release, and the prerelease or the mark above every prerelease. */
export function writeSemver(key: KeyWriter, version: Semver): void {
  writeRelease(key, version.release);
  if (version.prerelease.length === 0) key.byte(releaseMark);
  else writeIdentifiers(key, version.prerelease);
}

/** Semantic Versioning 2.0.0, https://semver.org */
export const semver = defineOrder({
  name: "semver",
  parse: (text) => parseSemver(text),
  compare: compareSemver,
  write: writeSemver,
});
