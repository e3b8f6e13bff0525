import assert from "node:assert/strict";
import { sql } from "kysely";
import { onBothDatabases } from "../../../testing/databases.ts";
import { cyclonedx, kev, osv } from "../../../testing/documents.ts";
import { testHub } from "../../../testing/hub.ts";
import { keepAlertClocks } from "./rounds.ts";

const at = "/api/v1/organisations/bank";

/** A bank with two analysts, an onlooker and an asset that runs lodash; a city; whoever administers the hub. */
async function members(...given: Parameters<typeof testHub>) {
  const hub = await testHub(...given);
  const [bank, city] = [await hub.organisation("bank"), await hub.organisation("city", "local-government", "KR-50")];
  const kim = await hub.person("Kim", [{ of: bank, role: "analyst" }]);
  const lee = await hub.person("Lee", [{ of: bank, role: "organisation-administrator" }]);
  const reader = await hub.person("Reader", [{ of: bank, role: "read-only" }]);
  const stranger = await hub.person("Stranger", [{ of: city, role: "analyst" }]);
  const root = await hub.person("Root", [{ of: city, role: "hub-administrator" }]);
  const key = await hub.key(bank, "organisation-administrator");
  await hub.ask(`${at}/assets`, { key, json: { name: "core", criticality: "very-high", network: "internet" } });
  await hub.ask(`${at}/assets/core/sbom?file=bom.json`, {
    ...{ method: "PUT", key, bytes: cyclonedx(["pkg:npm/lodash@4.17.20"]) },
  });
  /** An advisory that exposes the bank, and an exploit that makes it urgent. */
  async function expose(exploited = true) {
    const advisory = osv({
      ...{ id: "GHSA-1", aliases: ["CVE-2026-1000"], package: ["npm", "lodash"] },
      events: [{ introduced: "0" }, { fixed: "4.17.21" }],
    });
    const { cookie } = root;
    assert.equal((await hub.ask("/api/v1/advisories?file=a.json", { cookie, bytes: advisory })).status, 200);
    if (exploited) {
      const bytes = kev(["CVE-2026-1000"]);
      assert.equal((await hub.ask("/api/v1/advisories?file=kev.json", { cookie, bytes })).status, 200);
    }
    await hub.settle();
  }
  const list = async (cookie: string, query = "") => (await hub.ask(`/api/v1/alerts?${query}`, { cookie })).body;
  return { ...hub, bank, city, kim, lee, reader, stranger, root, adminKey: key, expose, list };
}

onBothDatabases(
  "alerts are listed, counted, opened and acknowledged by those whom they concern",
  async (database, t) => {
    const hub = await members(database, t);
    await hub.expose();
    const { items } = await hub.list(hub.kim.cookie);
    assert.equal(items.length, 1);
    const [line] = items;
    assert.deepEqual(
      [line.organisation, line.topic, line.key, line.state, line.urgency, line.seen],
      ["bank", "exposure", "CVE-2026-1000", "open", "immediate", false],
    );
    assert.deepEqual((await hub.list(hub.stranger.cookie)).items, []);
    assert.deepEqual((await hub.list(hub.kim.cookie, "urgency=defer")).items, []);
    assert.deepEqual((await hub.list(hub.kim.cookie, "unseen=true&topic=exposure")).items.length, 1);

    await hub.settle();
    const { rows: letters } = await sql<{ line: string }>`
    select concat_ws(' ', recipient, notice, state) as line from alert_delivery where channel = 'email' order by 1
  `.execute(database.kysely);
    assert.deepEqual(
      [...new Set(letters.map((one) => one.line))],
      ["kim@example.org more-urgent failed", "lee@example.org more-urgent failed"],
      "they were to be sent, and this hub has no mail server",
    );

    const path = `${at}/alerts/${line.id}`;
    assert.equal((await hub.ask(path, { cookie: hub.stranger.cookie })).status, 403);
    const shown = await hub.ask(path, { cookie: hub.kim.cookie });
    assert.equal(shown.status, 200);
    assert.match(shown.body.body.ko, /^core가 CVE-2026-1000 취약점\(GHSA-1 in lodash\)에 노출되어 있습니다\./);
    assert.deepEqual([shown.body.seen, shown.body.facts.assetNames], [true, ["core"]]);
    assert.notEqual(shown.body.nextStepAt, null);
    const counts = async (cookie: string) => (await hub.ask("/api/v1/alert-counts", { cookie })).body;
    assert.deepEqual([(await counts(hub.kim.cookie)).unseen, (await counts(hub.lee.cookie)).unseen], [0, 1]);
    const { rows } = await sql<{ seen: boolean }>`
    select seen_at is not null as seen from alert_delivery where person = ${hub.kim.id}
  `.execute(database.kysely);
    assert.ok(rows.length > 0 && rows.every(({ seen }) => seen), "the log says that he saw it");
    await hub.ask(`${at}/alerts/seen`, { cookie: hub.lee.cookie, json: { alerts: [line.id] } });
    assert.equal((await counts(hub.lee.cookie)).unseen, 0);

    const acknowledge = (cookie: string, json: object) => hub.ask(`${at}/alerts/acknowledgement`, { cookie, json });
    assert.equal((await acknowledge(hub.reader.cookie, { alerts: [line.id] })).status, 403);
    assert.equal((await acknowledge(hub.stranger.cookie, { alerts: [line.id] })).status, 403);
    assert.equal((await acknowledge(hub.kim.cookie, { alerts: [hub.kim.id] })).status, 404);
    const done = await acknowledge(hub.kim.cookie, { alerts: [line.id], note: "on it" });
    assert.deepEqual([done.status, done.body], [200, { acknowledged: 1, exposures: 1 }]);
    await hub.settle();
    const { body: after } = await hub.ask(path, { cookie: hub.lee.cookie });
    assert.deepEqual(
      [after.state, after.acknowledgedBy, after.acknowledgementNote, after.nextStepAt],
      ["acknowledged", "Kim", "on it", null],
    );
    const exposures = await hub.ask("/api/v1/exposures", { cookie: hub.kim.cookie });
    assert.deepEqual(
      exposures.body.items.map((one: { state: string }) => one.state),
      ["acknowledged"],
    );
    assert.deepEqual((await acknowledge(hub.kim.cookie, { alerts: [line.id] })).body, {
      acknowledged: 0,
      exposures: 0,
    });
  },
);

