import assert from "node:assert/strict";
import { sql } from "kysely";
import { onBothDatabases } from "../../../testing/databases.ts";
import type { AlertDraft } from "../../kernel/index.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { acknowledgeAlerts } from "./acknowledge.ts";
import { removeAlerts } from "./remove.ts";
import { preferring, sceneOf } from "./testing/scene.ts";

const hour = 3_600_000;

const draft = (organisation: string, key: string, change: Partial<AlertDraft> = {}): AlertDraft => ({
  ...{ organisation, topic: "exposure", key, urgency: 3, link: "/", dueAt: null, people: null, facts: {} },
  ...{ title: { en: key, ko: key }, body: { en: "", ko: "" } },
  ...change,
});

onBothDatabases(
  "raised again it is updated, settled it is over, and raised then it is open again",
  async (database) => {
    const scene = sceneOf(database);
    const bank = await scene.organisation("bank");
    const kim = await scene.person("kim", bank, "analyst", { language: "en" });
    await scene.person("lee", bank);
    const comment = draft(bank.id, "c", { topic: "comment", people: [kim], urgency: 2 });
    await scene.raise([comment, comment]);
    await scene.raise([{ ...comment, title: { en: "two\nlines\u0000", ko: "둘" } }]);
    assert.deepEqual(await scene.lines("email"), ["kim@example.org raised c"]);
    assert.deepEqual(
      (await scene.told()).map(({ language }) => language),
      ["en", "en"],
    );
    const { rows } = await sql<{ title: string }>`select title_en as title from alert`.execute(database.kysely);
    assert.deepEqual(rows, [{ title: "two lines" }]);
    const ref = { organisation: bank.id, topic: "comment", key: "c" } as const;
    await scene.settle([ref, { ...ref, key: "unknown" }]);
    await scene.settle([ref]);
    assert.deepEqual(await scene.lines("hub"), ["kim raised c", "kim settled c"]);
    await scene.raise([comment]);
    assert.deepEqual(await scene.alerts(), ["bank comment c open 2"]);
    assert.deepEqual(await scene.lines("email"), ["kim@example.org raised c", "kim@example.org reopened c"]);
  },
);

onBothDatabases("what is for some people only is an event of these, and of nobody else", async (database) => {
  const scene = sceneOf(database);
  const bank = await scene.organisation("bank");
  const kim = await scene.person("kim", bank);
  await scene.raise([draft(bank.id, "a"), draft(bank.id, "b", { people: [kim] })]);
  const { rows } = await sql<{ tlp: string | null; named: string[]; keys: unknown }>`
    select tlp, named, jsonb_path_query_array(data::jsonb, '$.alerts[*].key') as keys from event order by tlp nulls first
  `.execute(database.kysely);
  assert.deepEqual(rows, [
    { tlp: null, named: [], keys: ["a"] },
    { tlp: "RED", named: [kim], keys: ["b"] },
  ]);
});

onBothDatabases(
  "a digest comes once a day with all that was told since, and nothing where nothing was",
  async (database) => {
    const scene = sceneOf(database, "2026-11-20T00:00:00Z");
    const bank = await scene.organisation("bank");
    const kim = await scene.person("kim", bank);
    await scene.person("lee", bank, "read-only");
    await scene.raise([draft(bank.id, "a", { urgency: 1 })]);
    scene.clock.advance(hour);
    await scene.raise([draft(bank.id, "b", { urgency: 1 }), draft(bank.id, "gone", { urgency: 1 })]);
    await scene.settle([{ organisation: bank.id, topic: "exposure", key: "gone" }]);
    await scene.tick();
    assert.deepEqual(await scene.lines("email"), [], "not before its time");
    scene.clock.set("2026-11-20T23:00:00Z");
    await Promise.all([scene.tick(), scene.tick()]);
    assert.deepEqual(await scene.lines("email"), ["kim@example.org digest a b"], "08:00 in Seoul");
    scene.clock.advance(24 * hour);
    await scene.tick();
    assert.equal((await scene.lines("email")).length, 1);
    // Weekly, on Mondays at noon.
    await scene.prefer(kim, preferring({ digest: { zone: "Asia/Seoul", every: "week", day: 1, at: "12:00" } }));
    await scene.raise([draft(bank.id, "c", { urgency: 1 })]);
    scene.clock.set("2026-11-23T02:59:00Z");
    await scene.tick();
    assert.equal((await scene.lines("email")).length, 1);
    scene.clock.set("2026-11-23T03:00:00Z");
    await scene.tick();
    assert.deepEqual((await scene.lines("email")).at(-1), "kim@example.org digest c");
  },
);

