import { compareDigits, compareText, isNumeric } from "../characters.ts";
import type { KeyWriter } from "../key.ts";
import { defineOrder } from "../order.ts";
import { comparePadded, writePadded } from "./numbers.ts";
import { type Pep440, parsePep440 } from "./pep440-parse.ts";
import { compareLegacy, type LegacyVersion, parseLegacy, writeLegacy } from "./python-legacy.ts";

type PythonVersion = Pep440 | LegacyVersion;

function isLegacy(version: PythonVersion): version is LegacyVersion {
  return "parts" in version;
}

const phases = { developmental: 0, a: 1, b: 2, rc: 3, final: 4 };

/** `.devN` of the release itself is below every pre-release; what has no pre-release is above them. */
function phaseOf(version: Pep440): number {
  if (version.pre !== null) return phases[version.pre.phase];
  return version.post === null && version.dev !== null ? phases.developmental : phases.final;
}

/** A number, or none, which is `below` or above every number. */
function compareOptional(a: string | null, b: string | null, absent: "below" | "above"): number {
  if (a !== null && b !== null) return compareDigits(a, b);
  if (a === b) return 0;
  return (a === null) === (absent === "below") ? -1 : 1;
}

/** "Local version identifiers": numbers above texts, a longer list above the one that begins it, none below any. */
function compareLocal(a: string[], b: string[]): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const left = a[i] ?? "";
    const right = b[i] ?? "";
    const leftNumeric = isNumeric(left);
    if (leftNumeric !== isNumeric(right)) return leftNumeric ? 1 : -1;
    const difference = leftNumeric ? compareDigits(left, right) : compareText(left, right);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** PEP 440, "Summary of permitted suffixes and relative ordering"; release numbers left out are zero. */
function comparePep440(a: Pep440, b: Pep440): number {
  return (
    compareDigits(a.epoch, b.epoch) ||
    comparePadded(a.release, b.release) ||
    phaseOf(a) - phaseOf(b) ||
    compareDigits(a.pre?.number ?? "", b.pre?.number ?? "") ||
    compareOptional(a.post, b.post, "below") ||
    compareOptional(a.dev, b.dev, "above") ||
    compareLocal(a.local, b.local)
  );
}

/** Versions older than PEP 440 are below all others. */
function comparePython(a: PythonVersion, b: PythonVersion): number {
  if (isLegacy(a)) return isLegacy(b) ? compareLegacy(a, b) : -1;
  return isLegacy(b) ? 1 : comparePep440(a, b);
}

const absentBelow = 0x01;
const textMark = 0x02;
const firstPhase = 0x10;
const absentAbove = 0xf0;

function writePep440(key: KeyWriter, version: Pep440): void {
  key.number(version.epoch);
  writePadded(key, version.release);
  key.byte(firstPhase + phaseOf(version));
  if (version.pre !== null) key.number(version.pre.number);
  if (version.post === null) key.byte(absentBelow);
  else key.number(version.post);
  if (version.dev === null) key.byte(absentAbove);
  else key.number(version.dev);
  for (const segment of version.local) {
    if (isNumeric(segment)) key.number(segment);
    else {
      key.byte(textMark);
      key.text(segment);
    }
  }
}

/** PyPI: PEP 440 (https://packaging.python.org/specifications/version-specifiers/), and what was there before it. */
export const pep440 = defineOrder<PythonVersion>({
  name: "pep440",
  parse: (text) => parsePep440(text) ?? parseLegacy(text),
  compare: comparePython,
  write: (key, version) => (isLegacy(version) ? writeLegacy(key, version) : writePep440(key, version)),
});