onBothDatabases("people choose how they hear, and machines have no choice to make", async (database, t) => {
  const hub = await members(database, t);
  const { cookie } = hub.kim;
  const path = "/api/v1/me/alert-preferences";
  const usual = await hub.ask(path, { cookie });
  assert.deepEqual([usual.body.zone, usual.body.quiet, usual.body.pierce], ["Asia/Seoul", null, "immediate"]);
  const exposure = (body: { topics: { topic: string }[] }) => body.topics.find(({ topic }) => topic === "exposure");
  assert.deepEqual(exposure(usual.body), {
    topic: "exposure",
    ways: { defer: "hub", scheduled: "digest", "out-of-cycle": "at-once", immediate: "at-once" },
    chosen: false,
  });
  const ways = { defer: "nothing", scheduled: "nothing", "out-of-cycle": "hub", immediate: "hub" };
  const quiet = { from: "22:00", to: "07:00", days: ["saturday"] };
  const json = { topics: [{ topic: "exposure", ways }], quiet, pierce: "never", zone: "Europe/Berlin" };
  const changed = await hub.ask(path, { method: "PATCH", cookie, json });
  assert.equal(changed.status, 200);
  assert.deepEqual(exposure(changed.body), { topic: "exposure", ways, chosen: true });
  assert.deepEqual((await hub.ask(path, { cookie })).body, changed.body);
  assert.deepEqual([changed.body.quiet, changed.body.pierce, changed.body.zone], [quiet, "never", "Europe/Berlin"]);
  const back = { topics: [{ topic: "exposure", ways: null }], quiet: null };
  const restored = await hub.ask(path, { method: "PATCH", cookie, json: back });
  assert.deepEqual(exposure(restored.body), exposure(usual.body));
  const refused = await hub.ask(path, { method: "PATCH", cookie, json: { zone: "Mars/Olympus" } });
  assert.deepEqual([refused.status, refused.body.code], [422, "alerts.invalid-zone"]);
  assert.equal((await hub.ask(path, { key: hub.adminKey })).status, 403);
});

onBothDatabases("a test reaches whoever asks for it, a few times an hour", async (database, t) => {
  const hub = await members(database, t);
  const send = () => hub.ask("/api/v1/me/alert-tests", { method: "POST", cookie: hub.kim.cookie, json: {} });
  const first = await send();
  assert.deepEqual([first.status, first.body.recipient], [201, "kim@example.org"]);
  const { rows } = await sql<{ notice: string; channel: string }>`
    select notice, channel from alert_delivery where id = ${first.body.delivery}
  `.execute(database.kysely);
  assert.deepEqual(rows, [{ notice: "test", channel: "email" }]);
  for (let index = 0; index < 9; index += 1) await send();
  assert.equal((await send()).body.code, "alerts.too-many-own-tests");
  assert.equal((await hub.ask("/api/v1/me/alert-tests", { method: "POST", key: hub.adminKey, json: {} })).status, 403);
  await hub.settle();
});

