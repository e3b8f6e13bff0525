import { type AdvisoryDocument, readAdvisories } from "@bongsu/advisories";
import { BongsuError } from "@bongsu/base";
import { isCompiledIndex } from "@bongsu/matching";
import type { CliContext } from "../context.ts";
import { cliProblems } from "../problems.ts";
import { inputs } from "./inputs.ts";
import type { ProblemLog } from "./problem-log.ts";
import type { Progress } from "./progress.ts";
import type { Source } from "./source.ts";

export const advisoryFormats = "OSV, CVE 5, CSAF, CycloneDX, OpenVEX, KEV, EPSS";

/** A document, or the bytes of a compiled index. */
export type AdvisoryInput =
  | { name: string; document: AdvisoryDocument; index?: never }
  | { name: string; index: Uint8Array; document?: never };

const unknownFormat = "advisories.unknown-format";

/** A file that nobody named and that is no advisory is passed over; one that was named should have been one. */
function noteFailure(error: unknown, { name, named }: Source, problems: ProblemLog): void {
  if (!(error instanceof BongsuError)) throw error;
  const isForeign = error.code === unknownFormat || (error.code.startsWith("json.") && !/\.json$/i.test(name));
  if (isForeign && !named) problems.passedOver.push(cliProblems.problem("cli.passed-over", {}, { file: name }));
  else if (error.code === unknownFormat)
    problems.documents.push(cliProblems.problem("cli.unknown-format", { formats: advisoryFormats }, { file: name }));
  else problems.documents.push({ ...error.problem, place: { file: name, ...error.problem.place } });
}

const isEmpty = ({ advisories, statements, exploited, epss, problems }: AdvisoryDocument): boolean =>
  [advisories, statements, exploited, epss, problems].every((list) => list.length === 0);

/** A document that is one of the formats, and says nothing: an SBOM, most likely. */
function noteEmpty({ name, named }: Source, problems: ProblemLog): void {
  if (named) problems.documents.push(cliProblems.problem("cli.says-nothing", {}, { file: name }));
  else problems.passedOver.push(cliProblems.problem("cli.passed-over", {}, { file: name }));
}

/** Reads every advisory document behind the paths, one by one. What cannot be read is noted; the others go in. */
export async function* advisoryInputs(
  paths: readonly string[],
  problems: ProblemLog,
  progress: Progress,
  { say }: CliContext,
): AsyncGenerator<AdvisoryInput> {
  let n = 0;
  for await (const input of inputs(paths)) {
    if ("problem" in input) {
      problems.documents.push(input.problem);
      continue;
    }
    n++;
    progress.show(() => say("progress.advisories", { n }));
    const { source } = input;
    try {
      const bytes = await source.bytes();
      if (isCompiledIndex(bytes)) {
        yield { name: source.name, index: bytes };
        continue;
      }
      const document = readAdvisories(bytes, { file: source.name });
      for (const problem of document.problems) problems.parts.push(problem);
      if (isEmpty(document)) noteEmpty(source, problems);
      else yield { name: source.name, document };
    } catch (error) {
      noteFailure(error, source, problems);
    }
  }
}
