import { compareDigits, isNumeric } from "../characters.ts";
import { defineOrder } from "../order.ts";
import { compareSemver, parseSemver, type Semver, writeSemver } from "./semver.ts";

/** The number of Echo's build, `+echo.2`; empty, which is zero, in any other. */
function buildOf({ build }: Semver): string {
  const [label, number = ""] = build;
  return label === "echo" && isNumeric(number) ? number : "";
}

/**
 * The npm packages that Echo rebuilds: SemVer, then the number of Echo's build, since `1.2.3+echo.1` is what mends 1.2.3.
 * Other build metadata does not count.
 */
export const echoNpm = defineOrder({
  name: "echo-npm",
  parse: (text) => parseSemver(text),
  compare: (a: Semver, b: Semver) => compareSemver(a, b) || compareDigits(buildOf(a), buildOf(b)),
  write(key, version) {
    writeSemver(key, version);
    key.number(buildOf(version));
  },
});
