import { createReadStream } from "node:fs";
import { downloadBundle, exportEverything, listMadeBundles, listTakenBundles } from "@bongsu/contracts";
import { type Download, operation } from "../../../kernel/index.ts";
import { newId } from "../../../platform/ids.ts";
import { requestApproval } from "../../approvals/index.ts";
import { finishedExport } from "../export/plan.ts";
import { madeBundles, takenBundles } from "../history.ts";
import { tables } from "../hub.ts";
import { exists } from "../part-file.ts";
import { bundlesProblems } from "../problems.ts";
import { bundleFile } from "../requested.ts";
import { findHub } from "../trust.ts";
import { presentBundle } from "./present.ts";

const longest = 1_000;

export const listMade = operation(listMadeBundles, async ({ database }) => ({
  items: (await madeBundles(database, longest)).map(({ header, finishedAt, ...made }) => ({
    ...presentBundle(header, finishedAt),
    ...made,
  })),
}));

export const listTaken = operation(listTakenBundles, async ({ database }) => ({
  items: (await takenBundles(database, longest)).map(({ header, finishedAt, frames, applied, result }) => ({
    ...presentBundle(header, finishedAt),
    frames,
    applied,
    advisories: result.advisories,
    reports: result.reports,
    removed: result.removed,
    missing: result.missing,
    refused: result.refused,
  })),
}));

export const requestExport = operation(exportEverything, async (context, { recipient, since, reason }) => {
  const hub = recipient === null ? null : await findHub(context.database, recipient);
  if (since !== null) await finishedExport(context.database, String(since), recipient);
  const approval = await requestApproval(context, {
    kind: "export-everything",
    subject: { kind: "hub", id: recipient ?? "anybody" },
    organisation: null,
    payload: { id: newId(context.now), recipient, since, name: hub?.name ?? null },
    reason,
  });
  return { approval };
});

export const download = operation(
  downloadBundle,
  async ({ database, services, note }, { bundle }): Promise<Download> => {
    const row = await tables(database)
      .selectFrom("bundle_export")
      .select(["file", "header", "bytes"])
      .where("id", "=", bundle)
      .where("finished_at", "is not", null)
      .executeTakeFirst();
    const file = row?.file == null ? null : bundleFile(services, row.file);
    if (row === undefined || file === null || !(await exists(file))) {
      throw bundlesProblems.error("bundles.unknown-file", { bundle });
    }
    const { header, bytes } = row;
    note({ subject: { kind: "bundle", id: bundle }, marking: header.highest, details: { bytes } });
    return { mediaType: downloadBundle.answers, name: row.file ?? "", chunks: createReadStream(file) };
  },
);