onBothDatabases("the hub's administrators set the steps of escalation", async (database, t) => {
  const hub = await members(database, t);
  const path = "/api/v1/alert-steps";
  const { body } = await hub.ask(path, { cookie: hub.kim.cookie });
  assert.deepEqual(body.steps.at(-1), { urgency: "immediate", minutes: 240, target: "coordinator" });
  const steps = [
    { urgency: "immediate", minutes: 30, target: "coordinator" },
    { urgency: "immediate", minutes: 10, target: "contact" },
  ];
  assert.equal((await hub.ask(path, { method: "PUT", cookie: hub.kim.cookie, json: { steps } })).status, 403);
  const changed = await hub.ask(path, { method: "PUT", cookie: hub.root.cookie, json: { steps } });
  assert.deepEqual(changed.body.steps, steps.toReversed());
  await hub.expose();
  (hub.clock as unknown as { advance(milliseconds: number): void }).advance(10 * 60_000);
  await keepAlertClocks(hub.hub);
  const { rows } = await sql<{ recipient: string }>`
    select recipient from alert_delivery where notice = 'escalated' and channel = 'email'
  `.execute(database.kysely);
  assert.deepEqual(rows, [{ recipient: "lee@example.org" }]);
});

onBothDatabases("a rota is made, changed for a night, and told to whoever is next", async (database, t) => {
  const hub = await members(database, t);
  const { cookie } = hub.lee;
  const people = [hub.kim.id, hub.lee.id];
  const terms = { name: "보안 관제", zone: "Asia/Seoul", firstDay: "2026-11-16", handoverAt: "09:00", shiftDays: 7 };
  const set = (json: object, as = cookie) => hub.ask(`${at}/on-call/soc`, { method: "PUT", cookie: as, json });
  assert.equal((await set({ ...terms, people }, hub.kim.cookie)).status, 403);
  assert.equal((await set({ ...terms, people: [hub.stranger.id] })).body.code, "alerts.unknown-colleague");
  assert.equal((await set({ ...terms, people, zone: "Nowhere" })).body.code, "alerts.invalid-zone");
  const made = await set({ ...terms, people });
  assert.equal(made.status, 200);
  assert.deepEqual([made.body.now.person.name, made.body.next.person.name, made.body.gaps], ["Kim", "Lee", []]);
  await keepAlertClocks(hub.hub);
  const mine = await hub.list(hub.kim.cookie, "topic=on-call");
  assert.match(mine.items[0].title.en, /^You are on call \(보안 관제\) until 23 November 2026, 09:00 \(Asia\/Seoul\)$/);
  assert.deepEqual((await hub.list(hub.lee.cookie, "topic=on-call")).items, [], "his alone");

  const night = { from: "2026-11-20T01:00:00Z", to: "2026-11-21T00:00:00Z", kind: "cover", person: hub.lee.id };
  const added = await hub.ask(`${at}/on-call/soc/overrides`, { cookie: hub.kim.cookie, json: night });
  assert.deepEqual([added.status, added.body.next.person.name], [201, "Lee"]);
  const wrong = { ...night, to: night.from };
  assert.equal(
    (await hub.ask(`${at}/on-call/soc/overrides`, { cookie, json: wrong })).body.code,
    "alerts.impossible-time",
  );
  await keepAlertClocks(hub.hub);
  (hub.clock as unknown as { set(time: string): void }).set("2026-11-20T02:00:00Z");
  await keepAlertClocks(hub.hub);
  assert.equal((await hub.list(hub.lee.cookie, "topic=on-call")).items.length, 1);
  assert.deepEqual((await hub.list(hub.kim.cookie, "topic=on-call")).items, [], "over");
  const { body } = await hub.ask(`${at}/on-call/soc/shifts?days=5`, { cookie: hub.reader.cookie });
  assert.deepEqual(
    body.shifts.map((one: { person: { name: string } }) => one.person.name),
    ["Lee", "Kim", "Lee"],
  );
  for (const from of ["0001-01-01T00:00:00Z", "9999-12-31T00:00:00Z"]) {
    const far = await hub.ask(`${at}/on-call/soc/shifts?from=${from}`, { cookie });
    assert.equal(far.body.code, "alerts.impossible-time");
  }
  const [override] = added.body.overrides;
  const taken = await hub.ask(`${at}/on-call/soc/overrides/${override.id}`, { method: "DELETE", cookie });
  assert.equal(taken.body.now.person.name, "Kim");
  assert.equal((await hub.ask(`${at}/on-call/soc`, { method: "DELETE", cookie })).status, 200);
  assert.deepEqual((await hub.ask(`${at}/on-call`, { cookie })).body, { rotas: [] });
  assert.deepEqual((await hub.list(hub.lee.cookie, "topic=on-call")).items, []);
});
