import { gunzipSync } from "node:zlib";
import { sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import type { SignalPrints } from "../tables.ts";

/** Milliseconds by which a bundle reaches behind the one before it: clocks of several processes may differ. */
const overlap = 10 * 60_000;

/** The documents that belong into a bundle: all, or those that came since another. */
const since = (moment: Date | null) =>
  moment === null ? sql`true` : sql`d.imported_at > ${new Date(moment.getTime() - overlap)}`;

export async function countDocuments(database: Executor, moment: Date | null): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from advisory_document d where ${since(moment)}
  `.execute(database);
  return rows[0]?.count ?? 0;
}

interface Row {
  id: string;
  provenance: string;
  original: Uint8Array;
}

export interface OutgoingAdvisory {
  record: { document: string; provenance: string; text?: string; base64?: string };
  /** Characters of the document. */
  size: number;
}

/** Addresses as they are; of a file its name alone, since folders tell of the machine and its people. */
const publicProvenance = (provenance: string): string =>
  (/^https?:/.test(provenance) ? provenance : (provenance.split(/[\\/]/).at(-1) ?? "")).slice(0, 2_000);

function outgoing({ id, provenance, original }: Row): OutgoingAdvisory {
  const bytes = gunzipSync(original);
  const text = bytes.toString("utf8");
  const isText = Buffer.compare(Buffer.from(text, "utf8"), bytes) === 0;
  const body = isText ? { text } : { base64: bytes.toString("base64") };
  return { record: { document: id, provenance: publicProvenance(provenance), ...body }, size: bytes.length };
}

/** The next documents after one, in the order of their ids: the revision that counts, as it came. */
export async function nextAdvisories(
  database: Executor,
  moment: Date | null,
  after: string | null,
  limit: number,
): Promise<OutgoingAdvisory[]> {
  const { rows } = await sql<Row>`
    select d.id, r.provenance, r.original
    from advisory_document d join advisory_document_revision r on r.document = d.id and r.sha256 = d.sha256
    where (${after}::uuid is null or d.id > ${after}::uuid) and ${since(moment)}
    order by d.id limit ${limit}
  `.execute(database);
  return rows.map(outgoing);
}

/** The whole catalogue of exploited vulnerabilities. */
export async function exploitedRecords(database: Executor): Promise<object[]> {
  const { rows } = await sql<object>`
    select name, source, since::text as since, due::text as due, ransomware, action from known_exploited order by name
  `.execute(database);
  return rows;
}

export async function nextScores(database: Executor, after: string, limit: number): Promise<{ name: string }[]> {
  const { rows } = await sql<{ name: string }>`
    select name, probability, percentile, date::text as date from epss where name > ${after} order by name limit ${limit}
  `.execute(database);
  return rows;
}

/** What tells the catalogues from any other state of theirs: they travel whole, or not at all. */
export async function signalPrints(database: Executor): Promise<SignalPrints> {
  const { rows } = await sql<SignalPrints>`
    select
      (select coalesce(md5(string_agg(md5(k::text), '' order by k.name)), '') from known_exploited k) as exploited,
      (select coalesce(md5(string_agg(md5(e::text), '' order by e.name)), '') from epss e) as epss
  `.execute(database);
  return rows[0] ?? { exploited: "", epss: "" };
}
