import assert from "node:assert/strict";
import fc from "fast-check";
import { sql } from "kysely";
import { auditTrail } from "../../../testing/audit-trail.ts";
import { onBothDatabases } from "../../../testing/databases.ts";
import type { Database, Executor } from "../../platform/database/database.ts";
import { hashOf } from "./hash.ts";
import { type Checkpoint, makeCheckpoint, type Verification, verifyAudit } from "./index.ts";
import { selectRecords } from "./rows.ts";

const entries = 12;

/** Columns of text, and what else a hand may change, each to something that it was not. */
const changes: Record<string, string> = {
  at: "at + interval '1 microsecond'",
  actor_kind: "'service'",
  actor: "gen_random_uuid()",
  actor_name: "null",
  organisation: "null",
  key: "gen_random_uuid()",
  session: "null",
  operation: "operation || ' '",
  subject_kind: "coalesce(subject_kind, '') || 'x'",
  subject: "upper(subject)",
  outcome: "'denied'",
  problem: "''",
  address: "'192.0.2.8'",
  request: "null",
  marking: "'CLEAR'",
  details: `jsonb_set(details, '{large}', '9007199254740993')`,
  previous: "sha256('x')",
  hash: "sha256('x')",
  id: "gen_random_uuid()",
  number: "number + 1000",
};

type Tampering =
  | { kind: "change"; column: string; number: number }
  | { kind: "change and hash"; column: string; number: number }
  | { kind: "remove"; number: number; count: number }
  | { kind: "swap"; number: number; other: number; links: boolean }
  | { kind: "put in"; number: number }
  | { kind: "number away"; number: number; to: string }
  | { kind: "write anew"; column: string; number: number }
  | { kind: "cut"; number: number };

const number = fc.integer({ min: 1, max: entries });
/** Those whose change a new hash can cover. */
const said = Object.keys(changes).filter((name) => !["previous", "hash", "number"].includes(name));

const tampering: fc.Arbitrary<Tampering> = fc.oneof(
  fc.record({ kind: fc.constant("change" as const), column: fc.constantFrom(...Object.keys(changes)), number }),
  fc.record({ kind: fc.constant("change and hash" as const), column: fc.constantFrom(...said), number }),
  fc.record({ kind: fc.constant("remove" as const), number, count: fc.integer({ min: 1, max: 5 }) }),
  fc
    .record({ kind: fc.constant("swap" as const), number, other: number, links: fc.boolean() })
    .filter((swap) => swap.number !== swap.other),
  fc.record({ kind: fc.constant("put in" as const), number }),
  fc.record({
    kind: fc.constant("number away" as const),
    number,
    to: fc.constantFrom("null", "0", "-7", "9007199254740993"),
  }),
  fc.record({ kind: fc.constant("write anew" as const), column: fc.constantFrom(...said), number }),
  fc.record({ kind: fc.constant("cut" as const), number }),
);

const change = (transaction: Executor, column: string, at: number) =>
  sql`update audit_entry set ${sql.id(column)} = ${sql.raw(changes[column] ?? "")} where number = ${at}`.execute(
    transaction,
  );

/** Gives the entries from a number on hashes and links that fit: what somebody does who knows how the chain is made. */
async function hashAnew(transaction: Executor, from: number, until: number): Promise<void> {
  const before = await selectRecords(transaction, sql`where number = ${from - 1}`);
  let previous = before[0]?.hash ?? null;
  for (const entry of await selectRecords(
    transaction,
    sql`where number >= ${from} and number <= ${until} order by number`,
  )) {
    const hash = hashOf({ ...entry, previous }) ?? "";
    await sql`
      update audit_entry set hash = decode(${hash}, 'hex'), previous = decode(${previous}, 'hex') where id = ${entry.id}
    `.execute(transaction);
    previous = hash;
  }
}

async function apply(transaction: Executor, given: Tampering): Promise<void> {
  const run = (statement: ReturnType<typeof sql>) => statement.execute(transaction);
  switch (given.kind) {
    case "change":
      return void (await change(transaction, given.column, given.number));
    case "change and hash":
      await change(transaction, given.column, given.number);
      return hashAnew(transaction, given.number, given.number);
    case "remove":
      return void (await run(
        sql`delete from audit_entry where number >= ${given.number} and number < ${given.number + given.count}`,
      ));
    case "swap": {
      const [a, b] = [given.number, given.other];
      if (given.links) {
        await run(sql`update audit_entry e set previous = o.previous, hash = o.hash from audit_entry o
          where e.number in (${a}, ${b}) and o.number in (${a}, ${b}) and o.number <> e.number`);
      }
      await run(sql`update audit_entry set number = -number where number in (${a}, ${b})`);
      return void (await run(sql`update audit_entry set number = ${a + b} + number where number < 0`));
    }
    case "put in":
      await run(sql`update audit_entry set number = -number where number >= ${given.number}`);
      await run(sql`update audit_entry set number = 1 - number where number < 0`);
      await run(sql`insert into audit_entry (id, number, at, actor_kind, operation, outcome, details, previous)
        select gen_random_uuid(), ${given.number}, now(), 'person', 'a.b', 'done', '{}',
          (select hash from audit_entry where number = ${given.number - 1})`);
      return hashAnew(transaction, given.number, given.number);
    case "number away":
      return void (await run(sql`update audit_entry set number = ${sql.raw(given.to)} where number = ${given.number}`));
    case "write anew":
      await change(transaction, given.column, given.number);
      return hashAnew(transaction, given.number, entries);
    case "cut":
      return void (await run(sql`delete from audit_entry where number >= ${given.number}`));
  }
}

