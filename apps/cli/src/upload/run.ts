import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Caller, catalogue } from "@bongsu/client";
import { type listExposures, type OutputOf, uploadStates } from "@bongsu/contracts";
import { printable } from "@bongsu/matching/printable";
import { CommanderError } from "commander";
import type { CliContext } from "../context.ts";
import { exitCodes } from "../exit.ts";
import { reasonOf } from "../io/reason.ts";
import { wholeInput } from "../io/stdin.ts";
import { cliProblems } from "../problems.ts";
import { remoteHub } from "../remote/hub.ts";
import { remoteProblems } from "../remote/problems.ts";
import { thresholds, type UploadArguments } from "./arguments.ts";
import { originOf } from "./build.ts";
import type { Exposure, Upload, Uploaded } from "./result.ts";
import { sarifOf } from "./sarif.ts";

/** Milliseconds between two looks at an upload that is being read, at first and at most. */
const pauses = { first: 250, most: 3_000 };

const isOver = ({ state }: Upload): boolean => state === "done" || state === "failed";

/** The assets' names: as many as there are files, or the files' own names without what they end in. */
function assetsOf(files: readonly string[], { asset }: UploadArguments): string[] {
  if (asset.length === 0) return files.map((file) => basename(file).replace(/(\.(cdx|spdx|bom|sbom))?\.\w+$/i, ""));
  if (asset.length === files.length) return asset;
  throw new CommanderError(2, "bongsu.assets", "error: as many --asset as files, or none");
}

async function submit(hub: Caller, file: string, asset: string, given: UploadArguments): Promise<Upload> {
  const { organisation, create, kind, tool } = given;
  const document = await wholeInput(file);
  const { data } = await hub.answer(catalogue.inventories.submitSbom, {
    organisation,
    asset,
    // Sent again after a lost answer, the same upload is answered.
    upload: randomUUID(),
    file: basename(file) || "sbom",
    create,
    ...(kind === undefined ? {} : { kind }),
    ...(tool === undefined ? {} : { tool }),
    ...originOf(given, process.env),
    document,
  });
  return data as Upload;
}

/** Throws `cli.upload-too-slow`. */
async function finished(hub: Caller, upload: Upload, { organisation, timeout }: UploadArguments): Promise<Upload> {
  const end = performance.now() + timeout * 1_000;
  let pause = pauses.first;
  for (let shown = upload; ; pause = Math.min(pause * 2, pauses.most)) {
    if (isOver(shown)) return shown;
    if (performance.now() > end) throw remoteProblems.error("cli.upload-too-slow", { upload: upload.id, timeout });
    await sleep(pause);
    const { data } = await hub.answer(catalogue.inventories.showUpload, { organisation, upload: upload.id });
    shown = data as Upload;
  }
}

async function exposuresOf(hub: Caller, upload: Upload, given: UploadArguments): Promise<Exposure[]> {
  const least = given.failOn ?? (given.format === "sarif" ? "defer" : null);
  if (least === null || upload.state !== "done") return [];
  const found: Exposure[] = [];
  const decision = thresholds.slice(thresholds.indexOf(least));
  const state = ["new", "acknowledged", "remediating"];
  const input = { organisation: given.organisation, asset: upload.asset.id, decision, state, limit: 200 };
  for await (const page of hub.pages(catalogue.exposure.listExposures, input)) {
    found.push(...(page as OutputOf<typeof listExposures>).items);
  }
  return found;
}

function lineOf({ file, upload, exposures }: Uploaded, { language, say }: CliContext): string {
  const { state, asset, failure, components, revision, id } = upload;
  const head = `${printable(file)} → ${printable(asset.name)}: ${uploadStates[state][language]}`;
  if (failure !== null) return `${head}. ${printable(failure.message[language])}`;
  if (revision === null) return `${head} (${id})`;
  const lines = exposures.map(({ vulnerability, version, decision, fixedVersion, ...one }) =>
    `  ${vulnerability}  ${one.package.name} ${version}  ${decision}  ${fixedVersion ?? ""}`.trimEnd(),
  );
  return [`${head}. ${say("upload.done", { revision, components })}`, ...lines.map(printable)].join("\n");
}

function show(uploads: readonly Uploaded[], { format, output }: UploadArguments, context: CliContext): void {
  const written =
    format === "sarif"
      ? sarifOf(uploads)
      : format === "json"
        ? JSON.stringify(uploads, null, 2)
        : uploads.map((one) => lineOf(one, context)).join("\n");
  if (output === undefined || output === "-") {
    context.out.write(`${written}\n`);
    return;
  }
  try {
    writeFileSync(output, `${written}\n`);
  } catch (cause) {
    throw cliProblems.error("cli.not-writable", { reason: reasonOf(cause) }, { file: output }, cause);
  }
}

/**
 * Hands SBOMs in to a hub, one after another, and waits for what becomes of them where that is asked for. Gives the exit
 * code: 1 for exposures at or above the threshold, 3 for a document that could not be read. Throws `cli.*`, `HubError`.
 */
export async function runUpload(
  files: readonly string[],
  given: UploadArguments,
  context: CliContext,
): Promise<number> {
  const assets = assetsOf(files, given);
  const hub = remoteHub(process.env, context.language);
  const isWaiting = given.wait || given.failOn !== undefined || given.format === "sarif";
  const uploads: Uploaded[] = [];
  for (const [index, file] of files.entries()) {
    const sent = await submit(hub, file, assets[index] ?? "", given);
    const upload = isWaiting ? await finished(hub, sent, given) : sent;
    uploads.push({ file, upload, exposures: await exposuresOf(hub, upload, given) });
  }
  show(uploads, given, context);
  if (uploads.some(({ upload }) => upload.state === "failed")) return exitCodes.inputsMissing;
  const isFound = given.failOn !== undefined && uploads.some(({ exposures }) => exposures.length > 0);
  return isFound ? exitCodes.findings : exitCodes.done;
}
