import { type Advisory, type AdvisoryDocument, readCycloneDxVulnerabilities } from "@bongsu/advisories";
import { BongsuError } from "@bongsu/base";
import type { Bom } from "@bongsu/matching";
import { type Component, recogniseSbom, type SbomHeader, streamSbom } from "@bongsu/sbom";
import type { CliContext } from "../context.ts";
import { cliProblems } from "../problems.ts";
import { inputs } from "./inputs.ts";
import type { ProblemLog } from "./problem-log.ts";
import type { Progress } from "./progress.ts";
import type { Source } from "./source.ts";

const sbomFormats = "CycloneDX, SPDX";

/** An SBOM, and the advisories that it brings itself (CycloneDX `vulnerabilities`); null if none. */
export interface SbomInput {
  bom: Bom;
  embedded: AdvisoryDocument | null;
}

async function readBom({ name, chunks }: Source, problems: ProblemLog): Promise<SbomInput> {
  const components: Component[] = [];
  const vulnerabilities: unknown[] = [];
  let header: SbomHeader | null = null;
  for await (const event of streamSbom(chunks(), { file: name })) {
    if (event.kind === "component") components.push(event.component);
    else if (event.kind === "vulnerability") vulnerabilities.push(event.vulnerability);
    else if (event.kind === "problem") problems.parts.push(event.problem);
    else if (event.kind === "header") header = event.header;
  }
  const byRef = new Map(components.map((component) => [component.ref, component]));
  const embedded =
    vulnerabilities.length === 0
      ? null
      : readCycloneDxVulnerabilities(vulnerabilities, {
          components: byRef,
          documentId: header?.id ?? name,
          author: null,
          timestamp: header?.created ?? null,
          file: name,
        });
  for (const problem of embedded?.problems ?? []) problems.parts.push(problem);
  const bom: Bom = {
    name,
    id: header?.id ?? null,
    revision: header?.revision ?? null,
    subject: header?.subject ?? byRef.get(header?.subjects[0] ?? "") ?? null,
    components,
    statements: embedded?.statements ?? [],
  };
  return { bom, embedded };
}

/** Reads every SBOM behind the paths, one by one. What cannot be read is noted; the others go in. */
export async function* sbomInputs(
  paths: readonly string[],
  problems: ProblemLog,
  progress: Progress,
  { say }: CliContext,
): AsyncGenerator<SbomInput> {
  for await (const input of inputs(paths)) {
    if ("problem" in input) {
      problems.documents.push(input.problem);
      continue;
    }
    const { source } = input;
    const { name } = source;
    progress.show(() => say("progress.sboms", { name }));
    if (!source.named && recogniseSbom(source.head) === null) {
      problems.passedOver.push(cliProblems.problem("cli.passed-over", {}, { file: name }));
      continue;
    }
    try {
      yield await readBom(source, problems);
    } catch (error) {
      if (!(error instanceof BongsuError)) throw error;
      if (error.code === "sbom.unknown-format")
        problems.documents.push(cliProblems.problem("cli.unknown-format", { formats: sbomFormats }, { file: name }));
      else problems.documents.push({ ...error.problem, place: { file: name, ...error.problem.place } });
    }
  }
}

/** Whether a document says of anything that it is affected. */
export const saysAffected = ({ advisories }: { advisories: readonly Advisory[] }): boolean =>
  advisories.some(({ affected }) => affected.some(({ status }) => status === "affected"));
