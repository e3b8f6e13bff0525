import type { AdvisoryIndex } from "./compiled/record.ts";
import { remember } from "./compiled/remember.ts";
import type { Bom, MatchOptions } from "./input.ts";
import type { MatchResult, Uncovered } from "./result.ts";
import { comparable, isUnread, uncoveredEcosystem } from "./rules/comparable.ts";
import { GivenStatements } from "./rules/given-statements.ts";
import { IgnoreList } from "./rules/ignore.ts";
import { Judge } from "./rules/judgements.ts";
import { decidableNames, statementsAbout } from "./rules/upstream.ts";
import { vexVerdict } from "./rules/vex.ts";
import { isAbout } from "./rules/vex-scope.ts";
import { sortFindings } from "./sort.ts";
import { summarizeMatch } from "./summary.ts";

/**
 * Which components have which vulnerabilities: each component's package is looked up in the index, its version held
 * against what each advisory says, the advisories of one vulnerability put together, VEX and the reader's own decisions
 * laid over them. What could not be held against the advisories is in the result as well.
 *
 * Nothing is read but what is handed in; the same input gives the same result. Throws `matching.index-damaged` where the
 * index is found to be so while it is read.
 */
export function match(boms: readonly Bom[], advisories: AdvisoryIndex, options: MatchOptions = {}): MatchResult {
  const index = remember(advisories);
  const judge = new Judge(index);
  const ignore = new IgnoreList(options.ignore ?? [], options.today);
  const given = new GivenStatements(options.statements ?? [], false);
  const uncovered = new Map<string, number>();
  const found: Pick<MatchResult, "findings" | "unmatched" | "unreadVersions" | "unreadable"> = {
    findings: [],
    unmatched: [],
    unreadVersions: [],
    unreadable: [],
  };

  for (const bom of boms) {
    const sbom = bom.name;
    const byRef = new Map(bom.components.map((component) => [component.ref, component]));
    const embedded = new GivenStatements(bom.statements, true);

    for (const component of bom.components) {
      const { version, reason } = comparable(component, index);
      if (version === null) {
        found.unmatched.push({ sbom, component, reason });
        continue;
      }
      const versionUnread = isUnread(component, version);
      if (versionUnread) found.unreadVersions.push({ sbom, component, version: version.version });
      const ecosystem = uncoveredEcosystem(component, index);
      if (ecosystem !== null) uncovered.set(ecosystem, (uncovered.get(ecosystem) ?? 0) + 1);

      const { affected, unreadable } = judge.of(component, version);
      for (const one of unreadable) found.unreadable.push({ sbom, component, ...one });
      for (const { record, ...known } of affected) {
        const indexed = statementsAbout(record, index).map((statement) => ({ statement, embedded: false }));
        const statements = [...indexed, ...embedded.about(record), ...given.about(record)]
          .filter((one) => isAbout(one, component, bom, byRef))
          .map(({ statement }) => statement);
        given.use(statements);
        const vex = vexVerdict(record, statements);
        const ignored = ignore.decide(decidableNames(record), { component, installed: version });
        const settled = ignored !== null || vex?.status === "not_affected" || vex?.status === "fixed";
        found.findings.push({
          sbom,
          component,
          version: version.version,
          versionUnread,
          ...known,
          vex,
          ignored,
          settled,
        });
      }
    }
  }
  return {
    ...found,
    findings: sortFindings(found.findings, "severity"),
    uncovered: mostFirst(uncovered),
    summary: summarizeMatch(boms, found),
    problems: [...given.problems(), ...ignore.problems()],
  };
}

function mostFirst(counts: Map<string, number>): Uncovered[] {
  return [...counts]
    .map(([ecosystem, components]) => ({ ecosystem, components }))
    .sort((a, b) => b.components - a.components || (a.ecosystem < b.ecosystem ? -1 : 1));
}
