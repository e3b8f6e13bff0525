import type { Component } from "@bongsu/sbom";
import { foldName } from "./compiled/names.ts";
import { packStatement } from "./compiled/pack.ts";
import { ecosystemOfKey, packageKey } from "./compiled/package-key.ts";
import type { AdvisoryIndex } from "./compiled/record.ts";
import type { Bom, MatchOptions } from "./input.ts";
import type { Finding, MatchResult } from "./result.ts";
import { IgnoreList } from "./rules/ignore.ts";
import { type Installed, installed, installedVersion } from "./rules/installed.ts";
import { type Judgement, type Judgements, judge } from "./rules/judge.ts";
import { postingsFor } from "./rules/lookup.ts";
import { vexVerdict } from "./rules/vex.ts";
import { type GivenStatement, isAbout } from "./rules/vex-scope.ts";
import { sortFindings } from "./sort.ts";
import { summarizeMatch } from "./summary.ts";

/** Remembers the judgement of each version of a package: SBOMs list the same ones again and again. */
class Judge {
  private readonly index: AdvisoryIndex;
  private readonly known = new Map<string, Judgements>();

  constructor(index: AdvisoryIndex) {
    this.index = index;
  }

  of(component: Component, version: Installed): Judgements {
    const { identity, purl, cpe } = component;
    const key = [identity === null ? [purl, cpe].join("\0") : packageKey(identity), version.version].join("\0");
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const judgements = judge(postingsFor(component, this.index), component, version, this.index);
    this.known.set(key, judgements);
    return judgements;
  }
}

/** VEX that stands beside the index, by the names of vulnerabilities. */
class Statements {
  private readonly byName = new Map<string, GivenStatement[]>();

  add(statements: MatchOptions["statements"], embedded: boolean): this {
    for (const statement of (statements ?? []).map(packStatement))
      for (const name of new Set(statement.vulnerabilities.map(foldName)))
        this.byName.set(name, [...(this.byName.get(name) ?? []), { statement, embedded }]);
    return this;
  }

  about(judgement: Judgement): GivenStatement[] {
    const { id, aliases, statements } = judgement.record;
    const indexed = statements.map((statement) => ({ statement, embedded: false }));
    const beside = [id, ...aliases].flatMap((name) => this.byName.get(foldName(name)) ?? []);
    return [...new Set([...indexed, ...beside])];
  }
}

/** An ecosystem whose version order is known reads the version of every package that it published. */
function isUnread(component: Component, version: Installed): boolean {
  return component.identity !== null && version.keyIn(component.identity.ecosystem) === null;
}

/** The ecosystem and release of a component, where the index speaks of none of its packages. */
function uncoveredEcosystem(component: Component, index: AdvisoryIndex): string | null {
  const ecosystem = component.identity === null ? null : ecosystemOfKey(packageKey(component.identity));
  return ecosystem === null || Object.hasOwn(index.summary.ecosystems, ecosystem) ? null : ecosystem;
}

/**
 * Which components have which vulnerabilities: each component's package is looked up in the index, its version held
 * against what each advisory says, the advisories of one vulnerability put together, VEX and the reader's own decisions
 * laid over them. What could not be held against the advisories is in the result as well.
 *
 * Nothing is read but what is handed in; the same input gives the same result. Throws `matching.index-damaged` where the
 * index is found to be so while it is read.
 */
export function match(boms: readonly Bom[], index: AdvisoryIndex, options: MatchOptions = {}): MatchResult {
  const judge = new Judge(index);
  const ignore = new IgnoreList(options.ignore ?? [], options.today);
  const result: Omit<MatchResult, "summary" | "problems"> = {
    findings: [],
    unmatched: [],
    unreadVersions: [],
    unreadable: [],
    uncovered: [],
  };
  const uncovered = new Map<string, number>();

  for (const bom of boms) {
    const sbom = bom.name;
    const byRef = new Map(bom.components.map((component) => [component.ref, component]));
    const statements = new Statements().add(bom.statements, true).add(options.statements, false);
    for (const component of bom.components) {
      const text = installedVersion(component);
      const reason = component.unmatchable ?? (text === null ? "no-version" : null);
      const isKnown = reason === null || (reason === "unknown-ecosystem" && postingsFor(component, index).length > 0);
      if (text === null || !isKnown) {
        result.unmatched.push({ sbom, component, reason: reason ?? "no-version" });
        continue;
      }
      const version = installed(text);
      const versionUnread = isUnread(component, version);
      if (versionUnread) result.unreadVersions.push({ sbom, component, version: text });
      const ecosystem = uncoveredEcosystem(component, index);
      if (ecosystem !== null) uncovered.set(ecosystem, (uncovered.get(ecosystem) ?? 0) + 1);

      const { affected, unreadable } = judge.of(component, version);
      result.unreadable.push(...unreadable.map((one) => ({ sbom, component, ...one })));
      for (const judgement of affected) {
        const { record, ...known } = judgement;
        const about = statements.about(judgement).filter((one) => isAbout(one, component, bom, byRef));
        const vex = vexVerdict(
          record,
          about.map(({ statement }) => statement),
        );
        const ignored = ignore.decide([record.id, ...record.aliases], { component, installed: version });
        const settled = ignored !== null || vex?.status === "not_affected" || vex?.status === "fixed";
        const finding: Finding = { sbom, component, version: text, versionUnread, ...known, vex, ignored, settled };
        result.findings.push(finding);
      }
    }
  }
  result.findings = sortFindings(result.findings, "severity");
  result.uncovered = [...uncovered]
    .map(([ecosystem, components]) => ({ ecosystem, components }))
    .sort((a, b) => b.components - a.components || (a.ecosystem < b.ecosystem ? -1 : 1));
  return { ...result, summary: summarizeMatch(boms, result), problems: ignore.problems() };
}
