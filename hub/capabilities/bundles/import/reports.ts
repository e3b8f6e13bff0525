import { canonicalJson } from "@bongsu/base";
import type { BundleHeader } from "@bongsu/bundles";
import { compareTlp, type Marked } from "@bongsu/markings";
import type { Selectable } from "kysely";
import type { Clock } from "../../../platform/clock.ts";
import type { Executor } from "../../../platform/database/database.ts";
import { emit } from "../../../platform/events/index.ts";
import { sha256 } from "../../../platform/ids.ts";
import { keepReport, type Report, reportEvent, type SharingTables } from "../../sharing/index.ts";
import { tables } from "../hub.ts";
import { type Carried, isCarried, wider } from "../markings.ts";
import { bundlesProblems } from "../problems.ts";
import { type ReportRecord, reportRecord } from "../records.ts";
import type { ForeignReportRow } from "../tables.ts";
import type { TrustedHub } from "../trust.ts";
import { foreignOwner, foreignReportId } from "./foreign.ts";
import { valid } from "./public.ts";
import type { Outcome } from "./result.ts";

export interface Receiving {
  header: BundleHeader;
  trust: TrustedHub;
  /** The last bundle of that hub that was taken whole. */
  last: number;
  clock: Clock;
}

const shared = (database: Executor) => database.withTables<SharingTables>();

/** Nothing narrower than the hub's administrator allows, and than the bundle says of itself. */
const boundOf = ({ header, trust }: Receiving): Carried =>
  wider(trust.maxMarking, isCarried(header.highest) ? header.highest : "CLEAR");

/** The audience here. Throws `bundles.marking-too-narrow`, `bundles.nobody-here`. */
function audienceOf(receiving: Receiving, { tlp, audience, embargoUntil }: ReportRecord, now: Date): string[] {
  if (compareTlp(tlp, boundOf(receiving)) > 0) {
    throw bundlesProblems.error("bundles.marking-too-narrow", { marking: `TLP:${tlp}` });
  }
  const { represents } = receiving.trust;
  const known = audience.filter((name) => Object.hasOwn(represents, name)).map((name) => represents[name] ?? "");
  const isForAudience = compareTlp(tlp, "AMBER") >= 0 || (embargoUntil !== null && embargoUntil > now);
  if (isForAudience && known.length === 0) {
    throw bundlesProblems.error("bundles.nobody-here", { audience: audience.join(", ") });
  }
  return known.sort();
}

/** A replay never undoes what came after it: neither a newer state nor that a report is shared no more. */
function isOvertaken(known: Selectable<ForeignReportRow> | undefined, { header, last }: Receiving, revision: number) {
  if (known === undefined) return header.sequence < last;
  return known.sequence > header.sequence || (!known.gone && known.revision > revision);
}

const referencesOf = ({ references }: ReportRecord, keyId: string) =>
  references.map((reference) => {
    if (reference.kind === "vulnerability") {
      return { kind: "vulnerability", target: reference.name, target_id: null, organisation: null };
    }
    const id = foreignReportId(keyId, reference.id);
    return { kind: "report", target: id, target_id: id, organisation: null };
  });

/** What an earlier taking of the same or a later revision left makes room. */
async function clear(transaction: Executor, report: string, fromRevision: number): Promise<void> {
  for (const table of ["report_revision", "report_reference"] as const) {
    await shared(transaction)
      .deleteFrom(table)
      .where("report", "=", report)
      .where("revision", ">=", fromRevision)
      .execute();
  }
}

async function takeReport(transaction: Executor, receiving: Receiving, record: ReportRecord, outcome: Outcome) {
  const { header, clock } = receiving;
  const keyId = header.key.id;
  const now = clock.now();
  const id = foreignReportId(keyId, record.id);
  const known = await tables(transaction)
    .selectFrom("foreign_report")
    .selectAll()
    .where("report", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (isOvertaken(known, receiving, record.revision)) {
    return outcome.refuse("report", record.id, bundlesProblems.problem("bundles.overtaken"));
  }
  const audience = outcome.tried("report", record.id, () => audienceOf(receiving, record, now));
  // What may not be taken any more in its new state is not kept in its old one either.
  if (audience === null) return removeReport(transaction, id, header.sequence);
  const digest = sha256(canonicalJson({ record: reportRecord.encode(record), audience }));
  const isSame = known !== undefined && !known.gone && Buffer.compare(known.digest, digest) === 0;
  const row = {
    revision: record.revision,
    sequence: header.sequence,
    digest,
    author_name: record.author,
    gone: false,
  };
  await tables(transaction)
    .insertInto("foreign_report")
    .values({ report: id, key_id: keyId, their_id: record.id, ...row })
    .onConflict((conflict) => conflict.column("report").doUpdateSet(row))
    .execute();
  if (isSame) return;
  const marked: Marked = {
    owner: await foreignOwner(transaction, keyId, record.owner),
    author: null,
    tlp: record.tlp,
    audience: { organisations: audience, circles: [] },
    named: [],
    embargoUntil: record.embargoUntil,
  };
  const { kind, title, text, revision, createdAt, withdrawnAt } = record;
  const report: Report = { id, marked, kind, title, text, revision, createdAt, withdrawnAt };
  const action = withdrawnAt !== null ? "withdrawn" : known === undefined ? "shared" : "revised";
  await clear(transaction, id, revision);
  await keepReport(transaction, null, report, action, referencesOf(record, keyId), now);
  await emit(transaction, clock, reportEvent(report, action));
  outcome.result.reports += 1;
}

/** Another hub's report is here no more; that it was, and since which bundle it is not, stays known. */
export async function removeReport(transaction: Executor, id: string, sequence: number): Promise<void> {
  await clear(transaction, id, 0);
  await shared(transaction).deleteFrom("report").where("id", "=", id).execute();
  await tables(transaction)
    .updateTable("foreign_report")
    .set({ gone: true, sequence, author_name: null })
    .where("report", "=", id)
    .execute();
}

/** Reports, each with its marking or a narrower one; what cannot be taken is listed with the reason. */
export async function takeReportFrame(
  transaction: Executor,
  receiving: Receiving,
  records: readonly unknown[],
  outcome: Outcome,
): Promise<void> {
  for (const record of valid(reportRecord, "report", records, outcome)) {
    await takeReport(transaction, receiving, record, outcome);
  }
}
