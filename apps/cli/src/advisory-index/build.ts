import { IndexBuilder, openIndex } from "@bongsu/matching";
import type { CliContext } from "../context.ts";
import { exitCodes } from "../exit.ts";
import { advisoryInputs } from "../io/advisory-inputs.ts";
import { ProblemLog } from "../io/problem-log.ts";
import { Progress } from "../io/progress.ts";
import { writeWhole } from "../io/write.ts";
import { cliProblems } from "../problems.ts";
import { summaryLines } from "./summary.ts";

/** Compiles everything behind the paths into one file. Gives the exit code; throws where nothing could be done. */
export async function runIndexBuild(
  paths: string[],
  { output, all }: { output: string; all: boolean },
  context: CliContext,
): Promise<number> {
  const problems = new ProblemLog();
  const progress = new Progress(context.err);
  const builder = new IndexBuilder();
  for await (const { name, document } of advisoryInputs(paths, problems, progress, context)) {
    if (document === undefined) problems.documents.push(cliProblems.problem("cli.index-again", {}, { file: name }));
    else builder.add(document);
  }
  progress.clear();
  problems.tell(context, all);
  const bytes = builder.finish();
  const { summary } = openIndex(bytes);
  if (summary.vulnerabilities === 0 && summary.epss === 0) throw cliProblems.error("cli.no-advisories");
  writeWhole(output, bytes);
  context.out.write(summaryLines(output, bytes.length, summary, context.say));
  return problems.documents.length > 0 ? exitCodes.inputsMissing : exitCodes.done;
}
