import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { type Beginning, Chain, type Verification } from "./chain.ts";
import { type Checkpoint, type IsSigned, isGenuine } from "./checkpoint.ts";
import { beginningOf, listCheckpoints } from "./checkpoints.ts";
import type { AuditRecord } from "./entry.ts";
import { auditProblems } from "./problems.ts";
import { selectRecords } from "./rows.ts";

export interface VerifyOptions {
  isSigned: IsSigned;
  now: Date;
  /** Checkpoints that an auditor kept elsewhere. Those of the database are always held against the trail. */
  checkpoints?: readonly Checkpoint[];
  /** Only the entries up to this number. */
  until?: number;
}

const perBatch = 1_000;

/** Milliseconds for which an entry may be without a number: long enough for a server to come back. */
const longestWait = 60_000;

const batchAfter = (database: Executor, number: number, until: number): Promise<AuditRecord[]> =>
  selectRecords(
    database,
    sql`where number > ${number} and number <= ${until} order by number limit ${sql.lit(perBatch)}`,
  );

/** Entries that nobody has taken into the chain for long: the hub does not run, or somebody took their numbers away. */
async function lookForWaiting(database: Executor, chain: Chain, now: Date): Promise<void> {
  const { rows } = await sql<{ count: number; since: Date | null }>`
    select count(*) as count, min(at) as since from audit_entry
    where number is null and at < ${new Date(now.getTime() - longestWait)}
  `.execute(database);
  const { count, since } = rows[0] ?? { count: 0, since: null };
  if (count > 0 && since !== null) chain.fault("waiting", null, { count, since: since.toISOString() });
}

async function lookBefore(database: Executor, chain: Chain, { number }: Beginning): Promise<void> {
  const { rows } = await sql<{ count: number; first: number | null }>`
    select count(*) as count, min(number) as first from audit_entry where number <= ${number}
  `.execute(database);
  const { count, first } = rows[0] ?? { count: 0, first: null };
  if (count > 0 && first !== null) chain.fault("before-beginning", first, { count, number: first });
}

/** Checkpoints that can be compared with an entry. What no key of the hub signed is told, and not believed. */
function believed(given: readonly Checkpoint[], isSigned: IsSigned): { genuine: Checkpoint[]; forged: Checkpoint[] } {
  const { genuine = [], forged = [] } = Object.groupBy(given, (one) =>
    isGenuine(isSigned, one) ? "genuine" : "forged",
  );
  return { genuine, forged };
}

/**
 * Goes through the whole trail, from its beginning or from the checkpoint that stands for what was removed by the rules,
 * in batches and with constant memory; entries may be added and removed meanwhile. Finds entries that are missing,
 * changed, moved or put in, an end that was cut off and a chain that was written anew (by checkpoints), and entries that
 * have waited for their number for long. Throws the driver's errors.
 */
export async function verifyAudit(database: Executor, options: VerifyOptions): Promise<Verification> {
  const { isSigned, now, until = Number.MAX_SAFE_INTEGER } = options;
  const beginning = await beginningOf(database, isSigned);
  const { genuine, forged } = believed(
    [...(await listCheckpoints(database)), ...(options.checkpoints ?? [])],
    isSigned,
  );
  const chain = new Chain(
    beginning,
    genuine.filter(({ number }) => number > beginning.number && number <= until),
  );
  for (const { number } of forged) chain.fault("checkpoint-signature", number, { number });
  for (const { number, hash, at } of genuine) {
    if (number === beginning.number && hash !== beginning.hash) chain.fault("rewritten", number, { number, at });
  }
  for (const { number } of options.checkpoints ?? []) {
    if (number < beginning.number) chain.note(auditProblems.problem("audit.checkpoint-not-compared", { number }));
  }
  if (options.until === undefined) await lookBefore(database, chain, beginning);
  let last = beginning.number;
  for (;;) {
    const batch = await batchAfter(database, last, until);
    if (batch[0]?.number !== last + 1) await skipRemoved(database, chain, isSigned);
    for (const entry of batch) if (entry.number > (chain.position?.number ?? 0)) chain.add(entry);
    last = batch.at(-1)?.number ?? last;
    if (batch.length < perBatch) break;
  }
  if (options.until === undefined) await lookForWaiting(database, chain, now);
  return chain.end();
}

/** What is missing at the start of a batch may have been removed by the rules since the verification began. */
async function skipRemoved(database: Executor, chain: Chain, isSigned: IsSigned): Promise<void> {
  const beginning = await beginningOf(database, isSigned);
  if (beginning.number > (chain.position?.number ?? 0)) chain.skipTo(beginning);
}
