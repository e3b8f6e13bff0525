import type { Finding, MatchResult } from "../result.ts";
import { componentName, Speaker } from "./say.ts";

/** Columns in their order; their names stay as they are in every language. */
const columns: Record<string, (finding: Finding, speaker: Speaker) => string | number | null> = {
  sbom: ({ sbom }) => sbom,
  component: (finding) => componentName(finding),
  purl: ({ component }) => component.purl,
  cpe: ({ component }) => component.cpe,
  installed: ({ version }) => version,
  vulnerability: ({ vulnerability }) => vulnerability.id,
  aliases: ({ vulnerability }) => vulnerability.aliases.join(" "),
  fixes: ({ vulnerability }) => vulnerability.fixes.join(" "),
  severity: ({ severity }) => severity.rating,
  score: ({ severity }) => severity.score,
  vector: ({ severity }) => severity.vector,
  exploited: ({ exploited }) => (exploited === null ? "no" : "yes"),
  exploited_since: ({ exploited }) => exploited?.since ?? null,
  due: ({ exploited }) => exploited?.due ?? null,
  ransomware: ({ exploited }) => (exploited?.ransomware === true ? "yes" : "no"),
  epss: ({ epss }) => epss?.probability ?? null,
  ssvc_exploitation: ({ ssvc }) => ssvc?.exploitation ?? null,
  fixed_in: ({ fixedIn }) => fixedIn.join(" "),
  why: (finding, speaker) => speaker.reasons(finding).join("; "),
  advisories: ({ claims }) => claims.map(({ id }) => id).join(" "),
  disagreement: ({ disagreement }) => (disagreement ? "yes" : "no"),
  vex_status: ({ vex }) => vex?.status ?? null,
  vex_justification: ({ vex }) => vex?.justification ?? vex?.text ?? null,
  ignored: ({ ignored }) => ignored?.reason ?? null,
  ignored_until: ({ ignored }) => ignored?.until ?? null,
  settled: ({ settled }) => (settled ? "yes" : "no"),
  url: ({ vulnerability }) => vulnerability.url,
};

/** A text that a spreadsheet would run as a formula gets an apostrophe in front, which it takes as "this is text". */
const guarded = (text: string): string => (/^[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/.test(text) ? `'${text}` : text);

/** One field by RFC 4180 §2: in quotes where it has to be, quotes doubled. */
function field(value: string | number | null): string {
  if (typeof value === "number") return String(value);
  const text = guarded(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Findings as comma-separated values (RFC 4180): a header line, then one line for each finding, ended by CR LF. */
export function csvReport(result: MatchResult, { language }: { language: "en" | "ko" }): string {
  const speaker = new Speaker(language);
  const rows = result.findings.map((finding) => Object.values(columns).map((value) => field(value(finding, speaker))));
  return [Object.keys(columns), ...rows].map((row) => `${row.join(",")}\r\n`).join("");
}
