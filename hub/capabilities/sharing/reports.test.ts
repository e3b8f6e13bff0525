import assert from "node:assert/strict";
import { sql } from "kysely";
import { onBothDatabases } from "../../../testing/databases.ts";
import type { Database } from "../../platform/database/database.ts";
import { removeOrganisation } from "../exposure/index.ts";
import {
  applyWidening,
  countReports,
  listReports,
  markReport,
  publishDue,
  reportHistory,
  requestWidening,
  reviseReport,
  showReport,
  visibleEvents,
  whoWillReceive,
  withdrawReport,
} from "./index.ts";
import { markingOf, scene } from "./testing/scene.ts";

const coded = (code: string) => (error: unknown) => Reflect.get(Object(error), "code") === code;

async function members(database: Database) {
  const given = await scene(database);
  await given.join("bank", "boss", "clerk");
  await given.join("grid", "engineer");
  await given.join("shop", "keeper");
  await given.circle("energy", "bank", "grid");
  await given.circle("retail", "shop");
  return given;
}

onBothDatabases("a report reaches its audience, and is not there for anybody else", async (database) => {
  const { as, share, organisation } = await members(database);
  const { report } = await share("boss", "bank", { tlp: "TLP:AMBER+STRICT", circles: ["energy"] });
  for (const reader of ["boss", "clerk", "engineer"]) {
    const shown = await as(reader, (seen) => showReport(seen, report.id));
    assert.equal(shown.text, "A text");
    assert.deepEqual(shown.marking.circles, ["energy"]);
  }
  for (const other of ["keeper", null]) {
    await assert.rejects(
      as(other, (seen) => showReport(seen, report.id)),
      coded("sharing.unknown-report"),
    );
    assert.equal(await as(other, (seen) => countReports(seen, { search: "title" })), 0);
  }
  // Who wrote it is the owner's to know.
  assert.equal((await as("clerk", (seen) => showReport(seen, report.id))).author?.name, "boss");
  assert.equal((await as("engineer", (seen) => showReport(seen, report.id))).author, null);
  await sql`delete from circle_member where organisation = ${organisation("grid")}`.execute(database.kysely);
  await assert.rejects(
    as("engineer", (seen) => showReport(seen, report.id)),
    coded("sharing.unknown-report"),
  );
});

onBothDatabases(
  "readers do not learn of others in the audience, nor of circles that are not theirs",
  async (database) => {
    const { as, share } = await members(database);
    const { report } = await share("boss", "bank", {
      tlp: "GREEN",
      circles: ["energy"],
      organisations: ["grid", "shop"],
    });
    const marking = async (reader: string) => {
      const { circles, organisations } = (await as(reader, (seen) => showReport(seen, report.id))).marking;
      return { circles, organisations };
    };
    assert.deepEqual(await marking("clerk"), { circles: ["energy"], organisations: ["grid", "shop"] });
    assert.deepEqual(await marking("engineer"), { circles: ["energy"], organisations: ["grid"] });
    assert.deepEqual(await marking("keeper"), { circles: [], organisations: ["shop"] });
  },
);

onBothDatabases("drafts are checked, and what an author may not use he is not told to exist", async (database) => {
  const { share, clock } = await members(database);
  const refused = (code: string, ...[marking, draft]: [object, object?]) =>
    assert.rejects(share("boss", "bank", marking, draft), coded(code), `${code} ${JSON.stringify(marking)}`);
  await refused("markings.unknown-label", { tlp: "PURPLE" });
  await refused("sharing.unknown-circle", { tlp: "AMBER", circles: ["retail"] });
  await refused("sharing.unknown-circle", { tlp: "AMBER", circles: ["no-such"] });
  await refused("sharing.unknown-audience", { tlp: "AMBER", organisations: ["nowhere"] });
  await refused("sharing.unknown-person", { tlp: "RED", named: ["nobody@example.org"] });
  await refused("sharing.embargo-past", { tlp: "GREEN", embargoUntil: clock.now() });
  await refused("sharing.invalid-draft", {}, { kind: "rumour" });
  await refused("sharing.invalid-draft", {}, { title: "two\nlines" });
  await refused("sharing.invalid-draft", {}, { text: "nul \u0000" });
  await refused("sharing.invalid-draft", {}, { text: " " });
  const secret = await share("keeper", "shop", {});
  for (const id of [secret.report.id, "00000000-0000-7000-8000-000000000000", "'; drop table report"]) {
    await refused("sharing.unknown-reference", {}, { references: [{ kind: "report", id }] });
  }
  await assert.rejects(share("boss", "grid", {}), coded("sharing.not-yours"));
  const white = await share("boss", "bank", { tlp: "WHITE" });
  assert.equal(white.report.marked.tlp, "CLEAR");
  assert.deepEqual(
    white.problems.map(({ code }) => code),
    ["markings.white"],
  );
});

