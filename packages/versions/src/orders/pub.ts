import type { KeyWriter } from "../key.ts";
import { defineOrder } from "../order.ts";
import {
  compareIdentifiers,
  compareSemver,
  parseSemver,
  type Semver,
  writeIdentifiers,
  writeSemver,
} from "./semver.ts";

/** Dart's pub_semver, `Version.compareTo`: as SemVer, then the builds, where none stands below any. */
function comparePub(a: Semver, b: Semver): number {
  const difference = compareSemver(a, b);
  return difference === 0 ? compareIdentifiers(a.build, b.build) : difference;
}

function writePub(key: KeyWriter, version: Semver): void {
  writeSemver(key, version);
  writeIdentifiers(key, version.build);
}

/** Semantic versions whose build metadata counts: Dart's pub, Julia. */
export const pub = defineOrder({
  name: "pub",
  parse: (text) => parseSemver(text),
  compare: comparePub,
  write: writePub,
});
