import assert from "node:assert/strict";
import { sql } from "kysely";
import { onBothDatabases } from "../../../testing/databases.ts";
import { campaignCountry, hour, lodash } from "./testing/country.ts";

type Item = {
  organisation: string;
  outcome: string;
  nudge: string | null;
  lastBy: { organisation: string; role: string } | null;
};

const outcomes = ({ items }: { items: Item[] }) => items.map((one) => `${one.organisation} ${one.outcome}`);

onBothDatabases(
  "one click asks an organisation; it hears who asks, answers, and the coordinator sees it",
  async (database, context) => {
    const hub = await campaignCountry(database, context);
    await hub.member("bank", lodash);
    await hub.member("broker", ["pkg:npm/express@4.0.0"]);
    await hub.member("grid", lodash, "energy");
    await hub.advise(hub.advisory("CVE-2026-0001", "lodash"));
    const about = { vulnerability: "cve-2026-0001", message: "Call us on 118." };
    const all = { organisations: ["bank", "broker", "grid", "nobody"], ...about };
    const sent = await hub.ask(hub.finance, "/nudges", all, { expect: 201 });
    assert.deepEqual(outcomes(sent), ["bank asked", "broker nothing-open", "grid unknown", "nobody unknown"]);
    assert.deepEqual(
      [sent.asked, sent.items[0].lastBy.organisation, sent.items[0].lastBy.role],
      [1, "cert", "sector-coordinator"],
    );

    const alerts = async () =>
      (
        await sql<{ handle: string; state: string; title_en: string; title_ko: string; body_ko: string }>`
        select o.handle, a.state, a.title_en, a.title_ko, a.body_ko from alert a join organisation o on o.id = a.organisation
        where a.topic = 'nudge' order by a.raised_at, o.handle
      `.execute(database.kysely)
      ).rows;
    const [alert, ...others] = await alerts();
    assert.deepEqual([alert?.handle, alert?.state, others], ["bank", "open", []]);
    assert.match(alert?.title_en ?? "", /^cert \(sector coordinator\) asks .*CVE-2026-0001$/);
    assert.match(alert?.title_ko ?? "", /분야 조정자/);
    assert.match(alert?.body_ko ?? "", /118/);

    // Whoever asks, however often: once in 24 hours.
    hub.clock.advance(23 * hour);
    const again = await hub.ask(hub.finance, "/nudges", { organisations: ["bank"], ...about }, { expect: 201 });
    assert.deepEqual(
      [outcomes(again), again.items[0].nudge, again.items[0].lastAt],
      [["bank asked-already"], sent.items[0].nudge, "2026-11-20T00:00:00.000Z"],
    );
    const general = await hub.ask(hub.finance, "/nudges", { organisations: ["bank"] }, { expect: 201 });
    assert.deepEqual(outcomes(general), ["bank asked"], "another subject");
    hub.clock.advance(hour);
    const next = await hub.ask(hub.finance, "/nudges", { organisations: ["bank"], ...about }, { expect: 201 });
    assert.deepEqual(outcomes(next), ["bank asked"]);
    assert.equal(
      (await alerts()).filter(({ state }) => state === "open").length,
      2,
      "the new one takes the earlier one's place",
    );

    const key = hub.keyOf("bank");
    const got = (await hub.ask({ key }, "/nudges?vulnerability=CVE-2026-0001")).items;
    assert.deepEqual(
      [got.length, got[0].message, got[0].answer, got[0].by.name.en],
      [2, "Call us on 118.", null, "cert"],
    );
    assert.deepEqual((await hub.ask({ key: hub.keyOf("broker") }, "/nudges")).items, []);
    assert.deepEqual((await hub.ask(hub.energy, "/nudges")).items, []);
    assert.deepEqual((await hub.ask(hub.nation, "/nudges")).items, [], "who is told nothing of the bank");

    const path = `/organisations/bank/nudges/${got[0].id}/answer`;
    await hub.ask({ key }, path, { answer: "late" }, { method: "PUT", expect: 422 });
    await hub.ask({ key }, path, { answer: "late", until: "2026-11-20T00:00:00Z" }, { method: "PUT", expect: 422 });
    await hub.ask({ key: hub.keyOf("broker") }, path, { answer: "working" }, { method: "PUT", expect: 403 });
    await hub.ask(
      { key: hub.keyOf("broker") },
      path.replace("/bank/", "/broker/"),
      { answer: "working" },
      { method: "PUT", expect: 404 },
    );
    const until = "2026-11-25T09:00:00.000Z";
    const answered = await hub.ask(
      { key },
      path,
      { answer: "late", until, text: "Patch window on Wednesday" },
      { method: "PUT" },
    );
    assert.deepEqual([answered.answer.answer, answered.answer.until], ["late", until]);
    const [shown] = (await hub.ask(hub.finance, "/nudges?answered=true")).items;
    assert.deepEqual(
      [shown.id, shown.organisation, shown.answer.text],
      [got[0].id, "bank", "Patch window on Wednesday"],
    );
    const [line] = (await hub.ask(hub.finance, "/organisation-standing?sector=finance&limit=1")).items;
    assert.deepEqual(
      [line.organisation.handle, line.lastNudge.organisation, line.lastNudge.role],
      ["bank", "cert", "sector-coordinator"],
    );
    assert.equal(line.lastActionAt, "2026-11-21T00:00:00.000Z", "an answer is somebody's act");

    // Who no longer discloses is no longer seen, nor what was asked of it.
    await hub.disclose("bank", { sector: "nothing", national: "nothing" });
    assert.deepEqual((await hub.ask(hub.finance, "/nudges")).items, []);
    const hidden = await hub.ask(hub.finance, "/nudges", { organisations: ["bank"] }, { expect: 201 });
    assert.deepEqual(outcomes(hidden), ["bank unknown"]);
    assert.equal((await hub.ask({ key }, "/nudges")).items.length, 3, "its own it sees");
  },
);