onBothDatabases("an embargo is to the minute; at its end it is told once, whoever looks first", async (database) => {
  const { as, share, clock, inTurn } = await members(database);
  const { report } = await share("boss", "bank", {
    tlp: "CLEAR",
    circles: ["energy"],
    embargoUntil: new Date("2026-11-20T10:29:30Z"),
  });
  const readers = async () => {
    const seeing = await Promise.all(
      ["clerk", "engineer", "keeper", null].map((reader) => as(reader, (seen) => countReports(seen, {}))),
    );
    return seeing.join("");
  };
  const publish = () => inTurn((transaction) => publishDue(transaction, clock.now()));
  clock.set("2026-11-20T10:29:59.999Z");
  assert.equal(await readers(), "1100");
  assert.equal(await publish(), 0);
  clock.set("2026-11-20T10:30:00Z");
  assert.equal(await readers(), "1111", "nobody waits for the job");
  assert.deepEqual((await Promise.all([publish(), publish()])).sort(), [0, 1]);
  assert.equal(await publish(), 0);
  const { rows } = await sql`select kind, subject_id as id, tlp from event`.execute(database.kysely);
  assert.deepEqual(rows, [{ kind: "sharing.report-published", id: report.id, tlp: "CLEAR" }]);
  const [item] = await as(null, (seen) => listReports(seen, {}, 10));
  assert.deepEqual([item?.owner.handle, item?.marking.circles], ["bank", []]);
});

onBothDatabases("history shows nobody what was said under a narrower marking", async (database) => {
  const { as, share, sharer, clock, inTurn, person } = await members(database);
  const boss = sharer("boss", "bank");
  const { report } = await share("boss", "bank", { tlp: "AMBER+STRICT" }, { text: "the secret" });
  await inTurn((transaction) => reviseReport(transaction, boss, report.id, { text: "harmless" }, clock.now()));
  const wider = await inTurn((transaction) =>
    markReport(transaction, boss, report.id, markingOf({ tlp: "GREEN" }), clock.now()),
  );
  assert.ok(wider.outcome === "requested");
  assert.deepEqual(wider.request.reasons, ["wider-label"]);
  await assert.rejects(
    as("keeper", (seen) => showReport(seen, report.id)),
    coded("sharing.unknown-report"),
  );
  await inTurn((transaction) =>
    applyWidening(transaction, wider.request, [person("boss"), person("clerk")], clock.now()),
  );
  const texts = async (reader: string) =>
    (await as(reader, (seen) => reportHistory(seen, report.id))).map(({ revision, action, text, by }) =>
      [revision, action, text, by?.name ?? ""].join(" "),
    );
  assert.deepEqual(await texts("keeper"), ["3 marked harmless "]);
  assert.deepEqual(await texts("clerk"), ["3 marked harmless ", "2 revised harmless boss", "1 shared the secret boss"]);
  const narrower = await inTurn((transaction) =>
    markReport(transaction, boss, report.id, markingOf({ tlp: "AMBER", circles: ["energy"] }), clock.now()),
  );
  assert.equal(narrower.outcome, "marked");
  await assert.rejects(
    as("keeper", (seen) => reportHistory(seen, report.id)),
    coded("sharing.unknown-report"),
  );
  assert.deepEqual(await texts("engineer"), ["4 marked harmless ", "3 marked harmless "]);
});