class TakenBack extends Error {}

/** Tampers with all guards off, verifies, and takes it back. */
async function verifiedAfter(
  database: Database,
  tamper: (transaction: Executor) => Promise<unknown>,
  options: Parameters<typeof verifyAudit>[1],
): Promise<Verification> {
  let result: Verification | undefined;
  const done = database.kysely.transaction().execute(async (transaction) => {
    await sql`set local session_replication_role = replica`.execute(transaction);
    await tamper(transaction);
    result = await verifyAudit(transaction, options);
    throw new TakenBack();
  });
  await done.catch((error) => {
    if (!(error instanceof TakenBack)) throw error;
  });
  assert.ok(result);
  return result;
}

onBothDatabases("whatever one hand changes in the trail is found", async (database) => {
  const trail = auditTrail(database);
  await trail.write(entries);
  await makeCheckpoint(database, trail.maker);
  const options = { isSigned: trail.isSigned, now: trail.clock.now() };
  assert.deepEqual(await trail.verify(), {
    ok: true,
    entries,
    first: 1,
    last: entries,
    faults: [],
    faultCount: 0,
    notes: [],
    checkpoints: 1,
  });
  for (const column of Object.keys(changes)) {
    const { ok } = await verifiedAfter(database, (transaction) => change(transaction, column, 5), options);
    assert.equal(ok, false, column);
  }
  await fc.assert(
    fc.asyncProperty(tampering, async (given) => {
      const { ok, faults } = await verifiedAfter(database, (transaction) => apply(transaction, given), options);
      assert.equal(ok, false);
      assert.ok(faults.length > 0);
    }),
    { numRuns: 80 },
  );
  assert.equal((await trail.verify()).ok, true, "and it was all taken back");
});

onBothDatabases("what was done is told by its kind and its place", async (database) => {
  const trail = auditTrail(database);
  await trail.write(entries);
  const kept: Checkpoint = await makeCheckpoint(database, trail.maker);
  const options = { isSigned: trail.isSigned, now: trail.clock.now() };
  const found = async (tamper: (transaction: Executor) => Promise<unknown>, checkpoints: Checkpoint[] = []) => {
    const { faults } = await verifiedAfter(database, tamper, { ...options, checkpoints });
    return faults.map(({ kind, number: at }) => `${kind} ${at}`);
  };
  const apart = (given: Tampering) => (transaction: Executor) => apply(transaction, given);
  assert.deepEqual(await found(apart({ kind: "change", column: "marking", number: 4 })), ["changed 4"]);
  assert.deepEqual(await found(apart({ kind: "change and hash", column: "marking", number: 4 })), ["broken-link 5"]);
  assert.deepEqual(await found(apart({ kind: "remove", number: 4, count: 2 })), ["removed 4"]);
  assert.deepEqual(await found(apart({ kind: "remove", number: 1, count: 2 })), ["removed 1"]);
  assert.deepEqual(await found(apart({ kind: "number away", number: 4, to: "0" })), [
    "before-beginning 0",
    "removed 4",
  ]);
  assert.deepEqual(await found(apart({ kind: "write anew", column: "subject", number: 4 })), ["rewritten 12"]);
  assert.deepEqual(await found(apart({ kind: "cut", number: 10 })), ["cut 12"]);
  // Whoever takes the checkpoint away as well is found by the one that was kept elsewhere.
  const everywhere = (given: Tampering) => async (transaction: Executor) => {
    await apply(transaction, given);
    await sql`delete from audit_checkpoint`.execute(transaction);
  };
  assert.deepEqual(await found(everywhere({ kind: "cut", number: 10 })), []);
  assert.deepEqual(await found(everywhere({ kind: "cut", number: 10 }), [kept]), ["cut 12"]);
  assert.deepEqual(await found(everywhere({ kind: "write anew", column: "subject", number: 4 }), [kept]), [
    "rewritten 12",
  ]);
  // A checkpoint that the hub's key did not sign is no excuse.
  const forged = async (transaction: Executor) => {
    await sql`delete from audit_entry where number <= 6`.execute(transaction);
    await sql`insert into audit_checkpoint select 6, previous, at, 6, 1, 'retention', 'https://hub.example', 'x', 'key-1'
      from audit_entry where number = 7`.execute(transaction);
  };
  assert.deepEqual(await found(forged), ["checkpoint-signature 6", "removed 1"]);
  // Nor is a genuine one of another kind.
  const turned = async (transaction: Executor) => {
    await sql`delete from audit_entry`.execute(transaction);
    await sql`update audit_checkpoint set reason = 'retention'`.execute(transaction);
  };
  assert.deepEqual(await found(turned), ["checkpoint-signature 12"]);
  assert.deepEqual(await found(turned, [kept]), ["checkpoint-signature 12", "cut 12"]);
});
