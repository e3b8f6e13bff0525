import assert from "node:assert/strict";
import { sql } from "kysely";
import { onBothDatabases } from "../../../testing/databases.ts";
import type { Database } from "../../platform/database/database.ts";
import { removeOrganisation } from "../../removal.ts";
import { campaignCountry, fixedLodash, hour, lodash } from "./testing/country.ts";

const vulnerability = { vulnerabilities: ["CVE-2026-0001"] };

type Standing = { organisation: string; standing: string; answer: { answer: string } | null };

const standings = ({ items }: { items: Standing[] }) => items.map((one) => `${one.organisation} ${one.standing}`);

/** Alerts of campaigns: whose, which and where they stand. */
async function alerts(database: Database): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select concat_ws(' ', o.handle, case when position('/' in a.key) = 0 then 'asked' else split_part(a.key, '/', 2) end, a.state)
      as line
    from alert a join organisation o on o.id = a.organisation where a.topic = 'campaign' order by 1
  `.execute(database.kysely);
  return rows.map(({ line }) => line);
}

onBothDatabases(
  "a campaign finds those exposed, follows them until they are done, and those who come later",
  async (database, context) => {
    const hub = await campaignCountry(database, context);
    await hub.member("bank", lodash);
    await hub.member("broker", lodash, "finance", "KR-26");
    await hub.member("fund", fixedLodash);
    await hub.member("quiet", null);
    await hub.member("grid", lodash, "energy");
    await hub.advise(hub.advisory("CVE-2026-0001", "lodash"));
    const { id } = await hub.begin(hub.finance, vulnerability);
    await hub.tick();
    const show = (by: Parameters<typeof hub.ask>[0] = hub.finance) => hub.ask(by, `/campaigns/${id}`);
    const list = (query = "") => hub.ask(hub.finance, `/campaigns/${id}/organisations${query}`);
    const total = async () => (await show()).progress.total;

    const begun = await show();
    assert.deepEqual(
      [begun.state, begun.owner.handle, begun.audience.sectors, begun.mine],
      ["running", "cert", [], []],
    );
    assert.deepEqual(standings(await list()), ["bank new", "broker new", "quiet unknown"]);
    const { asked, atStart, exposed, unknown, done, notExposed } = begun.progress.total;
    assert.deepEqual(
      { asked, atStart, exposed, unknown, done, notExposed },
      { asked: 2, atStart: 2, exposed: 2, unknown: 1, done: 0, notExposed: 1 },
    );
    assert.deepEqual(
      begun.progress.bySector.map((one: { sector: string; exposed: number }) => [one.sector, one.exposed]),
      [["finance", 2]],
    );
    assert.deepEqual(
      begun.progress.byRegion.map((one: { region: string; exposed: number }) => [one.region, one.exposed]),
      [
        ["KR-11", 1],
        ["KR-26", 1],
      ],
    );
    assert.deepEqual(await alerts(database), ["bank asked open", "broker asked open"]);

    // The member's side: what is asked, what of one's own it is about, by when.
    const mine = await hub.ask({ key: hub.keyOf("bank") }, `/campaigns/${id}`);
    assert.deepEqual(
      [mine.progress, mine.audience, mine.mine.length, mine.mine[0].standing, mine.mine[0].open],
      [null, null, 1, "new", 1],
    );
    assert.deepEqual(
      mine.work.map((one: { asset: string; package: string; state: string }) => [one.asset, one.package, one.state]),
      [["core", "lodash", "new"]],
    );
    const listed = (await hub.ask({ key: hub.keyOf("bank") }, "/campaigns")).items;
    assert.deepEqual(
      listed.map((one: { id: string }) => one.id),
      [id],
    );
    for (const outsider of ["fund", "quiet", "grid"]) {
      assert.deepEqual((await hub.ask({ key: hub.keyOf(outsider) }, "/campaigns")).items, []);
      await hub.ask({ key: hub.keyOf(outsider) }, `/campaigns/${id}`, undefined, { expect: 404 });
    }
    await hub.ask(hub.energy, `/campaigns/${id}`, undefined, { expect: 404 });

    // Done is what a fresh inventory says.
    await hub.inventory("bank", fixedLodash);
    assert.deepEqual(standings(await list()), ["broker new", "quiet unknown", "bank done"]);
    assert.deepEqual(await alerts(database), ["bank asked settled", "broker asked open"]);
    assert.equal((await hub.ask({ key: hub.keyOf("bank") }, `/campaigns/${id}`)).mine[0].standing, "done");

    // Who becomes exposed later joins by itself; it was not there at the start.
    await hub.inventory("fund", lodash);
    await hub.inventory("quiet", lodash);
    const later = await total();
    assert.deepEqual([later.asked, later.atStart, later.exposed, later.done, later.unknown], [4, 2, 3, 1, 0]);
    assert.deepEqual(
      (await alerts(database)).filter((line) => line.endsWith("open")),
      ["broker asked open", "fund asked open", "quiet asked open"],
    );

    // Silence: the time for what is scheduled or out of cycle is over.
    // The duty of the minute may have come by itself meanwhile: the last count of the day is the one that stays.
    await hub.tick();
    hub.clock.advance(6 * 24 * hour);
    await hub.tick();
    const silent = standings(await list("?standing=silent"));
    assert.deepEqual(silent, ["broker silent", "fund silent", "quiet silent"]);
    const answer = { answer: "working", text: "On Tuesday" };
    await hub.ask({ key: hub.keyOf("broker") }, `/organisations/broker/campaigns/${id}/answer`, answer, {
      method: "PUT",
    });
    assert.deepEqual(standings(await list("?standing=working")), ["broker working"]);

    const { days } = (await show()).progress;
    assert.deepEqual(
      days.map(({ day }: { day: string }) => day),
      ["2026-11-20", "2026-11-26"],
    );
    assert.deepEqual([days[0].exposed, days[0].ideal > days[1].ideal], [3, true]);
    await hub.tick();
    const [, today] = (await show()).progress.days;
    assert.deepEqual([today.exposed, today.silent, today.done], [3, 2, 1]);
  },
);

onBothDatabases("a campaign reminds before its time and at it, and ends", async (database, context) => {
  const hub = await campaignCountry(database, context);
  await hub.member("bank", lodash);
  await hub.member("broker", lodash);
  await hub.advise(hub.advisory("CVE-2026-0001", "lodash"));
  const { id } = await hub.begin(hub.finance, vulnerability);
  await hub.tick();
  hub.clock.advance(5 * 24 * hour - 1);
  await hub.tick();
  assert.deepEqual(await alerts(database), ["bank asked open", "broker asked open"]);
  await hub.inventory("broker", fixedLodash);
  hub.clock.advance(1);
  await hub.tick();
  await hub.tick();
  assert.deepEqual(await alerts(database), ["bank 48h open", "bank asked open", "broker asked settled"]);
  hub.clock.advance(48 * hour);
  await hub.tick();
  assert.deepEqual(
    (await alerts(database)).filter((line) => line.startsWith("bank")),
    ["bank 48h open", "bank asked open", "bank due open"],
  );
  assert.equal((await hub.ask(hub.finance, `/campaigns/${id}`)).state, "overdue");

  // More time: it is asked anew, and reminded anew.
  const dueAt = new Date(hub.clock.now().getTime() + 3 * 24 * hour).toISOString();
  await hub.ask(hub.finance, `/campaigns/${id}`, { dueAt }, { method: "PATCH" });
  const { rows } = await sql<{
    due_at: Date;
  }>`select due_at from alert where topic = 'campaign' and state = 'open' and key = ${id}`.execute(database.kysely);
  assert.equal(rows[0]?.due_at.toISOString(), dueAt);
  await hub.ask({ key: hub.keyOf("bank") }, `/campaigns/${id}`, { dueAt }, { method: "PATCH", expect: 403 });
  await hub.ask(hub.energy, `/campaigns/${id}`, { dueAt }, { method: "PATCH", expect: 404 });
  await hub.ask(hub.finance, `/campaigns/${id}/end`, {});
  assert.deepEqual(
    (await alerts(database)).filter((line) => line.endsWith("open")),
    [],
  );
  await hub.ask(hub.finance, `/campaigns/${id}/end`, {}, { expect: 409 });
  assert.deepEqual((await hub.ask(hub.finance, "/campaigns")).items, []);
  assert.equal((await hub.ask(hub.finance, "/campaigns?state=ended")).items.length, 1);
  // What happens afterwards is no longer its progress.
  await hub.inventory("bank", fixedLodash);
  await hub.tick();
  assert.equal((await hub.ask(hub.finance, `/campaigns/${id}`)).progress.total.exposed, 1);
});

onBothDatabases("everybody with a library, by its versions, with or without an advisory", async (database, context) => {
  const hub = await campaignCountry(database, context);
  await hub.member("bank", lodash);
  await hub.member("broker", fixedLodash);
  await hub.member("fund", ["pkg:npm/lodash@3.10.1"]);
  const about = { package: "pkg:npm/lodash", range: "vers:npm/>=4.0.0|<4.17.21" };
  const { id, vulnerabilities, range } = await hub.begin(hub.finance, about);
  assert.deepEqual([vulnerabilities, range], [[], about.range]);
  const list = async (query = "") => standings(await hub.ask(hub.finance, `/campaigns/${id}/organisations${query}`));
  assert.deepEqual(await list(), ["bank new"]);
  assert.deepEqual(await list("?standing=not-exposed&standing=unknown"), ["broker not-exposed", "fund not-exposed"]);
  const mine = await hub.ask({ key: hub.keyOf("bank") }, `/campaigns/${id}`);
  assert.deepEqual(
    mine.work.map((one: { version: string; state: null }) => [one.version, one.state]),
    [["4.17.20", null]],
  );
  hub.clock.advance(25 * hour);
  assert.deepEqual(await list(), ["bank silent"]);
  const path = `/organisations/bank/campaigns/${id}/answer`;
  await hub.ask({ key: hub.keyOf("bank") }, path, { answer: "not-affected", text: "Not reachable" }, { method: "PUT" });
  assert.deepEqual(await list(), ["bank not-affected"]);
  await hub.inventory("fund", lodash);
  assert.deepEqual(await list(), ["fund new", "bank not-affected"]);
  await hub.inventory("fund", fixedLodash);
  await hub.inventory("bank", fixedLodash);
  assert.deepEqual(await list(), ["bank done", "fund done"]);
  // Without a fresh inventory, nobody can say that it is done.
  hub.clock.advance(31 * 24 * hour);
  assert.deepEqual(await list(), ["bank unknown", "broker unknown", "fund unknown"]);
  for (const wrong of [
    {},
    { package: "pkg:npm/lodash@4.0.0" },
    { ...about, ...vulnerability },
    { range: "<1" },
    { package: "nonsense" },
  ]) {
    const zone = { dueAt: new Date(hub.clock.now().getTime() + hour).toISOString() };
    const texts = { title: { en: "x", ko: "엑" }, description: { en: "", ko: "" }, zone: "Asia/Seoul" };
    await hub.ask(hub.finance, "/campaigns", { ...texts, ...zone, ...wrong }, { expect: 422 });
  }
});

onBothDatabases("a campaign reaches as far as its coordinator, and no further", async (database, context) => {
  const hub = await campaignCountry(database, context);
  await hub.member("bank", lodash);
  await hub.member("grid", lodash, "energy");
  await hub.advise(hub.advisory("CVE-2026-0001", "lodash"));
  const json = {
    title: { en: "Update", ko: "갱신" },
    description: { en: "", ko: "" },
    dueAt: "2026-11-27T09:00:00Z",
    zone: "Asia/Seoul",
    ...vulnerability,
  };
  const refused = (more: object, expect = 422) => hub.ask(hub.finance, "/campaigns", { ...json, ...more }, { expect });
  await refused({ sectors: ["energy"] });
  await refused({ organisations: ["grid"] });
  await refused({ organisations: ["nobody"] }, 404);
  await refused({ circles: ["nobody"] }, 404);
  await refused({ zone: "Mars/Olympus" });
  await refused({ dueAt: "2026-11-19T09:00:00Z" });
  await refused({ tlp: "RED" });
  await refused({ organisation: "energy-desk" }, 403);
  await hub.ask({ key: hub.keyOf("bank") }, "/campaigns", json, { expect: 403 });
  await hub.ask(hub.auditor, "/campaigns", json, { expect: 403 });
  const named = await hub.ask(
    hub.nation,
    "/campaigns",
    { ...json, organisations: ["grid"], tlp: "AMBER" },
    { expect: 201 },
  );
  assert.deepEqual(await alerts(database), ["grid asked open"]);
  await hub.ask(hub.finance, `/campaigns/${named.id}`, undefined, { expect: 404 });
  assert.deepEqual(standings(await hub.ask(hub.energy, `/campaigns/${named.id}/organisations`)), ["grid new"]);
  await hub.ask(hub.energy, `/campaigns/${named.id}/end`, {}, { expect: 403 });
  const open = await hub.ask(hub.finance, "/campaigns", { ...json, tlp: "GREEN" }, { expect: 201 });
  const seen = await hub.ask({ key: hub.keyOf("grid") }, `/campaigns/${open.id}`);
  assert.deepEqual(
    [seen.progress, seen.audience, seen.mine, seen.work.length],
    [null, null, [], 1],
    "its text is the members'",
  );
});

onBothDatabases("with an organisation goes all that is its own here", async (database, context) => {
  const hub = await campaignCountry(database, context);
  const bank = await hub.member("bank", lodash);
  await hub.member("broker", lodash);
  await hub.advise(hub.advisory("CVE-2026-0001", "lodash"));
  const { id } = await hub.begin(hub.finance, vulnerability);
  await hub.ask(hub.finance, "/nudges", { organisations: ["bank", "broker"], campaign: id }, { expect: 201 });
  await removeOrganisation(database, { id: bank.id });
  const counts = async () => {
    const { rows } = await sql<{ line: number[] }>`
      select array[(select count(*) from campaign_member where organisation = ${bank.id}),
        (select count(*) from nudge where organisation = ${bank.id}),
        (select count(*) from organisation_standing where organisation = ${bank.id})]::int[] as line
    `.execute(database.kysely);
    return rows[0]?.line;
  };
  assert.deepEqual(await counts(), [0, 0, 0]);
  await hub.settle();
  assert.deepEqual(standings(await hub.ask(hub.finance, `/campaigns/${id}/organisations`)), ["broker new"]);
  const second = await hub.person("Second", [
    { of: await hub.organisation("root-desk", "government"), role: "hub-administrator" },
  ]);
  assert.ok(second.id);
  await removeOrganisation(database, { id: hub.cert.id });
  await hub.settle();
  const { rows } = await sql<{ open: number; campaigns: number }>`
    select (select count(*)::int from alert where topic = 'campaign' and state = 'open') as open,
      (select count(*)::int from campaign) as campaigns
  `.execute(database.kysely);
  assert.deepEqual(rows, [{ open: 0, campaigns: 0 }]);
});
