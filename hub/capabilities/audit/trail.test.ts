import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { test } from "node:test";
import { sql } from "kysely";
import { auditTrail, signingKey, someDraft } from "../../../testing/audit-trail.ts";
import { newEmbedded, onBothDatabases } from "../../../testing/databases.ts";
import { migrations } from "../../migrations.ts";
import { backup, restore } from "../../platform/database/backup.ts";
import { openEmbedded } from "../../platform/database/embedded.ts";
import { numberWaiting } from "../../platform/sequence/index.ts";
import {
  auditNumbering,
  checkpointWhereDue,
  exportCheckpoint,
  listCheckpoints,
  listEntries,
  makeCheckpoint,
  readCheckpoint,
  record,
  removeOldEntries,
  verifyAudit,
} from "./index.ts";

const day = 24 * 60 * 60 * 1_000;

onBothDatabases("an entry is there with what it tells, or neither is", async (database) => {
  const trail = auditTrail(database);
  const failing = database.kysely.transaction().execute(async (transaction) => {
    await record(transaction, trail.clock, someDraft);
    throw new Error("taken back");
  });
  await assert.rejects(failing, /taken back/);
  await trail.write(1);
  const { entries } = await listEntries(database.kysely, "everything", {}, { limit: 10 });
  assert.equal(entries.length, 1);
  const [entry] = entries;
  assert.equal(entry?.number, 1);
  assert.equal(entry?.at, "2026-11-20T00:00:00.000000Z");
  assert.deepEqual(entry?.details, someDraft.details);
});

onBothDatabases("hostile texts and endless details are cut, and never fail what they tell of", async (database) => {
  const trail = auditTrail(database);
  const within: Record<string, unknown> = {};
  within.self = within;
  await trail.write(1, {
    actorName: "\0half \ud800",
    subject: "s".repeat(10_000),
    details: { within, at: new Date(0) },
  });
  await trail.write(1, { details: { list: Array.from({ length: 150 }, () => "x".repeat(5_000)) } });
  const { entries } = await listEntries(database.kysely, "everything", {}, { limit: 2 });
  assert.equal(entries[1]?.actorName, "\ufffdhalf \ufffd");
  assert.equal(entries[1]?.subject?.length, 501);
  assert.ok(entries.every(({ details }) => JSON.stringify(details).length < 32_000));
  assert.equal((await trail.verify()).ok, true);
});

onBothDatabases("the database itself refuses to change, remove or empty the trail", async (database) => {
  const trail = auditTrail(database);
  await trail.write(3);
  await makeCheckpoint(database, trail.maker);
  const attempts = [
    "update audit_entry set operation = 'x'",
    "update audit_entry set hash = null, number = null",
    "delete from audit_entry",
    "truncate audit_entry",
    "update audit_checkpoint set at = now()",
    "delete from audit_checkpoint",
    "truncate audit_checkpoint",
    // Not even with the setting: no checkpoint stands for them.
    "begin; set local bongsu.audit_retention = 'on'; delete from audit_entry; commit",
  ];
  for (const attempt of attempts) {
    await assert.rejects(database.execute(attempt), /only ever added to|checkpoints of the audit trail stay/, attempt);
    await database.execute("rollback");
  }
  // While it waits for its number, an entry may be given that, and nothing else.
  await record(database.kysely, trail.clock, someDraft);
  await assert.rejects(
    database.execute("update audit_entry set number = 4, operation = 'x' where number is null"),
    /only ever added to/,
  );
  await trail.numbered();
  assert.equal((await trail.verify()).entries, 4);
});

onBothDatabases("an entry that stays without a number is told after a while", async (database) => {
  const trail = auditTrail(database);
  await record(database.kysely, trail.clock, someDraft);
  assert.equal((await trail.verify()).ok, true);
  trail.clock.advance(61_000);
  const { faults } = await trail.verify();
  assert.deepEqual(
    faults.map(({ kind }) => kind),
    ["waiting"],
  );
});

