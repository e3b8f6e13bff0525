import { type Problem, quote } from "@bongsu/base";
import { type ImportSummary, importBundle, withSource } from "@bongsu/hub";
import type { CliContext } from "../../context.ts";
import { exitCodes } from "../../exit.ts";
import { Progress } from "../../io/progress.ts";
import { printJson } from "../print.ts";
import { onFile, withBundles } from "./session.ts";

export interface ImportArguments {
  replay: boolean;
  allowGap: boolean;
  json: boolean;
}

function tellImport(summary: ImportSummary, { say, language, out, err }: CliContext): void {
  const { header, hub, refused, refusedCount, missing, resumedAfter: _, wasTaken, ...counts } = summary;
  const about = { hub: hub[language], sequence: header.sequence };
  if (wasTaken) {
    out.write(`${say("bundle.wasTaken", about)}\n`);
    return;
  }
  const { advisories, unchanged, signals, reports, removed, opened, changed, closed } = counts;
  const said = { ...about, advisories, unchanged, signals, reports, removed, opened, changed, closed };
  out.write(`${say("bundle.imported", said)}\n`);
  if (missing > 0) err.write(`${say("bundle.missing", { n: missing })}\n`);
  if (refusedCount === 0) return;
  err.write(`${say("bundle.refused", { n: refusedCount })}\n`);
  const shown = refused.slice(0, 20).map(({ kind, name, code }) => `  ${kind} ${quote(name)}: ${code}`);
  err.write(`${shown.join("\n")}\n`);
}

/** What was refused for good reason, an overtaken state, is no fault. */
const isFault = ({ code }: Pick<Problem, "code">): boolean => code !== "bundles.overtaken";

export function runBundleImport(file: string, given: ImportArguments, context: CliContext): Promise<number> {
  const progress = new Progress(context.err);
  const { say } = context;
  const onProgress = (stage: "verifying" | "taking", done: number, all: number) =>
    progress.show(
      () => say(stage === "taking" ? "progress.bundle.import" : "progress.bundle.verify", { done, all }),
      all === 0 ? null : done / all,
    );
  return withBundles(async (hub) => {
    const options = { replay: given.replay, allowGap: given.allowGap };
    const summary = await onFile(file, () =>
      withSource(file, (source) => importBundle(hub, source, options, onProgress)),
    );
    progress.clear();
    if (given.json) printJson(context, summary);
    else tellImport(summary, context);
    return summary.refused.some(isFault) ? exitCodes.inputsMissing : exitCodes.done;
  }).finally(() => progress.clear());
}
