import type { MatchResult } from "../result.ts";
import { layOut, naturalWidth } from "./columns.ts";
import type { ReportContext } from "./context.ts";
import { shortLabels } from "./labels.ts";
import { leftOut } from "./left-out.ts";
import { paints } from "./paints.ts";
import { collapse, narrowRows, wideRows } from "./rows.ts";
import { Speaker } from "./say.ts";
import { summaryLine } from "./summary-line.ts";

export interface TableOptions {
  /** Columns of the terminal; null: as wide as it gets. */
  width: number | null;
  colour: boolean;
  /** List every component that was not matched, and what is settled. */
  all: boolean;
}

/** From this width on, every fact gets a column, even where some have to wrap. */
const wide = 130;

/** The report for people at a terminal: findings, what was left out and why, and a summary line. */
export function tableReport(
  result: MatchResult,
  { language }: Pick<ReportContext, "language">,
  options: TableOptions,
): string {
  const { all, width, colour } = options;
  const speaker = new Speaker(language);
  const paint = paints(colour);
  const shown = all ? result.findings : result.findings.filter(({ settled }) => !settled);
  const hidden = result.findings.length - shown.length;
  const rows = collapse(shown);
  const sbomLabel = result.summary.sboms > 1 ? shortLabels(result.findings.map(({ sbom }) => sbom)) : null;
  const full = wideRows(rows, speaker, paint, sbomLabel);
  const isNarrow = width !== null && width < wide && naturalWidth(full) > width;
  const table = layOut(isNarrow ? narrowRows(rows, speaker, paint, sbomLabel) : full, width);
  const parts = [
    shown.length === 0 ? [speaker.say("nothing")] : table,
    ...leftOut(result, speaker, options).map(([title = "", ...lines]) => [title, ...lines.map(paint.dim)]),
    [...(hidden > 0 ? [speaker.say("settled", { n: hidden })] : []), paint.title(summaryLine(result.summary, speaker))],
  ];
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
