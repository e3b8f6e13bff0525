import { isUuid } from "@bongsu/base";
import { sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import { sharingProblems } from "../problems.ts";
import type { ReferenceDraft } from "./draft.ts";
import type { ReportReferenceRow, SharingTables } from "./tables.ts";

export type ReferenceTarget = Pick<ReportReferenceRow, "kind" | "target" | "target_id" | "organisation">;

const vulnerabilityName = /^[A-Za-z0-9][A-Za-z0-9._:/-]{2,99}$/;

async function vulnerability(seen: Executor, written: string): Promise<ReferenceTarget | null> {
  if (!vulnerabilityName.test(written)) return null;
  const name = written.toUpperCase();
  // Any of its names stands for it; one that nobody has published yet stands for itself.
  const { rows } = await sql<{ vulnerability: string }>`
    select a.vulnerability from advisory_name n join advisory a on a.id = n.advisory where n.name = ${name} limit 1
  `.execute(seen);
  return { kind: "vulnerability", target: rows[0]?.vulnerability ?? name, target_id: null, organisation: null };
}

async function report(seen: Executor, id: string): Promise<ReferenceTarget | null> {
  const { rows } = await sql`select 1 from report where id = ${id}`.execute(seen);
  return rows.length === 0 ? null : { kind: "report", target: id, target_id: id, organisation: null };
}

async function asset(seen: Executor, organisation: string, id: string): Promise<ReferenceTarget | null> {
  const { rows } = await sql`select 1 from asset where organisation = ${organisation} and id = ${id}`.execute(seen);
  return rows.length === 0 ? null : { kind: "asset", target: id, target_id: id, organisation };
}

/**
 * What the references mean. `seen` reads as the author: what he may not see is not there. Throws
 * `sharing.unknown-reference`.
 */
export async function resolveReferences(
  seen: Executor,
  references: readonly ReferenceDraft[],
): Promise<ReferenceTarget[]> {
  const targets: ReferenceTarget[] = [];
  for (const reference of references) {
    const written = reference.kind === "vulnerability" ? reference.name : reference.id;
    let target: ReferenceTarget | null = null;
    if (reference.kind === "vulnerability") target = await vulnerability(seen, written);
    else if (isUuid(written)) {
      if (reference.kind === "report") target = await report(seen, written);
      else if (isUuid(reference.organisation)) target = await asset(seen, reference.organisation, written);
    }
    if (target === null) throw sharingProblems.error("sharing.unknown-reference", { target: written });
    targets.push(target);
  }
  return [...new Map(targets.map((target) => [`${target.kind} ${target.target}`, target])).values()];
}

const tables = (database: Executor) => database.withTables<SharingTables>();

export async function insertReferences(
  transaction: Executor,
  report: string,
  revision: number,
  targets: readonly ReferenceTarget[],
): Promise<void> {
  if (targets.length === 0) return;
  const rows = targets.map((target, position) => ({ report, revision, position, ...target }));
  await tables(transaction).insertInto("report_reference").values(rows).execute();
}

/** Every reference of a revision, whoever may see it: to carry them over to the next one. */
export const referencesOf = (transaction: Executor, report: string, revision: number): Promise<ReferenceTarget[]> =>
  tables(transaction)
    .selectFrom("report_reference")
    .select(["kind", "target", "target_id", "organisation"])
    .where("report", "=", report)
    .where("revision", "=", revision)
    .orderBy("position")
    .execute();
