import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { rowsAs } from "../../platform/database/rows.ts";
import { type Numbering, writingOrder } from "../../platform/sequence/index.ts";
import { hashOf } from "./hash.ts";
import { selectRecords } from "./rows.ts";

/** Entries that one transaction takes into the chain: it stays short. */
const perTransaction = 500;

interface Link {
  number: number;
  hash: string | null;
}

/** The end of the chain; where everything before was removed, the checkpoint that stands for it. */
async function lastLink(transaction: Executor): Promise<Link> {
  const { rows } = await sql<Link>`
    select number, encode(hash, 'hex') as hash from (
      (select number, hash from audit_entry where number is not null order by number desc limit 1)
      union all
      (select number, hash from audit_checkpoint order by number desc limit 1)
    ) ends order by number desc limit 1
  `.execute(transaction);
  return rows[0] ?? { number: 0, hash: null };
}

const bytes = (hash: string | null): Uint8Array | null => (hash === null ? null : Buffer.from(hash, "hex"));

/** Takes the earliest entries that have no place yet into the chain. Gives how many. */
async function chain(transaction: Executor): Promise<number> {
  const waiting = await selectRecords(
    transaction,
    sql`where number is null order by ${writingOrder("audit_entry")} limit ${sql.lit(perTransaction)}`,
  );
  let last = await lastLink(transaction);
  const links = waiting.map((record) => {
    const [number, previous] = [last.number + 1, last.hash];
    const hash = hashOf({ ...record, number, previous });
    last = { number, hash };
    return { id: record.id, number, previous: bytes(previous), hash: bytes(hash) };
  });
  const columns = { id: "uuid", number: "bigint", previous: "bytea", hash: "bytea" } as const;
  await sql`
    update audit_entry e set number = l.number, previous = l.previous, hash = l.hash
    from ${rowsAs(columns, links)} l where e.id = l.id
  `.execute(transaction);
  return links.length;
}

/** How entries get their place in the chain. */
export const auditNumbering: Numbering = { name: "audit", table: "audit_entry", number: chain };