onBothDatabases("a wider marking needs two who see it, one of the owner, for what they looked at", async (database) => {
  const { share, sharer, clock, inTurn, person, as } = await members(database);
  const { report } = await share("boss", "bank", { tlp: "AMBER", circles: ["energy"] });
  const { request } = await inTurn((transaction) =>
    requestWidening(transaction, sharer("engineer", "grid"), report.id, markingOf({ tlp: "GREEN" }), clock.now()),
  );
  assert.deepEqual(request.to.audience, request.from.audience, "the audience that he does not know stays");
  const apply = (...names: string[]) =>
    inTurn((transaction) => applyWidening(transaction, request, names.map(person), clock.now()));
  await assert.rejects(apply("boss"), coded("sharing.consent-missing"));
  await assert.rejects(apply("boss", "boss"), coded("sharing.consent-missing"));
  await assert.rejects(apply("boss", "keeper"), coded("sharing.consent-missing"), "the keeper does not see it");
  await inTurn((transaction) =>
    reviseReport(transaction, sharer("clerk", "bank"), report.id, { title: "Other" }, clock.now()),
  );
  await assert.rejects(apply("boss", "engineer"), coded("sharing.changed-meanwhile"));
  const again = await inTurn((transaction) =>
    requestWidening(transaction, sharer("engineer", "grid"), report.id, markingOf({ tlp: "GREEN" }), clock.now()),
  );
  const kept: unknown = JSON.parse(JSON.stringify(again.request));
  assert.deepEqual(kept, again.request, "a request can be kept as JSON");
  await inTurn((transaction) =>
    applyWidening(transaction, again.request, [person("engineer"), person("boss")], clock.now()),
  );
  assert.equal((await as("keeper", (seen) => showReport(seen, report.id))).marking.tlp, "GREEN");
  await assert.rejects(
    inTurn((transaction) =>
      requestWidening(transaction, sharer("keeper", "shop"), report.id, markingOf({ tlp: "AMBER" }), clock.now()),
    ),
    coded("sharing.narrows-already"),
  );
});

onBothDatabases("naming those who see it anyway narrows to RED at once; others need consent", async (database) => {
  const { share, sharer, clock, inTurn, as } = await members(database);
  const { report } = await share("boss", "bank", { tlp: "AMBER", circles: ["energy"] });
  const red = (...named: string[]) =>
    inTurn((transaction) =>
      markReport(transaction, sharer("boss", "bank"), report.id, markingOf({ tlp: "RED", named }), clock.now()),
    );
  assert.equal((await red("engineer@example.org", "keeper@example.org")).outcome, "requested");
  assert.equal((await red("Engineer@example.org")).outcome, "marked");
  assert.equal((await as("engineer", (seen) => listReports(seen, {}, 5))).length, 1);
  assert.equal((await as("clerk", (seen) => listReports(seen, {}, 5))).length, 0, "RED is not for colleagues");
  await assert.rejects(
    inTurn((transaction) => reviseReport(transaction, sharer("clerk", "bank"), report.id, {}, clock.now())),
    coded("sharing.unknown-report"),
  );
});

onBothDatabases("only the owner's people change a report; a withdrawn one stays as it is", async (database) => {
  const { share, sharer, clock, inTurn, as } = await members(database);
  const { report } = await share("boss", "bank", { tlp: "GREEN" });
  const withdraw = (name: string, handle: string) =>
    inTurn((transaction) => withdrawReport(transaction, sharer(name, handle), report.id, clock.now()));
  await assert.rejects(withdraw("engineer", "grid"), coded("sharing.not-owner"));
  await assert.rejects(withdraw("engineer", "bank"), coded("sharing.not-yours"), "not by saying so");
  await withdraw("clerk", "bank");
  await assert.rejects(withdraw("clerk", "bank"), coded("sharing.withdrawn"));
  assert.equal(await as("keeper", (seen) => countReports(seen, {})), 0);
  const shown = await as("keeper", (seen) => showReport(seen, report.id));
  assert.deepEqual(shown.withdrawnAt, clock.now());
});

