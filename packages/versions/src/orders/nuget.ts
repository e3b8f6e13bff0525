import { defineOrder } from "../order.ts";
import { compareSemver, parseSemver, type Semver, writeSemver } from "./semver.ts";

const mostNumbers = 4;

/** `1.2.3.4-Beta+build`: one to four numbers; labels alike in any case (NuGet.Versioning, `NuGetVersion.TryParse`). */
function parseNuget(text: string): Semver | null {
  const version = parseSemver(text, Number.POSITIVE_INFINITY);
  if (version === null || version.release.length > mostNumbers) return null;
  return { ...version, prerelease: version.prerelease.map((label) => label.toLowerCase()) };
}

/** NuGet: SemVer 2.0.0 with a fourth number. */
export const nuget = defineOrder({ name: "nuget", parse: parseNuget, compare: compareSemver, write: writeSemver });
