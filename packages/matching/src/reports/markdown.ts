import type { Finding, MatchResult } from "../result.ts";
import type { ReportContext } from "./context.ts";
import { leftOut } from "./left-out.ts";
import { printable } from "./printable.ts";
import { componentName, Speaker, vulnerabilityNames } from "./say.ts";
import { summaryLine } from "./summary-line.ts";

/** Text as Markdown (CommonMark, and GitHub's tables) shows it unchanged. */
export function escaped(text: string): string {
  return printable(text)
    .replace(/[\\`*_{}[\]|~$]|^[#+=-]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("@", "&#64;")
    .replaceAll("://", "&#58;//");
}

/** Text as code; a bar would end a table's cell even there. */
export function code(text: string): string {
  const clean = printable(text);
  if (clean.trim() === "") return "";
  const longest = Math.max(0, ...(clean.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const room = longest > 0 ? " " : "";
  return `${fence}${room}${clean.replaceAll("|", "\\|")}${room}${fence}`;
}

/** A link where the address is one that a browser opens safely. */
function link(text: string, url: string | null): string {
  const target = url === null || !URL.canParse(url) ? null : new URL(url);
  if (target === null || !["https:", "http:"].includes(target.protocol)) return escaped(text);
  const address = target.href.replace(
    /[()|<>\s\\]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
  return `[${escaped(text)}](${address})`;
}

function table(findings: readonly Finding[], several: boolean, speaker: Speaker): string[] {
  if (findings.length === 0) return [];
  const titles = ["component", "installed", "vulnerability", "severity", "exploited", "fixedIn", "why"] as const;
  const head = [...(several ? ["sbom" as const] : []), ...titles].map((name) => escaped(speaker.say(name)));
  const rows = findings.map((finding) => {
    const { vulnerability } = finding;
    const [name = "", ...others] = vulnerabilityNames(finding).split(" ");
    const names = [link(name, vulnerability.url), ...others.map(escaped)];
    return [
      ...(several ? [code(finding.sbom)] : []),
      code(componentName(finding)),
      code(finding.version),
      names.join(" "),
      escaped(speaker.severity(finding)),
      escaped(speaker.exploited(finding)),
      finding.fixedIn.length === 0 ? escaped(speaker.fixedIn(finding)) : finding.fixedIn.map(code).join(", "),
      [...speaker.verdicts(finding), ...speaker.reasons(finding)].map(escaped).join("; "),
    ];
  });
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)];
}

/** The result as a Markdown page: for a ticket, a merge request, a wiki. */
export function markdownReport(result: MatchResult, context: ReportContext): string {
  const speaker = new Speaker(context.language);
  const several = result.summary.sboms > 1;
  const open = result.findings.filter(({ settled }) => !settled);
  const settled = result.findings.filter((finding) => finding.settled);
  const names = context.sboms.map(({ name }) => name).join(", ");
  const parts = [
    [`# ${escaped(speaker.say("title", { sboms: names }))}`],
    [escaped(summaryLine(result.summary, speaker))],
    open.length === 0 ? [escaped(speaker.say("nothing"))] : table(open, several, speaker),
    settled.length === 0 ? [] : [`## ${escaped(speaker.say("settledTitle"))}`, "", ...table(settled, several, speaker)],
    ...leftOut(result, speaker, { width: null, all: false }).map(([title = "", ...lines]) => [
      `## ${escaped(title)}`,
      "",
      ...lines.map((line) => `- ${escaped(line.trim())}`),
    ]),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}
