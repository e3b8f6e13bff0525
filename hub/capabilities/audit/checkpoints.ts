import { sql } from "kysely";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Executor } from "../../platform/database/database.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { takeTurn } from "../../platform/database/turns.ts";
import type { Beginning } from "./chain.ts";
import {
  type Checkpoint,
  type CheckpointStatement,
  type IsSigned,
  isGenuine,
  type Signer,
  signCheckpoint,
} from "./checkpoint.ts";
import { auditProblems } from "./problems.ts";
import { checkpointColumns, instantOf } from "./rows.ts";

/** Who signs, and as which hub: its address or name, as auditors know it. */
export interface CheckpointMaker {
  clock: Clock;
  hub: string;
  signer: Signer;
}

const fromRow = (row: Checkpoint): Checkpoint => ({
  ...row,
  signature: Buffer.from(row.signature, "hex").toString("base64url"),
});

/** The signed checkpoints, the newest first. */
export async function listCheckpoints(database: Executor): Promise<Checkpoint[]> {
  const { rows } = await sql<Checkpoint>`
    select ${checkpointColumns} from audit_checkpoint order by number desc
  `.execute(database);
  return rows.map(fromRow);
}

/** Where the chain begins: at the checkpoint up to which entries were removed last; at 0 where none ever were. */
export async function beginningOf(database: Executor, isSigned: IsSigned): Promise<Beginning> {
  const { rows } = await sql<Checkpoint>`
    select ${checkpointColumns} from audit_checkpoint where reason = 'retention' order by number desc
  `.execute(database);
  // One that nobody of ours signed does not excuse what is missing.
  const genuine = rows.map(fromRow).find((row) => isGenuine(isSigned, row));
  return genuine === undefined ? { number: 0, hash: null } : { number: genuine.number, hash: genuine.hash };
}

/** Two that make a checkpoint at once follow each other. */
export async function lockCheckpoints(transaction: Executor): Promise<void> {
  await takeTurn(transaction, "audit.checkpoint");
}

/** Signs and keeps a checkpoint at an entry. One that stands there already is replaced by a retention's. */
export async function keepCheckpoint(
  transaction: Executor,
  { clock, hub, signer }: CheckpointMaker,
  { number, hash }: { number: number; hash: string },
  reason: CheckpointStatement["reason"],
): Promise<Checkpoint> {
  const { rows } = await sql<{ beginning: number }>`
    select coalesce(max(number), 0) as beginning from audit_checkpoint where reason = 'retention'
  `.execute(transaction);
  const beginning = rows[0]?.beginning ?? 0;
  const at = instantOf(clock.now());
  const statement = { hub, number, hash, at, entries: number - beginning, firstNumber: beginning + 1, reason };
  const checkpoint = signCheckpoint(signer, statement);
  await sql`
    insert into audit_checkpoint (number, hash, at, entries, first_number, reason, hub, signature, key_id)
    values (${number}, ${Buffer.from(hash, "hex")}, ${at}::timestamptz, ${statement.entries}, ${statement.firstNumber},
      ${reason}, ${hub}, ${Buffer.from(checkpoint.signature, "base64url")}, ${checkpoint.keyId})
    on conflict (number) do update set at = excluded.at, entries = excluded.entries,
      first_number = excluded.first_number, reason = excluded.reason, hub = excluded.hub,
      signature = excluded.signature, key_id = excluded.key_id
  `.execute(transaction);
  return checkpoint;
}

interface End {
  number: number;
  hash: string;
  /** Number and time of the last checkpoint; 0 and null where there is none. */
  checkpoint: number;
  checkpointAt: Date | null;
}

async function endOf(transaction: Executor): Promise<End | null> {
  const { rows } = await sql<End>`
    select e.number, encode(e.hash, 'hex') as hash, coalesce(c.number, 0) as checkpoint, c.at as "checkpointAt"
    from (select number, hash from audit_entry where number is not null order by number desc limit 1) e
    left join (select number, at from audit_checkpoint order by number desc limit 1) c on true
  `.execute(transaction);
  return rows[0] ?? null;
}

/** The checkpoint of the chain's end as it is now; the one that stands there already, where there is one. Throws `audit.nothing-recorded`. */
export const makeCheckpoint = (database: Database, maker: CheckpointMaker): Promise<Checkpoint> =>
  inTransaction(database, (transaction) => makeCheckpointIn(transaction, maker));

/** The same within a transaction. */
export async function makeCheckpointIn(transaction: Executor, maker: CheckpointMaker): Promise<Checkpoint> {
  await lockCheckpoints(transaction);
  const end = await endOf(transaction);
  const [standing] = await listCheckpoints(transaction);
  if (standing !== undefined && standing.number >= (end?.number ?? 0)) return standing;
  if (end === null) throw auditProblems.error("audit.nothing-recorded");
  return keepCheckpoint(transaction, maker, end, "requested");
}

/** Entries, and milliseconds, after which a checkpoint is due. */
const mostEntries = 10_000;
const longest = 24 * 60 * 60 * 1_000;

/** Makes a checkpoint where one is due: every day on which something was recorded, and every 10,000 entries. Any process may ask at any time. */
export function checkpointWhereDue(database: Database, maker: CheckpointMaker): Promise<Checkpoint | null> {
  return inTransaction(database, async (transaction) => {
    await lockCheckpoints(transaction);
    const end = await endOf(transaction);
    if (end === null || end.number <= end.checkpoint) return null;
    if (end.number - end.checkpoint >= mostEntries) return keepCheckpoint(transaction, maker, end, "count");
    const age = maker.clock.now().getTime() - (end.checkpointAt?.getTime() ?? 0);
    return age >= longest ? keepCheckpoint(transaction, maker, end, "daily") : null;
  });
}
