import assert from "node:assert/strict";
import { type AlertTopic, alertTopics, type Role } from "@bongsu/contracts";
import fc from "fast-check";
import { sql } from "kysely";
import { onBothDatabases } from "../../../testing/databases.ts";
import type { AlertDraft } from "../../kernel/index.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import type { Organisation } from "../members/index.ts";
import { asViewer } from "../sharing/index.ts";
import type { Ways } from "./people/preference.ts";
import { preferring, sceneOf } from "./testing/scene.ts";

const topics = Object.keys(alertTopics) as AlertTopic[];
const roles: Role[] = [
  "read-only",
  "reporter",
  "analyst",
  "organisation-administrator",
  "auditor",
  "national-coordinator",
];
const way = fc.constantFrom("at-once" as const, "digest" as const, "hub" as const, "nothing" as const);
const places = { organisations: 4, people: 8 };
const one = (below: number) => fc.nat(below - 1);

const world = fc.record({
  statuses: fc.array(fc.constantFrom("active", "active", "active", "suspended"), { minLength: 4, maxLength: 4 }),
  suspended: fc.subarray([0, 1, 2, 3, 4, 5, 6, 7], { maxLength: 2 }),
  memberships: fc.uniqueArray(fc.tuple(one(places.people), one(places.organisations), fc.constantFrom(...roles)), {
    selector: ([person, organisation]) => `${person} ${organisation}`,
    minLength: 6,
    maxLength: 16,
  }),
  preferences: fc.array(fc.tuple(one(places.people), fc.tuple(way, way, way, way)), { maxLength: 5 }),
  drafts: fc.array(
    fc.record({
      organisation: one(places.organisations),
      topic: fc.constantFrom(...topics),
      urgency: fc.nat(3),
      people: fc.option(fc.subarray([0, 1, 2, 3, 4, 5, 6, 7])),
    }),
    { minLength: 5, maxLength: 20 },
  ),
});

onBothDatabases("in any world, who is told of an alert sees it, and sees nothing of the others", async (database) => {
  const { kysely } = database;
  for (const [round, made] of fc.sample(world, 6).entries()) {
    const scene = sceneOf(database);
    const organisations: Organisation[] = [];
    for (const [index, status] of made.statuses.entries()) {
      const of = await scene.organisation(`org-${round}-${index}`);
      await sql`update organisation set status = ${status}, contact_email = ${`cert@${of.id}`} where id = ${of.id}`.execute(
        kysely,
      );
      organisations.push(of);
    }
    const people: string[] = [];
    for (let index = 0; index < places.people; index += 1) {
      // Everybody begins somewhere; where he really belongs is said below.
      const id = await scene.person(`person-${round}-${index}`, organisations[0] as Organisation);
      await sql`delete from membership where person = ${id}`.execute(kysely);
      const status = made.suspended.includes(index) ? "suspended" : "active";
      await sql`update person set status = ${status} where id = ${id}`.execute(kysely);
      people.push(id);
    }
    for (const [person, of, role] of made.memberships) {
      await scene.join(people[person] ?? "", organisations[of] as Organisation, role);
    }
    for (const [person, ways] of made.preferences) {
      const chosen: Ways = ways;
      await scene.prefer(people[person] ?? "", preferring({ topics: { exposure: chosen, comment: chosen } }));
    }
    const drafts: AlertDraft[] = made.drafts.map(({ organisation, topic, urgency, people: named }, index) => ({
      ...{
        organisation: organisations[organisation]?.id ?? "",
        topic,
        key: `key ${index}`,
        urgency,
        link: "/",
        dueAt: null,
      },
      ...{ title: { en: "a", ko: "a" }, body: { en: "", ko: "" }, facts: {} },
      people: named === null ? null : named.map((index) => people[index] ?? ""),
    }));
    await scene.raise(drafts);
    scene.clock.advance(30 * 3_600_000);
    await scene.tick();
    const seenBy = new Map<string, Set<string>>();
    for (const person of people) {
      const rows = await inTransaction(database, (transaction) =>
        asViewer(transaction, { kind: "person", person }, scene.clock.now(), async (seen) => {
          const found = await sql<{ id: string }>`select id from alert`.execute(seen);
          return found.rows;
        }),
      );
      seenBy.set(person, new Set(rows.map(({ id }) => id)));
    }
    const { rows: told } = await sql<{ person: string | null; alert: string; limited: boolean; status: string }>`
      select d.person, named as alert, a.people is not null as limited, o.status
      from alert_delivery d join organisation o on o.id = d.organisation, unnest(d.alerts) as named
      join alert a on a.id = named
      where o.handle like ${`org-${round}-%`} and a.organisation = d.organisation
    `.execute(kysely);
    assert.ok(
      told.every(({ status }) => status === "active"),
      "an organisation that is suspended is told nothing",
    );
    for (const { person, alert, limited } of told) {
      if (person === null) assert.equal(limited, false);
      else assert.ok(seenBy.get(person)?.has(alert), "told of what he does not see");
    }
    // And whoever follows an organisation's alerts, and did not say "nothing", is told of each that he sees.
    const { rows: all } = await sql<{ id: string; topic: AlertTopic; urgency: number }>`
      select a.id, a.topic, a.urgency from alert a join organisation o on o.id = a.organisation
      where o.handle like ${`org-${round}-%`} and a.topic not in ('exposure', 'comment')
    `.execute(kysely);
    for (const [person, seen] of seenBy) {
      for (const { id } of all.filter((alert) => seen.has(alert.id))) {
        assert.ok(
          told.some((telling) => telling.person === person && telling.alert === id),
          "sees it and was not told",
        );
      }
    }
  }
});