onBothDatabases(
  "a checkpoint is made on every day on which something was recorded, and every 10,000 entries",
  async (database) => {
    const trail = auditTrail(database);
    assert.equal(await checkpointWhereDue(database, trail.maker), null);
    await assert.rejects(makeCheckpoint(database, trail.maker), { code: "audit.nothing-recorded" });
    await trail.write(3);
    const first = await checkpointWhereDue(database, trail.maker);
    assert.deepEqual([first?.number, first?.entries, first?.reason], [3, 3, "daily"]);
    await trail.write(1);
    assert.equal(await checkpointWhereDue(database, trail.maker), null);
    trail.clock.advance(day);
    assert.equal((await checkpointWhereDue(database, trail.maker))?.number, 4);
    trail.clock.advance(day);
    assert.equal(await checkpointWhereDue(database, trail.maker), null, "nothing new");
    await sql`insert into audit_entry (id, at, actor_kind, operation, outcome, details)
    select gen_random_uuid(), ${trail.clock.now()}, 'hub', 'a.b', 'done', '{}' from generate_series(1, 10000)`.execute(
      database.kysely,
    );
    await trail.numbered();
    assert.equal((await checkpointWhereDue(database, trail.maker))?.number, 10_004);
    await trail.write(10_000 / 10_000);
    assert.equal(await checkpointWhereDue(database, trail.maker), null);
    const asked = await makeCheckpoint(database, trail.maker);
    assert.deepEqual(await makeCheckpoint(database, trail.maker), asked, "the same entry, the same checkpoint");
    assert.deepEqual(readCheckpoint(exportCheckpoint(asked)), asked);
    const { ok, entries, checkpoints } = await trail.verify();
    assert.deepEqual({ ok, entries, checkpoints }, { ok: true, entries: 10_005, checkpoints: 4 });
  },
);

onBothDatabases("of two that make a checkpoint at once, both get the same", async (database) => {
  const trail = auditTrail(database);
  await trail.write(2);
  const [a, b] = await Promise.all([makeCheckpoint(database, trail.maker), makeCheckpoint(database, trail.maker)]);
  assert.deepEqual(a, b);
  assert.equal((await listCheckpoints(database.kysely)).length, 1);
});

onBothDatabases(
  "old entries go, a signed checkpoint stands for them, and the rest still verifies",
  async (database) => {
    const trail = auditTrail(database);
    await trail.write(5);
    const early = await makeCheckpoint(database, trail.maker);
    await trail.write(3);
    const atCut = await makeCheckpoint(database, trail.maker);
    trail.clock.advance(day);
    await trail.write(4);
    const retention = { before: new Date("2026-11-20T12:00:00Z"), isSigned: trail.isSigned };
    assert.equal(await removeOldEntries(database, trail.maker, retention), 8);
    assert.equal(await removeOldEntries(database, trail.maker, retention), 0);
    await trail.numbered();
    const after = await trail.verify({ checkpoints: [early, atCut] });
    assert.deepEqual([after.ok, after.first, after.last], [true, 9, 13]);
    assert.deepEqual(
      after.notes.map(({ code }) => code),
      ["audit.checkpoint-not-compared"],
    );
    const { entries } = await listEntries(database.kysely, "everything", {}, { limit: 1 });
    assert.equal(entries[0]?.operation, "audit.removeOldEntries");
    assert.deepEqual(entries[0]?.details, { removed: 8, until: 8, before: "2026-11-20T12:00:00.000Z" });
    // With everything gone, the next entry follows the checkpoint.
    trail.clock.advance(day);
    assert.equal(await removeOldEntries(database, trail.maker, { ...retention, before: new Date("2030-01-01") }), 5);
    await trail.numbered();
    const { ok, first } = await trail.verify();
    assert.deepEqual([ok, first], [true, 14]);
  },
);

onBothDatabases("what was tampered with is not removed as old, nor under a foreign key", async (database) => {
  const trail = auditTrail(database);
  await trail.write(6);
  trail.clock.advance(day);
  await database.execute(
    "alter table audit_entry disable trigger all; delete from audit_entry where number = 3; alter table audit_entry enable trigger all",
  );
  const retention = { before: trail.clock.now(), isSigned: trail.isSigned };
  await assert.rejects(removeOldEntries(database, trail.maker, retention), { code: "audit.retention-refused" });
  assert.equal((await trail.verify()).entries, 5);
  assert.deepEqual(await listCheckpoints(database.kysely), []);
  await makeCheckpoint(database, trail.maker);
  const { faults } = await trail.verify({ isSigned: signingKey().isSigned });
  assert.ok(faults.some(({ kind }) => kind === "checkpoint-signature"));
});

const other = "00000000-0000-7000-8000-0000000000b2";
const own = someDraft.organisation ?? "";

