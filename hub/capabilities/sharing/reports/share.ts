import type { Problem } from "@bongsu/base";
import type { Executor } from "../../../platform/database/database.ts";
import type { EventDraft } from "../../../platform/events/index.ts";
import { newId } from "../../../platform/ids.ts";
import { asViewer } from "../as-viewer.ts";
import { checkedDraft, type ReportDraft } from "./draft.ts";
import { reportEvent } from "./events.ts";
import { resolveReferences } from "./references.ts";
import { type MarkingDraft, resolveMarking } from "./resolve-marking.ts";
import { personOf, requireMember, type Sharer } from "./sharer.ts";
import { keepReport, type Report } from "./store.ts";

/** What a change left behind: the report, what to tell others, and what is worth knowing about the input. */
export interface ReportChange {
  report: Report;
  event: EventDraft;
  problems: Problem[];
}

/** Shares a new report. The caller emits the event in the same transaction. Throws `sharing.*`, `markings.*`. */
export async function shareReport(
  transaction: Executor,
  sharer: Sharer,
  draft: ReportDraft & { marking: MarkingDraft },
  now: Date,
): Promise<ReportChange> {
  await requireMember(transaction, sharer);
  const { kind, title, text, references } = checkedDraft(draft);
  const { marking, problems } = await resolveMarking(transaction, sharer, draft.marking, now);
  const targets = await asViewer(transaction, sharer.viewer, now, (seen) => resolveReferences(seen, references));
  const report: Report = {
    id: newId(now),
    marked: { owner: sharer.organisation, author: personOf(sharer), ...marking },
    kind,
    title,
    text,
    revision: 1,
    createdAt: now,
    withdrawnAt: null,
  };
  await keepReport(transaction, sharer, report, "shared", targets, now);
  return { report, event: reportEvent(report, "shared"), problems };
}