onBothDatabases("who needs help is heard by the one who asked, and by nobody else there", async (database, context) => {
  const hub = await campaignCountry(database, context);
  await hub.member("bank", lodash);
  const colleague = await hub.person("Colleague", [{ of: hub.cert, role: "analyst" }]);
  const { items } = await hub.ask(hub.finance, "/nudges", { organisations: ["bank"] }, { expect: 201 });
  const path = `/organisations/bank/nudges/${items[0].nudge}/answer`;
  await hub.ask({ key: hub.keyOf("bank") }, path, { answer: "need-help" }, { method: "PUT" });
  const { rows } = await sql<{ people: string[]; title_en: string }>`
    select a.people, a.title_en from alert a where a.organisation = ${hub.cert.id} and a.topic = 'nudge'
  `.execute(database.kysely);
  assert.deepEqual(rows, [{ people: [hub.finance.id], title_en: "bank answers: We need help" }]);
  assert.deepEqual((await hub.ask(colleague, "/nudges")).items, [], "one's colleagues do not see whom one asks");
  assert.deepEqual((await hub.ask(colleague, "/organisation-standing")).items.length, 1);
});

onBothDatabases("thousands are asked at once, by two at the same moment once", async (database, context) => {
  const hub = await campaignCountry(database, context);
  await sql`
    insert into organisation (id, handle, name_en, name_ko, sector, region, status, created_at)
    select gen_random_uuid(), 'bank-' || n, 'Bank ' || n, '은행 ' || n, 'finance', 'KR-11', 'active', ${hub.clock.now()}
    from generate_series(1, 1200) as n
  `.execute(database.kysely);
  const organisations = Array.from({ length: 1_200 }, (_, index) => `bank-${index + 1}`);
  const [first, second] = await Promise.all(
    [0, 1].map(() => hub.ask(hub.finance, "/nudges", { organisations }, { expect: 201 })),
  );
  assert.deepEqual(
    [first.asked, second.asked].sort((a, b) => a - b),
    [0, 1_200],
  );
  const { rows } = await sql<{ nudges: number; alerts: number }>`
    select (select count(*)::int from nudge) as nudges, (select count(*)::int from alert where topic = 'nudge') as alerts
  `.execute(database.kysely);
  assert.deepEqual(rows, [{ nudges: 1_200, alerts: 1_200 }]);
  await hub.ask(
    hub.finance,
    "/nudges",
    { organisations: [...organisations, ...organisations, ...organisations, ...organisations, ...organisations] },
    { expect: 422 },
  );
});

onBothDatabases(
  "members and auditors cannot nudge; a nudge has one subject that is there",
  async (database, context) => {
    const hub = await campaignCountry(database, context);
    await hub.member("bank", lodash);
    const json = { organisations: ["bank"] };
    await hub.ask({ key: hub.keyOf("bank") }, "/nudges", json, { expect: 403 });
    await hub.ask(hub.auditor, "/nudges", json, { expect: 403 });
    await hub.ask(hub.finance, "/nudges", { ...json, vulnerability: "CVE-1999-0001" }, { expect: 404 });
    const campaign = "00000000-0000-4000-8000-000000000001";
    await hub.ask(hub.finance, "/nudges", { ...json, campaign }, { expect: 404 });
    await hub.ask(hub.finance, "/nudges", { ...json, campaign, vulnerability: "CVE-1999-0001" }, { expect: 422 });
  },
);
