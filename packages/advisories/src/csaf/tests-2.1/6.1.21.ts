import type { CsafRule, RuleFinding } from "../rule.ts";
import { sortedRevisions } from "./shared/revisions.ts";

/** CSAF 2.1, section 6.1.21. In semantic versioning the major number counts. */
export const rule: CsafRule = {
  id: "6.1.21",
  group: "mandatory",
  title: "Missing Item in Revision History",
  check(document) {
    const findings: RuleFinding[] = [];
    let before: { major: bigint; text: string } | null = null;
    for (const { path, version } of sortedRevisions(document) ?? []) {
      const major = BigInt(version.numbers[0]);
      const place = `${path}/number`;
      if (before === null && major > 1n)
        findings.push({ path: place, message: `the history begins with ${version.text}, not with 0 or 1` });
      if (before !== null && major > before.major + 1n)
        findings.push({ path: place, message: `no version between ${before.text} and ${version.text}` });
      before = { major, text: version.text };
    }
    return findings;
  },
};
