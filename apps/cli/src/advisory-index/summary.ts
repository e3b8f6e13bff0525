import type { IndexSummary } from "@bongsu/matching";
import { displayWidth, grouped } from "@bongsu/matching/width";
import type { Say } from "../messages/say.ts";

const counted = [
  ["documents", "index.documents"],
  ["advisories", "index.advisories"],
  ["withdrawn", "index.withdrawn"],
  ["unmatchable", "index.unmatchable"],
  ["vulnerabilities", "index.vulnerabilities"],
  ["packages", "index.packages"],
  ["statements", "index.statements"],
  ["exploited", "index.exploited"],
  ["epss", "index.epss"],
] as const;

const shownEcosystems = 12;

function tally(counts: Record<string, number>): string {
  const sorted = Object.entries(counts).sort(([, a], [, b]) => b - a);
  const shown = sorted.slice(0, shownEcosystems).map(([name, n]) => `${name} ${grouped(n)}`);
  return [...shown, ...(sorted.length > shownEcosystems ? [`… +${sorted.length - shownEcosystems}`] : [])].join(", ");
}

/** What an index holds, as lines for people. */
export function summaryLines(file: string, bytes: number, summary: IndexSummary, say: Say): string {
  const rows: [string, string][] = [
    [say("index.size"), bytes < 1e6 ? `${(bytes / 1e3).toFixed(0)} kB` : `${(bytes / 1e6).toFixed(1)} MB`],
    ...counted.map(([field, name]): [string, string] => [say(name), grouped(summary[field])]),
    [say("index.newest"), summary.newest?.slice(0, 10) ?? "–"],
    [say("index.formats"), tally(summary.formats)],
    [say("index.ecosystems"), tally(summary.ecosystems)],
  ];
  const width = Math.max(...rows.map(([name]) => displayWidth(name)));
  const lines = rows.map(([name, value]) => `  ${name}${" ".repeat(width - displayWidth(name))}  ${value}`);
  return `${[file, ...lines].join("\n")}\n`;
}
