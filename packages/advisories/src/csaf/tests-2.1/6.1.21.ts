import { quote } from "@bongsu/base";
import type { CsafRule, RuleFinding } from "../rule.ts";
import { compareNumbers, type DocumentVersion, sortedRevisions } from "./shared/revisions.ts";

/** The number after a number of any size. */
function successor(digits: string): string {
  const nines = /9*$/.exec(digits)?.[0].length ?? 0;
  const kept = digits.slice(0, digits.length - nines);
  const last = kept === "" ? "1" : `${kept.slice(0, -1)}${Number(kept.at(-1)) + 1}`;
  return `${last}${"0".repeat(nines)}`;
}

/** CSAF 2.1, section 6.1.21. In semantic versioning the major number counts. */
export const rule: CsafRule = {
  id: "6.1.21",
  group: "mandatory",
  title: "Missing Item in Revision History",
  check(document) {
    const findings: RuleFinding[] = [];
    let before: DocumentVersion | null = null;
    for (const { path, version } of sortedRevisions(document) ?? []) {
      const [major] = version.numbers;
      const latest = before === null ? "1" : successor(before.numbers[0]);
      if (compareNumbers(major, latest) > 0) {
        const message: string =
          before === null
            ? `the history begins with ${quote(version.text)}, not with 0 or 1`
            : `no version between ${quote(before.text)} and ${quote(version.text)}`;
        findings.push({ path: `${path}/number`, message });
      }
      before = version;
    }
    return findings;
  },
};