onBothDatabases("who left or was suspended gets no digest", async (database) => {
  const scene = sceneOf(database);
  const bank = await scene.organisation("bank");
  const [kim, lee] = [await scene.person("kim", bank), await scene.person("lee", bank)];
  await scene.raise([draft(bank.id, "a", { urgency: 1 })]);
  await sql`delete from membership where person = ${kim}`.execute(database.kysely);
  await sql`update person set status = 'suspended' where id = ${lee}`.execute(database.kysely);
  scene.clock.advance(25 * hour);
  await scene.tick();
  assert.deepEqual(await scene.lines("email"), []);
});

/** A bank with a contact, its sector's coordinators, and those of another sector. */
async function countryScene(...given: Parameters<typeof sceneOf>) {
  const scene = sceneOf(...given);
  const bank = await scene.organisation("bank");
  const ministry = await scene.organisation("ministry", "government");
  await scene.person("kim", bank);
  await scene.person("admin", bank, "organisation-administrator");
  await scene.person("finance", ministry, "sector-coordinator", { sector: "finance" });
  await scene.person("energy", ministry, "sector-coordinator", { sector: "energy" });
  await scene.person("nation", ministry, "national-coordinator");
  await sql`update organisation set contact_email = 'cert@bank.kr' where id = ${bank.id}`.execute(
    scene.database.kysely,
  );
  /** E-mail since the people of the bank were told first. */
  const later = async () => (await scene.lines("email")).filter((line) => !line.includes("raised CVE-1"));
  return { ...scene, bank, ministry, later };
}

onBothDatabases("nobody acknowledges: contact and administrators, then the sector's coordinator", async (database) => {
  const scene = await countryScene(database);
  await sql`
    insert into alert_channel (organisation, id, kind, name, address, shown_address, language, least_urgency, enabled, created_at)
    values (${scene.bank.id}, gen_random_uuid(), 'slack', '#soc', '', '', 'en', 2, true, ${scene.clock.now()})
  `.execute(database.kysely);
  await scene.raise([draft(scene.bank.id, "CVE-1", { title: { en: "CVE-1 on core", ko: "core: CVE-1" } })]);
  scene.clock.advance(hour - 1);
  await scene.tick();
  assert.deepEqual(await scene.later(), []);
  scene.clock.advance(1);
  await Promise.all([scene.tick(), scene.tick(), scene.tick()]);
  const contacted = ["admin@example.org escalated CVE-1", "cert@bank.kr escalated CVE-1"];
  assert.deepEqual(await scene.later(), contacted);
  assert.deepEqual(await scene.lines("slack"), ["#soc raised CVE-1", "#soc escalated CVE-1"]);
  scene.clock.advance(3 * hour);
  await Promise.all([scene.tick(), scene.tick()]);
  await scene.tick();
  const key = `${scene.bank.id}:CVE-1`;
  assert.deepEqual(await scene.later(), [...contacted, `finance@example.org raised ${key}`]);
  assert.deepEqual(await scene.alerts(), ["bank exposure CVE-1 open 3", `ministry escalation ${key} open 3`]);
  const { rows } = await sql<{ text: string }>`
    select concat_ws(' ', title_en, title_ko, body_en, body_ko, facts::text) as text from alert where topic = 'escalation'
  `.execute(database.kysely);
  assert.doesNotMatch(rows[0]?.text ?? "core", /core/, "nothing of what is run there");
  scene.clock.advance(100 * hour);
  await scene.tick();
  assert.equal((await scene.later()).length, 3, "there is no further step");
  // Somebody answers: the coordinators' alert is over.
  const [alert] = (await sql<{ id: string }>`select id from alert where topic = 'exposure'`.execute(database.kysely))
    .rows;
  await inTransaction(database, (transaction) =>
    acknowledgeAlerts(transaction, scene.clock.now(), scene.bank.id, [alert?.id ?? ""], {
      person: null,
      name: "kim",
      note: null,
    }),
  );
  assert.ok((await scene.alerts()).includes(`ministry escalation ${key} settled 3`));
});

