import { randomUUID } from "node:crypto";
import { describeProblem } from "@bongsu/base";
import { type Bom, type MatchResult, match, type ReportContext, sortFindings } from "@bongsu/matching";
import type { CliContext } from "../context.ts";
import { exitCodes } from "../exit.ts";
import { ProblemLog } from "../io/problem-log.ts";
import { Progress } from "../io/progress.ts";
import { writeWhole } from "../io/write.ts";
import { cliProblems } from "../problems.ts";
import { tool } from "../tool.ts";
import type { MatchArguments } from "./arguments.ts";
import { MatchReader } from "./read.ts";
import { reportIn } from "./report.ts";
import { isShown, reaches } from "./threshold.ts";

const described = ({ name, id, revision, components }: Bom) => ({ name, id, revision, components: components.length });

/** Reads, matches, reports. Gives the exit code; throws where nothing could be done. */
export async function runMatch(paths: string[], given: MatchArguments, context: CliContext): Promise<number> {
  const { language, say, out, err } = context;
  const problems = new ProblemLog();
  const progress = new Progress(err);
  const reader = new MatchReader(problems, progress, context);

  const boms = await reader.sboms(paths);
  await reader.advisories(given.advisories);
  const statements = await reader.vex(given.vex);
  const ignore = await reader.ignore(given.ignore);
  progress.show(() => say("progress.matching"));
  const at = context.now();
  const index = boms.length === 0 ? null : reader.index();
  progress.clear();
  problems.tell(context, given.all);
  if (index === null) throw cliProblems.error("cli.no-sbom");

  const result = match(boms, index, { statements, ignore, today: at.slice(0, 10) });
  for (const problem of result.problems) err.write(`bongsu: ${describeProblem(problem, language)}\n`);

  const { minSeverity, failOn } = given;
  const shown =
    minSeverity === undefined ? result.findings : result.findings.filter((one) => isShown(one, minSeverity));
  const hidden = result.findings.length - shown.length;
  if (minSeverity !== undefined && hidden > 0)
    err.write(`bongsu: ${say("match.hidden", { n: hidden, severity: minSeverity })}\n`);
  const report: ReportContext = {
    language,
    tool,
    at,
    id: randomUUID(),
    sboms: boms.map(described),
    advisories: index.summary,
    problems: problems.all,
  };
  const toTerminal = given.output === undefined || given.output === "-";
  const sorted = { ...result, findings: sortFindings(shown, given.sort) };
  const text = written(given.format, sorted, () =>
    reportIn(given.format, sorted, report, {
      width: toTerminal ? out.width : null,
      colour: toTerminal && out.colour,
      all: given.all,
    }),
  );
  if (given.output === undefined || given.output === "-") out.write(text);
  else {
    writeWhole(given.output, text);
    if (err.isTerminal) err.write(`${say("match.written", { file: given.output })}\n`);
  }

  if (failOn !== undefined && result.findings.some((finding) => reaches(finding, failOn))) return exitCodes.findings;
  return problems.documents.length > 0 ? exitCodes.inputsMissing : exitCodes.done;
}

/** A string has an end: about half a billion characters, some hundred thousand findings in the wordier formats. */
function written(format: string, { findings }: MatchResult, write: () => string): string {
  try {
    return write();
  } catch (error) {
    if (!(error instanceof RangeError) || error.message !== "Invalid string length") throw error;
    throw cliProblems.error("cli.report-too-large", { findings: findings.length, format }, {}, error);
  }
}
