import type { Rating } from "@bongsu/advisories";
import type { Finding, MatchResult } from "../result.ts";
import { type Cell, layOut } from "./columns.ts";
import type { ReportContext } from "./context.ts";
import { leftOut } from "./left-out.ts";
import { printable } from "./printable.ts";
import { componentName, Speaker } from "./say.ts";
import { summaryLine } from "./summary-line.ts";

export interface TableOptions {
  /** Columns of the terminal; null: as wide as it gets. */
  width: number | null;
  colour: boolean;
  /** List every component that was not matched, and what is settled. */
  all: boolean;
}

type Paint = (text: string) => string;

/** ANSI colours by what they mean here. */
function paints(colour: boolean): Record<Rating | "title" | "dim" | "alarm", Paint> {
  const sgr =
    (code: string): Paint =>
    (text) =>
      colour && text !== "" ? `\u001b[${code}m${text}\u001b[0m` : text;
  return {
    critical: sgr("1;31"),
    high: sgr("31"),
    medium: sgr("33"),
    low: sgr("36"),
    none: sgr("0"),
    unknown: sgr("2"),
    title: sgr("1"),
    dim: sgr("2"),
    alarm: sgr("1;35"),
  };
}

/** Findings that differ only in where within the SBOM the component stands are one row. */
function collapse(findings: readonly Finding[]): { finding: Finding; times: number }[] {
  const rows = new Map<string, { finding: Finding; times: number }>();
  for (const finding of findings) {
    const { sbom, version, vulnerability, vex, ignored } = finding;
    const key = JSON.stringify([sbom, componentName(finding), version, vulnerability.id, vex?.status, ignored?.reason]);
    const row = rows.get(key);
    if (row === undefined) rows.set(key, { finding, times: 1 });
    else row.times++;
  }
  return [...rows.values()];
}

function tableRows(result: MatchResult, shown: readonly Finding[], speaker: Speaker, colour: boolean): Cell[][] {
  const paint = paints(colour);
  const several = result.summary.sboms > 1;
  const titles = ["component", "installed", "vulnerability", "severity", "exploited", "fixedIn", "why"] as const;
  const head: Cell[] = titles.map((name) => ({ text: speaker.say(name), paint: paint.title }));
  const sbomHead: Cell[] = several ? [{ text: speaker.say("sbom"), paint: paint.title }] : [];
  const rows = collapse(shown).map(({ finding, times }): Cell[] => {
    const { vulnerability, severity, settled } = finding;
    const names = [vulnerability.id, ...vulnerability.aliases].map(printable);
    const mute = settled ? paint.dim : undefined;
    const cells: Cell[] = [
      { text: times === 1 ? componentName(finding) : `${componentName(finding)} ×${times}` },
      { text: printable(finding.version) },
      { text: names.join(" ") },
      { text: speaker.severity(finding), paint: mute ?? paint[severity.rating] },
      { text: speaker.exploited(finding), paint: mute ?? paint.alarm },
      { text: speaker.fixedIn(finding) },
      { text: [...speaker.verdicts(finding), ...speaker.reasons(finding)].join("; ") },
    ];
    const all = several ? [{ text: printable(finding.sbom) }, ...cells] : cells;
    return mute === undefined ? all : all.map((cell) => ({ ...cell, paint: mute }));
  });
  return [[...sbomHead, ...head], ...rows];
}

/** The report for people at a terminal: findings, what was left out and why, and a summary line. */
export function tableReport(
  result: MatchResult,
  { language }: Pick<ReportContext, "language">,
  options: TableOptions,
): string {
  const speaker = new Speaker(language);
  const paint = paints(options.colour);
  const shown = options.all ? result.findings : result.findings.filter(({ settled }) => !settled);
  const table = layOut(tableRows(result, shown, speaker, options.colour), options.width);
  const hidden = result.findings.length - shown.length;
  const parts = [
    shown.length === 0 ? [speaker.say("nothing")] : table,
    ...leftOut(result, speaker, options).map((lines) =>
      lines.map((line, index) => (index === 0 ? line : paint.dim(line))),
    ),
    [...(hidden > 0 ? [speaker.say("settled", { n: hidden })] : []), paint.title(summaryLine(result.summary, speaker))],
  ];
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
