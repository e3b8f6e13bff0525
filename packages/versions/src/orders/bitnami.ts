import { compareDigits, isNumeric } from "../characters.ts";
import type { KeyWriter } from "../key.ts";
import { defineOrder } from "../order.ts";
import { comparePadded } from "./numbers.ts";
import { compareIdentifiers, parseSemver, type Semver, writeIdentifiers, writeRelease } from "./semver.ts";

/** The number after the hyphen of `1.2.3-4`: Bitnami's build of that release. Null for a prerelease (`1.2.3-rc.1`). */
function revisionOf(version: Semver): string | null {
  const [first = "", ...others] = version.prerelease;
  if (version.prerelease.length === 0) return "";
  return others.length === 0 && isNumeric(first) ? first : null;
}

/** Bitnami's go-version: a revision stands above its release, and a bigger one higher. Prereleases as in SemVer. */
function compareBitnami(a: Semver, b: Semver): number {
  const release = comparePadded(a.release, b.release);
  if (release !== 0) return release;
  const left = revisionOf(a);
  const right = revisionOf(b);
  if (left === null && right === null) return compareIdentifiers(a.prerelease, b.prerelease);
  if (left === null || right === null) return left === null ? -1 : 1;
  return compareDigits(left, right);
}

const prereleaseMark = 0x01;

function writeBitnami(key: KeyWriter, version: Semver): void {
  writeRelease(key, version.release);
  const revision = revisionOf(version);
  if (revision !== null) key.number(revision);
  else {
    key.byte(prereleaseMark);
    writeIdentifiers(key, version.prerelease);
  }
}

/** Bitnami packages: semantic versions whose `-4` is a revision, not a prerelease. */
export const bitnami = defineOrder({
  name: "bitnami",
  parse: (text) => parseSemver(text),
  compare: compareBitnami,
  write: writeBitnami,
});
