import { compareDigits, compareText, isNumeric } from "../characters.ts";
import type { KeyWriter } from "../key.ts";
import { defineOrder } from "../order.ts";
import { comparePadded } from "./numbers.ts";
import { endMark, parseSemver, releaseMark, type Semver, textMark, writeRelease } from "./semver.ts";

const mostNumbers = 4;
const greatestNumber = "2147483647";

/** Whether a label is read as a number: digits up to 2³¹ − 1. More digits, the stamp of a nightly build, are text. */
function isNumber(label: string): boolean {
  return isNumeric(label) && compareDigits(label, greatestNumber) <= 0;
}

/** `1.2.3.4-Beta+build`: one to four numbers; labels alike in any case (NuGet.Versioning, `NuGetVersion.TryParse`). */
function parseNuget(text: string): Semver | null {
  const version = parseSemver(text, Number.POSITIVE_INFINITY);
  if (version === null || version.release.length > mostNumbers) return null;
  return { ...version, prerelease: version.prerelease.map((label) => label.toLowerCase()) };
}

/** `VersionComparer.CompareReleaseLabels`: numbers below texts, of two that agree the longer is the higher. */
function compareLabels(a: string[], b: string[]): number {
  for (const [i, left] of a.entries()) {
    const right = b[i];
    if (right === undefined) return 1;
    const isLeftNumber = isNumber(left);
    if (isLeftNumber !== isNumber(right)) return isLeftNumber ? -1 : 1;
    const difference = isLeftNumber ? compareDigits(left, right) : compareText(left, right);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function compareNuget(a: Semver, b: Semver): number {
  const release = comparePadded(a.release, b.release);
  if (release !== 0) return release;
  if (a.prerelease.length === 0 || b.prerelease.length === 0) return b.prerelease.length - a.prerelease.length;
  return compareLabels(a.prerelease, b.prerelease);
}

function writeNuget(key: KeyWriter, { release, prerelease }: Semver): void {
  writeRelease(key, release);
  if (prerelease.length === 0) {
    key.byte(releaseMark);
    return;
  }
  for (const label of prerelease) {
    if (isNumber(label)) key.number(label);
    else {
      key.byte(textMark);
      key.text(label);
    }
  }
  key.byte(endMark);
}

/** NuGet: SemVer 2.0.0 with a fourth number, and numbers in labels only as far as an `int` reaches. */
export const nuget = defineOrder({ name: "nuget", parse: parseNuget, compare: compareNuget, write: writeNuget });
