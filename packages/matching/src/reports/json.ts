import type { Component } from "@bongsu/sbom";
import type { Finding, MatchResult } from "../result.ts";
import type { ReportContext } from "./context.ts";

/** Changes with the number after the slash: within one number, members are only added. */
export const jsonSchema = "bongsu.match/1";

function componentOf({ ref, path, type, group, name, version, purl, cpe, identity }: Component) {
  return { ref, path, type, group, name, version, purl, cpe, package: identity };
}

function findingOf(finding: Finding) {
  const { sbom, component, version, versionUnread, vulnerability, claims, ...rest } = finding;
  return {
    sbom,
    component: componentOf(component),
    installed: version,
    versionUnread,
    vulnerability,
    advisories: claims,
    ...rest,
  };
}

const withComponent = <T extends { component: Component }>(item: T) => ({
  ...item,
  component: componentOf(item.component),
});

/** The whole result as JSON, for programs; its shape is described in `docs/match.md`. */
export function jsonReport(result: MatchResult, context: ReportContext): string {
  const { tool, at, sboms, advisories } = context;
  const { findings, unmatched, unreadVersions, unreadable, uncovered, summary } = result;
  const report = {
    schema: jsonSchema,
    tool,
    at,
    sboms,
    advisories,
    summary,
    findings: findings.map(findingOf),
    unmatched: unmatched.map(withComponent),
    unreadVersions: unreadVersions.map(withComponent),
    unreadable: unreadable.map(withComponent),
    uncovered,
    problems: [...context.problems, ...result.problems],
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
