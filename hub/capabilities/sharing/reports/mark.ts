import type { Problem } from "@bongsu/base";
import { type Marked, type Marking, narrows, type Widening } from "@bongsu/markings";
import type { Executor } from "../../../platform/database/database.ts";
import { fromJson, type MarkingJson, toJson } from "../marking-rows.ts";
import { sharingProblems } from "../problems.ts";
import { thoseWhoSee } from "../visibility/may-see-many.ts";
import { reportEvent } from "./events.ts";
import { referencesOf } from "./references.ts";
import { type MarkingDraft, resolveMarking } from "./resolve-marking.ts";
import type { ReportChange } from "./share.ts";
import { personOf, requireMember, type Sharer } from "./sharer.ts";
import { keepReport, lockOwnReport, lockReport, type Report } from "./store.ts";

/** A wider marking that somebody asks for, as JSON: what those who decide look at, and what is applied when they agree. */
export interface WideningRequest {
  report: string;
  /** The revision that was looked at: consent is for what it says. */
  revision: number;
  owner: string;
  from: MarkingJson;
  to: MarkingJson;
  reasons: Widening[];
  requestedFor: string;
  requestedBy: string | null;
  requestedAt: string;
}

/** What became of a new marking: it holds, or it waits for consent. */
export type MarkingChange =
  | ({ outcome: "marked" } & ReportChange)
  | { outcome: "requested"; request: WideningRequest; problems: Problem[] };

async function comparison(transaction: Executor, from: Marked, marking: Marking, now: Date) {
  const to: Marked = { ...marking, owner: from.owner, author: from.author };
  const { people } = await thoseWhoSee(transaction, from, { people: marking.named, organisations: [] }, now);
  return { to, ...narrows(from, to, now, new Set(people)) };
}

const requestFor = (
  sharer: Sharer,
  { id, revision, marked }: Report,
  to: Marking,
  reasons: Widening[],
  now: Date,
): WideningRequest => ({
  report: id,
  revision,
  owner: marked.owner,
  from: toJson(marked),
  to: toJson(to),
  reasons,
  requestedFor: sharer.organisation,
  requestedBy: personOf(sharer),
  requestedAt: now.toISOString(),
});

async function remark(transaction: Executor, sharer: Sharer | null, before: Report, marked: Marked, now: Date) {
  const report: Report = { ...before, marked, revision: before.revision + 1 };
  const targets = await referencesOf(transaction, before.id, before.revision);
  await keepReport(transaction, sharer, report, "marked", targets, now);
  return { report, event: reportEvent(report, "marked"), problems: [] };
}

/**
 * Gives a report of one's own another marking: at once where it lets nobody in; else it becomes a request, and the
 * report stays as it is. Throws `sharing.*`, `markings.*`.
 */
export async function markReport(
  transaction: Executor,
  sharer: Sharer,
  id: string,
  draft: MarkingDraft,
  now: Date,
): Promise<MarkingChange> {
  const before = await lockOwnReport(transaction, sharer, id, now);
  const { marking, problems } = await resolveMarking(transaction, sharer, draft, now);
  const { to, reasons } = await comparison(transaction, before.marked, marking, now);
  if (reasons.length > 0) {
    return { outcome: "requested", request: requestFor(sharer, before, to, reasons, now), problems };
  }
  return { outcome: "marked", ...(await remark(transaction, sharer, before, to, now)), problems };
}

/**
 * Asks for a wider marking, as whoever sees the report may. Others than the owner do not know its whole audience: what
 * they name is added to it. Throws `sharing.narrows-already` where nobody would be let in.
 */
export async function requestWidening(
  transaction: Executor,
  sharer: Sharer,
  id: string,
  draft: MarkingDraft,
  now: Date,
): Promise<{ request: WideningRequest; problems: Problem[] }> {
  await requireMember(transaction, sharer);
  const report = await lockReport(transaction, sharer, id, now);
  if (report.withdrawnAt !== null) throw sharingProblems.error("sharing.withdrawn");
  const { marking, problems } = await resolveMarking(transaction, sharer, draft, now);
  const added = (before: readonly string[], more: readonly string[]) => [...new Set([...before, ...more])];
  const { audience, named } = report.marked;
  const wanted: Marking =
    report.marked.owner === sharer.organisation
      ? marking
      : {
          ...marking,
          audience: {
            organisations: added(audience.organisations, marking.audience.organisations),
            circles: added(audience.circles, marking.audience.circles),
          },
          named: added(named, marking.named),
        };
  const { to, reasons } = await comparison(transaction, report.marked, wanted, now);
  if (reasons.length === 0) throw sharingProblems.error("sharing.narrows-already");
  return { request: requestFor(sharer, report, to, reasons, now), problems };
}

/** Of those who consented, the ones who see the report; and whether one of them is of the owner. */
async function consent(transaction: Executor, marked: Marked, people: readonly string[], now: Date) {
  const seeing = await thoseWhoSee(transaction, marked, { people, organisations: [] }, now);
  const owners: Marked = { ...marked, tlp: null };
  const ofOwner = await thoseWhoSee(transaction, owners, { people: seeing.people, organisations: [] }, now);
  return seeing.people.length >= 2 && ofOwner.people.length >= 1;
}

/**
 * Applies a request that was agreed to. `consenting` is everybody who said yes, whoever asked included where he is of
 * the owner: two people at least, one of the owner, who both see the report. Throws `sharing.consent-missing`, and
 * `sharing.changed-meanwhile` where the report is not what they looked at.
 */
export async function applyWidening(
  transaction: Executor,
  request: WideningRequest,
  consenting: readonly string[],
  now: Date,
): Promise<ReportChange> {
  const [first] = consenting;
  const asking = { viewer: { kind: "person", person: first ?? "" } as const, organisation: request.owner };
  if (first === undefined) throw sharingProblems.error("sharing.consent-missing");
  const before = await lockReport(transaction, asking, request.report, now);
  if (!(await consent(transaction, before.marked, [...new Set(consenting)], now))) {
    throw sharingProblems.error("sharing.consent-missing");
  }
  if (before.revision !== request.revision || before.withdrawnAt !== null) {
    throw sharingProblems.error("sharing.changed-meanwhile");
  }
  const { owner, author } = before.marked;
  return remark(transaction, null, before, { ...fromJson(request.to), owner, author }, now);
}
