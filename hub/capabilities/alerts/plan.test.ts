import assert from "node:assert/strict";
import { test } from "node:test";
import { type AlertNotice, type AlertTopic, alertNotices, alertTopics } from "@bongsu/contracts";
import fc from "fast-check";
import type { Ways } from "./people/preference.ts";
import type { Audience, Place, Reader } from "./people/readers.ts";
import { plan } from "./plan.ts";
import type { Noticed } from "./telling.ts";
import { preferring } from "./testing/scene.ts";

const now = new Date("2026-11-20T14:00:00Z");
const person = (name: string, change: Partial<Reader> = {}): Reader => ({
  ...{ organisation: "bank", person: name, name, email: `${name}@bank`, language: "ko", follows: true },
  ...{ administers: false, preference: null },
  ...change,
});
const alert = (id: string, change: Partial<Noticed> = {}): Noticed => ({
  ...{ organisation: "bank", id, topic: "exposure", key: id, urgency: 3, people: null, notice: "raised" },
  ...change,
});
const place = (change: Partial<Place> = {}): Place => ({
  ...{ organisation: "bank", id: "hook", kind: "webhook", name: "SIEM", language: "en", topics: null, leastUrgency: 0 },
  ...change,
});
const none: Audience = { readers: [], places: [], contact: null };
const planned = (alerts: Noticed[], audience: Partial<Audience>, onCall: string[] = []) =>
  plan(alerts, {
    ...{ now, zone: "Asia/Seoul", audiences: new Map([["bank", { ...none, ...audience }]]) },
    onCall: new Map(onCall.length === 0 ? [] : [["bank", new Set(onCall)]]),
  });
const mails = (...given: Parameters<typeof planned>) =>
  planned(...given)
    .tellings.filter(({ channel }) => channel === "email")
    .map(({ recipient, alerts, dueAt }) => `${recipient} ${alerts.join(",")} ${dueAt.toISOString().slice(5, 16)}`);

test("by urgency: at once, with the digest, in the hub only", () => {
  const readers = [person("kim")];
  const told = (urgency: number) => planned([alert("a", { urgency })], { readers });
  const channels = (urgency: number) => told(urgency).tellings.map(({ channel }) => channel);
  assert.deepEqual([0, 1, 2, 3].map(channels), [["hub"], ["hub"], ["hub", "email"], ["hub", "email"]]);
  assert.deepEqual(told(1).digests, [{ organisation: "bank", person: "kim", dueAt: new Date("2026-11-20T23:00:00Z") }]);
  assert.deepEqual([told(0).digests, told(2).digests], [[], []]);
});

test("quiet hours hold a letter back, and what is immediate pierces them", () => {
  const quiet = { zone: "Asia/Seoul", from: "22:00", to: "07:00", days: [0, 1, 2, 3, 4, 5, 6] };
  const readers = [person("kim", { preference: preferring({ quiet }) })];
  assert.deepEqual(mails([alert("a", { urgency: 2 })], { readers }), ["kim@bank a 11-20T22:00"]);
  assert.deepEqual(mails([alert("a")], { readers }), ["kim@bank a 11-20T14:00"]);
  const deaf = [person("kim", { preference: preferring({ quiet, pierce: 4 }) })];
  assert.deepEqual(mails([alert("a")], { readers: deaf }), ["kim@bank a 11-20T22:00"]);
  assert.deepEqual(mails([alert("a")], { readers: deaf }, ["kim"]), ["kim@bank a 11-20T14:00"], "but not on call");
});

test("the contact hears of what is immediate where nobody else would at once", () => {
  const quiet: Ways = ["hub", "hub", "hub", "hub"];
  const silent = person("kim", { preference: preferring({ topics: { exposure: quiet } }) });
  const contact = "cert@bank";
  assert.deepEqual(mails([alert("a")], { readers: [silent], contact }), ["cert@bank a 11-20T14:00"]);
  assert.deepEqual(mails([alert("a", { urgency: 2 })], { readers: [silent], contact }), []);
  assert.deepEqual(mails([alert("a")], { readers: [silent, person("lee")], contact }), ["lee@bank a 11-20T14:00"]);
  assert.deepEqual(mails([alert("a", { people: ["kim"] })], { readers: [silent], contact }), [], "what is his alone");
  assert.deepEqual(mails([alert("a", { notice: "settled" })], { readers: [silent], contact }), []);
});

test("who looks on reads it in the hub, unless he is named or wants more", () => {
  const onlooker = person("kim", { follows: false });
  assert.deepEqual(mails([alert("a")], { readers: [onlooker] }), []);
  assert.deepEqual(mails([alert("a", { people: ["kim"], topic: "comment" })], { readers: [onlooker] }).length, 1);
  const topics = { exposure: ["nothing", "nothing", "nothing", "at-once"] as Ways };
  const eager = { ...onlooker, preference: preferring({ topics }) };
  assert.deepEqual(mails([alert("a")], { readers: [eager] }).length, 1);
  assert.deepEqual(planned([alert("a", { urgency: 2 })], { readers: [eager] }).tellings, [], "nothing at all");
});