onBothDatabases("who acknowledges in time stops the clock; what is settled has none", async (database) => {
  const scene = await countryScene(database);
  await scene.raise([
    draft(scene.bank.id, "CVE-1"),
    draft(scene.bank.id, "CVE-2"),
    draft(scene.bank.id, "CVE-3", { urgency: 1 }),
  ]);
  const { rows } = await sql<{ id: string }>`select id from alert where key = 'CVE-1'`.execute(database.kysely);
  await inTransaction(database, (transaction) =>
    acknowledgeAlerts(
      transaction,
      scene.clock.now(),
      scene.bank.id,
      rows.map(({ id }) => id),
      { person: null, name: "kim", note: null },
    ),
  );
  await scene.settle([{ organisation: scene.bank.id, topic: "exposure", key: "CVE-2" }]);
  scene.clock.advance(200 * hour);
  await scene.tick();
  assert.deepEqual(
    (await scene.lines("email")).filter((line) => line.includes("escalated")),
    [],
  );
});

onBothDatabases(
  "an organisation that discloses nothing is escalated to nobody; one that tells the nation, to it",
  async (database) => {
    const scene = await countryScene(database);
    const disclose = (coordinator: string, level: string) =>
      sql`
    insert into disclosure (organisation, coordinator, level, changed_at)
    values (${scene.bank.id}, ${coordinator}, ${level}, ${scene.clock.now()})`.execute(database.kysely);
    await disclose("sector", "nothing");
    const escalations = async () => (await scene.later()).filter((line) => !line.includes("escalated"));
    await scene.raise([draft(scene.bank.id, "CVE-1")]);
    for (let step = 0; step < 2; step += 1) {
      scene.clock.advance(5 * hour);
      await scene.tick();
    }
    assert.deepEqual(await escalations(), []);
    await disclose("national", "status");
    await scene.raise([draft(scene.bank.id, "CVE-2")]);
    for (let step = 0; step < 2; step += 1) {
      scene.clock.advance(5 * hour);
      await scene.tick();
    }
    assert.deepEqual(
      (await escalations()).filter((line) => line.startsWith("nation")),
      [`nation@example.org raised ${scene.bank.id}:CVE-2`],
    );
  },
);

onBothDatabases("an organisation that goes takes along its alerts and what was told of it", async (database) => {
  const scene = await countryScene(database);
  await scene.raise([draft(scene.bank.id, "CVE-1"), draft(scene.bank.id, "CVE-2", { urgency: 1 })]);
  scene.clock.advance(4 * hour);
  await scene.tick();
  await scene.tick();
  await inTransaction(database, (transaction) => removeAlerts(transaction, scene.bank.id));
  assert.deepEqual(await scene.alerts(), []);
  const { rows } = await sql<{ count: number }>`
    select ((select count(*) from alert_digest) + (select count(*) from alert_delivery where organisation = ${scene.bank.id}))::int as count
  `.execute(database.kysely);
  assert.deepEqual(rows, [{ count: 0 }]);
});

onBothDatabases("a letter that quiet hours hold back is not sent where it is over by then", async (database) => {
  const scene = sceneOf(database, "2026-11-20T14:00:00Z");
  const bank = await scene.organisation("bank");
  const kim = await scene.person("kim", bank);
  const quiet = { zone: "Asia/Seoul", from: "22:00", to: "07:00", days: [0, 1, 2, 3, 4, 5, 6] };
  await scene.prefer(kim, preferring({ quiet }));
  await scene.raise(["a", "b"].map((key) => draft(bank.id, key, { urgency: 2 })));
  await scene.settle([{ organisation: bank.id, topic: "exposure", key: "a" }]);
  const { rows } = await sql<{ state: string; due: string }>`
    select d.state, d.due_at::text as due from alert_delivery d join alert a on a.id = any(d.alerts)
    where channel = 'email' order by a.key
  `.execute(database.kysely);
  assert.deepEqual(
    rows.map(({ state }) => state),
    ["cancelled", "waiting"],
  );
  assert.deepEqual(
    new Set((await scene.told()).filter(({ channel }) => channel === "email").map(({ due }) => due)),
    new Set(["2026-11-20T22:00:00.000Z"]),
  );
});

onBothDatabases("what says nothing new is not written anew", async (database) => {
  const scene = sceneOf(database);
  const bank = await scene.organisation("bank");
  await scene.raise([draft(bank.id, "a")]);
  const changedAt = async () =>
    (await sql<{ at: Date }>`select changed_at as at from alert`.execute(database.kysely)).rows[0]?.at.toISOString();
  const first = await changedAt();
  scene.clock.advance(hour);
  await scene.raise([draft(bank.id, "a")]);
  assert.equal(await changedAt(), first);
  await scene.raise([draft(bank.id, "a", { facts: { assets: 2 } })]);
  assert.equal(await changedAt(), scene.clock.now().toISOString());
});