onBothDatabases("lists are filtered by what the reader may know", async (database) => {
  const { share, as } = await members(database);
  await share("boss", "bank", { tlp: "GREEN", circles: ["energy"] }, { title: "100% certain", kind: "warning" });
  await share(
    "keeper",
    "shop",
    { tlp: "CLEAR" },
    { title: "한글 제목", references: [{ kind: "vulnerability", name: "cve-2026-1" }] },
  );
  const titles = async (reader: string, filter: Parameters<typeof listReports>[1]) =>
    (await as(reader, (seen) => listReports(seen, filter, 10))).map(({ title }) => title);
  assert.deepEqual(await titles("engineer", { search: "%" }), ["100% certain"], "a sign that means itself");
  assert.deepEqual(await titles("engineer", { search: "제목 text" }), ["한글 제목"]);
  assert.deepEqual(await titles("engineer", { kind: "warning", owner: "bank" }), ["100% certain"]);
  assert.deepEqual(await titles("engineer", { vulnerability: "CVE-2026-1" }), ["한글 제목"]);
  assert.deepEqual(await titles("engineer", { circle: "energy" }), ["100% certain"]);
  assert.deepEqual(await titles("keeper", { circle: "energy" }), [], "a circle that is not his is none");
  assert.deepEqual(await titles("keeper", { tlp: "CLEAR" }), ["한글 제목"]);
});

onBothDatabases("who will receive this, by name, before it is sent", async (database) => {
  const { clock, organisation, person } = await members(database);
  await sql`
    insert into client_organisation values (${organisation("grid")}, ${organisation("shop")}, ${clock.now()})
  `.execute(database.kysely);
  const marked = {
    owner: organisation("bank"),
    author: person("boss"),
    audience: { organisations: [organisation("grid")], circles: [] },
    named: [person("keeper")],
    embargoUntil: new Date(clock.now().getTime() + 60_000),
  };
  const handles = async (tlp: "AMBER" | "RED", now: Date) => {
    const { organisations, people } = await whoWillReceive(database.kysely, { ...marked, tlp }, now);
    return [...organisations.map(({ handle }) => handle), ...people.map(({ name }) => name)];
  };
  assert.deepEqual(await handles("AMBER", clock.now()), ["bank", "grid"]);
  assert.deepEqual(await handles("AMBER", marked.embargoUntil), ["bank", "grid", "shop"]);
  assert.deepEqual(await handles("RED", clock.now()), ["boss", "keeper"]);
});

onBothDatabases("an event is not told any more when its report was narrowed", async (database) => {
  const { share, sharer, clock, inTurn, person } = await members(database);
  const { report } = await share("boss", "bank", { tlp: "GREEN" });
  await sql`
    insert into event (id, number, at, kind, subject, subject_id, data, owner, tlp)
    values (gen_random_uuid(), 1, now(), 'sharing.report-shared', 'report', ${report.id}, '{}', null, 'GREEN'),
      (gen_random_uuid(), 2, now(), 'feed.failed', 'feed', 'not a uuid', '{}', null, 'GREEN'),
      (gen_random_uuid(), 3, now(), 'sharing.report-shared', 'report', 'not a uuid', '{}', null, 'GREEN')
  `.execute(database.kysely);
  const viewers = ["boss", "keeper"].map((name) => ({ kind: "person" as const, person: person(name) }));
  const told = () => visibleEvents(database.kysely, [...viewers, { kind: "anonymous" }], [1, 2, 3], clock.now());
  assert.deepEqual(await told(), [[1, 2], [1, 2], []]);
  await inTurn((transaction) =>
    markReport(transaction, sharer("boss", "bank"), report.id, markingOf({ tlp: "AMBER" }), clock.now()),
  );
  assert.deepEqual(await told(), [[1, 2], [2], []]);
});

onBothDatabases("an organisation that goes takes along what it shared", async (database) => {
  const { share, as, organisation } = await members(database);
  const { report } = await share("boss", "bank", { tlp: "GREEN" });
  const citing = await share("keeper", "shop", { tlp: "GREEN" }, { references: [{ kind: "report", id: report.id }] });
  await removeOrganisation(database, { id: organisation("bank") });
  assert.equal(await as("keeper", (seen) => countReports(seen, {})), 1);
  assert.deepEqual((await as("keeper", (seen) => showReport(seen, citing.report.id))).references, []);
});