onBothDatabases("the trail is asked by filters, page by page, within what one may read", async (database) => {
  const trail = auditTrail(database);
  await trail.write(3);
  await trail.write(2, { organisation: other, operation: "sharing.narrow", outcome: "denied", subject: "100%_of r-2" });
  await trail.write(1, {
    organisation: null,
    actorKind: "hub",
    actor: null,
    actorName: null,
    operation: "accounts.clean",
    details: { note: "Zebra" },
  });
  const numbers = async (scope: Parameters<typeof listEntries>[1], filter: Parameters<typeof listEntries>[2]) =>
    (await listEntries(database.kysely, scope, filter, { limit: 100 })).entries.map(({ number }) => number);
  assert.deepEqual(await numbers("everything", {}), [6, 5, 4, 3, 2, 1]);
  assert.deepEqual(await numbers({ organisations: [own] }, {}), [3, 2, 1]);
  assert.deepEqual(await numbers({ organisations: [own, other] }, {}), [5, 4, 3, 2, 1]);
  assert.deepEqual(await numbers({ organisations: [] }, {}), []);
  assert.deepEqual(await numbers({ organisations: [own] }, { organisation: other }), []);
  assert.deepEqual(await numbers("everything", { operation: "sharing.*" }), [5, 4, 3, 2, 1]);
  assert.deepEqual(await numbers("everything", { operation: "sharing.narrow" }), [5, 4]);
  assert.deepEqual(await numbers("everything", { outcome: "denied" }), [5, 4]);
  assert.deepEqual(await numbers("everything", { subjectKind: "report", subject: "r-1" }), [6, 3, 2, 1]);
  assert.deepEqual(await numbers("everything", { marking: "RED" }), []);
  assert.deepEqual(await numbers("everything", { actor: "not an id" }), []);
  assert.deepEqual(await numbers("everything", { text: "zeb" }), [6]);
  assert.deepEqual(await numbers("everything", { text: "100%_of" }), [5, 4]);
  assert.deepEqual(await numbers("everything", { text: "김하나" }), [5, 4, 3, 2, 1]);
  const since = new Date("2026-11-20T00:00:02Z");
  assert.deepEqual(await numbers("everything", { since, until: new Date("2026-11-20T00:00:04Z") }), [4, 3]);
  const seen: number[] = [];
  for (let before: number | undefined; ; ) {
    const page = await listEntries(
      database.kysely,
      "everything",
      {},
      { limit: 4, ...(before === undefined ? {} : { before }) },
    );
    seen.push(...page.entries.map(({ number }) => number));
    if (page.next === null) break;
    before = page.next;
    await trail.write(1);
  }
  assert.deepEqual(seen, [6, 5, 4, 3, 2, 1]);
});

onBothDatabases("while it is verified, entries may come and old ones go", async (database) => {
  const trail = auditTrail(database);
  await sql`insert into audit_entry (id, at, actor_kind, operation, outcome, details)
    select gen_random_uuid(), timestamptz '2026-11-20T00:00:00Z' + place * interval '1 second', 'hub', 'a.b', 'done', '{}'
    from generate_series(1, 4500) place`.execute(database.kysely);
  await trail.numbered();
  trail.clock.advance(day);
  const retention = { before: new Date("2026-11-20T01:00:00Z"), isSigned: trail.isSigned };
  const [first, removed, , second] = await Promise.all([
    trail.verify(),
    removeOldEntries(database, trail.maker, retention),
    trail.write(20),
    trail.verify(),
  ]);
  assert.deepEqual([first.faults, second.faults, removed], [[], [], 3_599]);
  const { ok, first: beginning } = await trail.verify();
  assert.deepEqual([ok, beginning], [true, 3_600]);
});

test("a restored backup still verifies, and goes on", async () => {
  const [from, to] = [await newEmbedded(), await openEmbedded(null)];
  const trail = auditTrail(from);
  await trail.write(4, { details: { tiny: 1e-9, text: "한 \u2028", none: null } });
  await sql`insert into audit_entry (id, at, actor_kind, operation, outcome, details)
    values (gen_random_uuid(), '2026-11-20T00:00:07.123456Z', 'hub', 'a.b', 'done', '{"scale": 1.00}')`.execute(
    from.kysely,
  );
  await trail.numbered();
  await makeCheckpoint(from, trail.maker);
  const lines: string[] = [];
  await backup(from, trail.clock.now(), async (line) => void lines.push(line));
  await restore(to, migrations, Readable.from(lines));
  const options = { isSigned: trail.isSigned, now: trail.clock.now() };
  await record(to.kysely, trail.clock, someDraft);
  await numberWaiting(to, auditNumbering);
  const { ok, entries, checkpoints } = await verifyAudit(to.kysely, options);
  assert.deepEqual({ ok, entries, checkpoints }, { ok: true, entries: 6, checkpoints: 1 });
  await from.close();
  await to.close();
});
