import type { Executor } from "../../../platform/database/database.ts";
import { asViewer } from "../as-viewer.ts";
import { checkedDraft, type ReportDraft } from "./draft.ts";
import { reportEvent } from "./events.ts";
import { referencesOf, resolveReferences } from "./references.ts";
import type { ReportChange } from "./share.ts";
import type { Sharer } from "./sharer.ts";
import { keepReport, lockOwnReport, type Report } from "./store.ts";

/** Changes what a report says; what is left out stays. The marking stays. Throws `sharing.*`. */
export async function reviseReport(
  transaction: Executor,
  sharer: Sharer,
  id: string,
  changes: Partial<ReportDraft>,
  now: Date,
): Promise<ReportChange> {
  const before = await lockOwnReport(transaction, sharer, id, now);
  const { references, ...said } = checkedDraft({
    kind: changes.kind ?? before.kind,
    title: changes.title ?? before.title,
    text: changes.text ?? before.text,
    references: changes.references ?? [],
  });
  const targets =
    changes.references === undefined
      ? await referencesOf(transaction, id, before.revision)
      : await asViewer(transaction, sharer.viewer, now, (seen) => resolveReferences(seen, references));
  const report: Report = { ...before, ...said, revision: before.revision + 1 };
  await keepReport(transaction, sharer, report, "revised", targets, now);
  return { report, event: reportEvent(report, "revised"), problems: [] };
}

/** Takes a report back: it stays readable, as withdrawn, for those who may see it. Throws `sharing.*`. */
export async function withdrawReport(
  transaction: Executor,
  sharer: Sharer,
  id: string,
  now: Date,
): Promise<ReportChange> {
  const before = await lockOwnReport(transaction, sharer, id, now);
  const report: Report = { ...before, withdrawnAt: now, revision: before.revision + 1 };
  const targets = await referencesOf(transaction, id, before.revision);
  await keepReport(transaction, sharer, report, "withdrawn", targets, now);
  return { report, event: reportEvent(report, "withdrawn"), problems: [] };
}
