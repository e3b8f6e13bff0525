import { exportBundle } from "@bongsu/hub";
import type { CliContext } from "../../context.ts";
import { Progress } from "../../io/progress.ts";
import { megabytes, printJson } from "../print.ts";
import { onFile, withBundles } from "./session.ts";

export interface ExportArguments {
  for?: string;
  since?: string;
  plain: boolean;
  json: boolean;
}

export function runBundleExport(file: string, given: ExportArguments, context: CliContext): Promise<void> {
  const progress = new Progress(context.err);
  const { say, out } = context;
  const onProgress = (done: number, all: number) =>
    progress.show(() => say("progress.bundle.export", { done, all }), all === 0 ? null : done / all);
  return withBundles(async (hub) => {
    const request = { recipient: given.for ?? null, since: given.since ?? null, plain: given.plain };
    const made = await onFile(file, () => exportBundle(hub, request, file, { onProgress }));
    progress.clear();
    if (given.json) return printJson(context, made);
    const { header, records } = made;
    const counted = (name: string) => records[name] ?? 0;
    const lines = [
      say("bundle.exported", {
        sequence: header.sequence,
        file,
        advisories: counted("advisories"),
        signals: counted("known-exploited") + counted("epss"),
        reports: counted("reports"),
        marking: `TLP:${header.highest}`,
        size: megabytes(made.bytes),
      }),
      ...(made.resumedAfter > 0 ? [say("bundle.resumed", { n: made.resumedAfter })] : []),
      header.encryption === null ? say("bundle.notSealed") : say("bundle.sealed", { recipient: given.for ?? "" }),
      say("bundle.sha256", { sha256: made.sha256 }),
    ];
    out.write(`${lines.join("\n")}\n`);
  }).finally(() => progress.clear());
}
