import { basename } from "node:path";
import { BongsuError } from "@bongsu/base";
import {
  type Asset,
  addAsset,
  type Database,
  embeddedStatements,
  findAsset,
  findOrganisation,
  importStatements,
  type Organisation,
  systemClock,
  takeSbom,
} from "@bongsu/hub";
import { readSbom, recogniseSbom, type Sbom } from "@bongsu/sbom";
import type { CliContext } from "../context.ts";
import { exitCodes } from "../exit.ts";
import { countDocuments } from "../io/count.ts";
import { inputs } from "../io/inputs.ts";
import { ProblemLog } from "../io/problem-log.ts";
import { Progress } from "../io/progress.ts";
import type { Source } from "../io/source.ts";
import { cliProblems } from "../problems.ts";
import { record } from "./console.ts";
import { printJson } from "./print.ts";
import { withHub } from "./session.ts";

export interface ImportSbomArguments {
  org: string;
  /** Where there is one document; else each document's file name is its asset's. */
  asset?: string;
  create: boolean;
  criticality: string;
  network: string;
  json: boolean;
}

/** `citizen-portal.cdx.json` is the inventory of `citizen-portal`. */
const assetNameOf = (file: string): string =>
  basename(file.split("!").at(-1) ?? file).replace(/(\.(cdx|spdx|bom|sbom))?\.(json|xml|spdx|tag|jsonld)(\.gz)?$/i, "");

async function assetFor(
  database: Database,
  organisation: Organisation,
  name: string,
  given: ImportSbomArguments,
): Promise<Asset> {
  try {
    return await findAsset(database.kysely, organisation, name);
  } catch (error) {
    if (!given.create || !(error instanceof BongsuError) || error.code !== "inventories.unknown-asset") throw error;
    const { criticality, network } = given;
    return addAsset(database.kysely, systemClock, organisation, { name, criticality, network });
  }
}

/** Statements that the document brings itself speak for the asset that it lists. */
async function takeEmbedded(database: Database, asset: Asset, sbom: Sbom, file: string) {
  const document = embeddedStatements(sbom, file);
  if (document !== null) await importStatements(database, systemClock, { organisation: null, asset }, document);
}

async function take(
  database: Database,
  organisation: Organisation,
  source: Source,
  given: ImportSbomArguments,
  problems: ProblemLog,
) {
  const original = await source.bytes();
  const sbom = await readSbom(original, { file: source.name });
  for (const problem of sbom.problems) problems.parts.push(problem);
  const asset = await assetFor(database, organisation, given.asset ?? assetNameOf(source.name), given);
  const taken = await takeSbom(database, systemClock, asset, { file: source.name, sbom, original });
  const { newPackageVersions, byOrganisation: _, problems: kept, ...change } = taken;
  // What the database could not keep as written stands behind what the reader told.
  if (!taken.unchanged) for (const problem of kept.slice(sbom.problems.length)) problems.parts.push(problem);
  await takeEmbedded(database, asset, sbom, source.name);
  return { file: source.name, asset: asset.name, ...change, newPackageVersions: newPackageVersions.length };
}

/** `bongsu import sbom`: inventories of one organisation's assets. One bad document does not end the rest. */
export function runImportSbom(paths: string[], given: ImportSbomArguments, context: CliContext): Promise<number> {
  return withHub(async (database) => {
    const organisation = await findOrganisation(database.kysely, given.org);
    const problems = new ProblemLog();
    const progress = new Progress(context.err);
    const all = context.err.isTerminal ? await countDocuments(paths) : null;
    const results: Awaited<ReturnType<typeof take>>[] = [];
    for await (const input of inputs(paths)) {
      if ("problem" in input) {
        problems.documents.push(input.problem);
        continue;
      }
      const { source } = input;
      progress.show(
        () => context.say("progress.sboms", { name: source.name }),
        all === null ? null : results.length / all,
      );
      if (!source.named && recogniseSbom(source.head) === null) {
        problems.passedOver.push(cliProblems.problem("cli.passed-over", {}, { file: source.name }));
        continue;
      }
      try {
        if (given.asset !== undefined && results.length > 0)
          throw cliProblems.error("cli.one-asset", { asset: given.asset });
        results.push(await take(database, organisation, source, given, problems));
      } catch (error) {
        if (!(error instanceof BongsuError) || error.code.startsWith("database.")) throw error;
        problems.documents.push({ ...error.problem, place: { file: source.name, ...error.problem.place } });
      }
    }
    if (results.length > 0) {
      const details = { documents: results.length, ...(given.asset === undefined ? {} : { asset: given.asset }) };
      await record(database, { operation: "inventories.uploadSbom", organisation: organisation.id, details });
    }
    progress.clear();
    problems.tell(context, false);
    if (given.json) printJson(context, { organisation: given.org, documents: results, problems: problems.all });
    else
      for (const result of results)
        context.out.write(
          `${context.say(result.unchanged ? "import.sbom.unchanged" : "import.sbom.done", { ...result, unchanged: "" })}\n`,
        );
    if (results.length === 0) return exitCodes.nothingDone;
    return problems.documents.length > 0 ? exitCodes.inputsMissing : exitCodes.done;
  });
}