test("many at once go as one, the most urgent first; a few one by one", () => {
  const readers = [person("kim")];
  const many = (count: number) => Array.from({ length: count }, (_, n) => alert(`${n}`, { urgency: n === 3 ? 3 : 2 }));
  assert.equal(mails(many(3), { readers }).length, 3);
  assert.deepEqual(mails(many(5), { readers }), ["kim@bank 3,0,1,2,4 11-20T14:00"]);
  assert.deepEqual(
    mails(many(150), { readers }).map((line) => line.split(",").length),
    [100, 50],
  );
});

test("an organisation's own places hear by topic and urgency, and never what is for some people only", () => {
  const hooks = (alerts: Noticed[], change: Partial<Place> = {}) =>
    planned(alerts, { places: [place(change)] }).tellings.map(({ channel, alerts: told }) => `${channel} ${told}`);
  assert.deepEqual(hooks([alert("a"), alert("b", { notice: "settled" })]), ["webhook a", "webhook b"]);
  assert.deepEqual(hooks([alert("a", { people: ["kim"] })]), []);
  assert.deepEqual(hooks([alert("a", { urgency: 1 })], { leastUrgency: 2 }), []);
  assert.deepEqual(hooks([alert("a")], { topics: ["inventory"] }), []);
});

const organisations = ["bank", "city", "grid"];
const names = ["kim", "lee", "park", "choi"];
const way = fc.constantFrom("at-once" as const, "digest" as const, "hub" as const, "nothing" as const);
const ways: fc.Arbitrary<Ways> = fc.tuple(way, way, way, way);
const reader: fc.Arbitrary<Reader> = fc
  .record({
    organisation: fc.constantFrom(...organisations),
    person: fc.constantFrom(...names),
    follows: fc.boolean(),
    administers: fc.boolean(),
    topics: fc.option(fc.record({ exposure: ways, comment: ways })),
  })
  .map(({ topics, person: who, organisation, ...rest }) => ({
    ...rest,
    ...{ organisation, person: who, name: who, email: `${who}@${organisation}`, language: "ko" as const },
    preference: topics === null ? null : preferring({ topics }),
  }));
const noticed: fc.Arbitrary<Noticed> = fc.record({
  organisation: fc.constantFrom(...organisations),
  id: fc.uuid(),
  topic: fc.constantFrom(...(Object.keys(alertTopics) as AlertTopic[])),
  key: fc.constant("key"),
  urgency: fc.integer({ min: 0, max: 3 }),
  people: fc.option(fc.subarray(names)),
  notice: fc.constantFrom(...(Object.keys(alertNotices) as AlertNotice[])),
});

test("nobody is told of what he may not see, and everybody at most once by each way", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(noticed, { selector: ({ id }) => id, maxLength: 20 }),
      fc.uniqueArray(reader, { selector: (one) => `${one.organisation} ${one.person}`, maxLength: 12 }),
      fc.array(fc.tuple(fc.constantFrom(...organisations), fc.constantFrom(...names)), { maxLength: 4 }),
      (alerts, readers, watching) => {
        const audiences = new Map(
          organisations.map((organisation) => [
            organisation,
            {
              readers: readers.filter((one) => one.organisation === organisation),
              places: [place({ organisation, id: `hook of ${organisation}` })],
              contact: `cert@${organisation}`,
            },
          ]),
        );
        const onCall = new Map(watching.map(([organisation, who]) => [organisation, new Set([who])]));
        const { tellings, digests } = plan(alerts, { now, zone: "Asia/Seoul", audiences, onCall });
        const told = new Set<string>();
        for (const telling of tellings) {
          for (const id of telling.alerts) {
            const found = alerts.find((one) => one.id === id);
            assert.ok(found !== undefined && found.organisation === telling.organisation);
            assert.equal(found.notice, telling.notice);
            if (telling.person === null) assert.equal(found.people, null, "places and contacts hear what is for all");
            else {
              const who = readers.find(
                (one) => one.organisation === found.organisation && one.person === telling.person,
              );
              assert.ok(who !== undefined && (found.people?.includes(who.person) ?? true));
            }
            const once = JSON.stringify([telling.channel, telling.channelId, telling.person, telling.recipient, id]);
            assert.ok(!told.has(once), once);
            told.add(once);
            assert.ok(telling.dueAt >= now);
          }
        }
        for (const { organisation, person: who } of digests) {
          assert.ok(readers.some((one) => one.organisation === organisation && one.person === who));
        }
      },
    ),
  );
});
