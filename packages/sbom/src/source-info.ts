import { type Hints, noHints } from "./draft.ts";

/** What Trivy writes as a package's source information: it has no other place for the package that it was built from. */
const built = /^built package from: (\S+)(?: (\S+))?$/;

/** What SPDX's source information (2.3 clause 7.12) tells of the package that a distribution built it from. */
export function sourceHints(info: string | null): Hints {
  const [, sourceName, sourceVersion = null] = info === null ? [] : (built.exec(info) ?? []);
  return sourceName === undefined ? noHints : { ...noHints, sourceName, sourceVersion };
}
