import type { Finding } from "../result.ts";
import { bounded, type Cell, painted } from "./columns.ts";
import type { paints } from "./paints.ts";
import { printable } from "./printable.ts";
import { componentName, type Speaker, vulnerabilityNames } from "./say.ts";
import type { words } from "./words.ts";

type Paints = ReturnType<typeof paints>;
type Title = keyof typeof words;

/** A finding, and how often it stands in its SBOM. */
export interface Counted {
  finding: Finding;
  times: number;
}

/** Findings that differ only in where within the SBOM the component stands are one. */
export function collapse(findings: readonly Finding[]): Counted[] {
  const rows = new Map<string, Counted>();
  for (const finding of findings) {
    const { sbom, version, vulnerability, vex, ignored } = finding;
    const key = JSON.stringify([sbom, componentName(finding), version, vulnerability.id, vex?.status, ignored?.reason]);
    const row = rows.get(key);
    if (row === undefined) rows.set(key, { finding, times: 1 });
    else row.times++;
  }
  return [...rows.values()];
}

const nameOf = ({ finding, times }: Counted) =>
  times === 1 ? componentName(finding) : `${componentName(finding)} ×${times}`;

const reasonsOf = (finding: Finding, speaker: Speaker) =>
  [...speaker.verdicts(finding), ...speaker.reasons(finding)].join("; ");

const heads = (titles: readonly Title[], speaker: Speaker, paint: Paints): Cell[] =>
  titles.map((name) => [{ text: speaker.say(name), paint: paint.title }]);

function exploitedLines({ exploited }: Finding, speaker: Speaker): string[] {
  if (exploited === null) return [];
  return [
    speaker.say("exploitedFlag"),
    ...(exploited.since === null ? [] : [speaker.say("exploitedDate", { date: exploited.since.slice(0, 10) })]),
    ...(exploited.ransomware ? [speaker.say("ransomware")] : []),
  ];
}

/** One colour for everything that is settled. */
function muted(cells: Cell[], { settled }: Finding, paint: Paints): Cell[] {
  return settled ? cells.map((cell) => painted(cell, paint.dim)) : cells;
}

/** One line for each finding, a column for each fact. `sbomLabel` null: there is one SBOM only. */
export function wideRows(
  rows: readonly Counted[],
  speaker: Speaker,
  paint: Paints,
  sbomLabel: ((name: string) => string) | null,
): Cell[][] {
  const titles = ["component", "installed", "vulnerability", "severity", "exploited", "fixedIn", "why"] as const;
  const head = heads([...(sbomLabel === null ? [] : (["sbom"] as const)), ...titles], speaker, paint);
  const body = rows.map((row) => {
    const { finding } = row;
    const cells: Cell[] = [
      ...(sbomLabel === null ? [] : [[{ text: sbomLabel(finding.sbom) }]]),
      [{ text: nameOf(row) }],
      [{ text: printable(finding.version) }],
      [{ text: vulnerabilityNames(finding) }],
      [{ text: speaker.severity(finding), paint: paint[finding.severity.rating] }],
      [{ text: speaker.exploited(finding), paint: paint.alarm }],
      [{ text: speaker.fixedIn(finding) }],
      [{ text: reasonsOf(finding, speaker) }],
    ];
    return muted(cells.map(bounded), finding, paint);
  });
  return [head, ...body];
}

/** For narrow terminals: four columns, each fact on a line of its own within them. */
export function narrowRows(
  rows: readonly Counted[],
  speaker: Speaker,
  paint: Paints,
  sbomLabel: ((name: string) => string) | null,
): Cell[][] {
  const head = heads(["component", "vulnerability", "severity", "fixedInAndWhy"], speaker, paint);
  const body = rows.map((row) => {
    const { finding } = row;
    const [id = "", ...others] = vulnerabilityNames(finding).split(" ");
    const cells: Cell[] = [
      [
        { text: nameOf(row) },
        { text: printable(finding.version) },
        { text: sbomLabel?.(finding.sbom) ?? "", paint: paint.dim },
      ],
      [{ text: id }, ...others.map((text) => ({ text, paint: paint.dim }))],
      [
        { text: speaker.severity(finding), paint: paint[finding.severity.rating] },
        ...exploitedLines(finding, speaker).map((text) => ({ text, paint: paint.alarm })),
      ],
      [{ text: speaker.fixedIn(finding) }, { text: reasonsOf(finding, speaker), paint: paint.dim }],
    ];
    return muted(cells.map(bounded), finding, paint);
  });
  return [head, ...body];
}
