import assert from "node:assert/strict";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { BongsuError } from "@bongsu/base";
import { type Source, verifyBundle } from "@bongsu/bundles";
import { sql } from "kysely";
import { kev, osv } from "../../../testing/documents.ts";
import { type ExportRequest, exportBundle, type ImportOptions, importBundle, withSource } from "./index.ts";
import { second, shouldSee, type TestHub, testHub, twoHubs } from "./testing/hubs.ts";

const careful: ImportOptions = { replay: false, allowGap: false };
const everything: ExportRequest = { recipient: "Separated hub", since: null, plain: false };

function folder(context: TestContext): (name: string) => string {
  const path = mkdtempSync(join(tmpdir(), "bongsu-bundles-"));
  context.after(() => rmSync(path, { recursive: true, force: true }));
  return (name) => join(path, name);
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    assert.ok(error instanceof BongsuError, `not a BongsuError: ${error}`);
    return error.code;
  }
  return "none";
}

const take = (to: TestHub, file: string, options: Partial<ImportOptions> = {}) =>
  withSource(file, (source) => importBundle(to.hub, source, { ...careful, ...options }));

const lodash = (version: string) => `pkg:npm/lodash@${version}`;

/** What a country's feed looks like in small: ranges, listed versions, an alias, a withdrawn one, KEV, EPSS. */
async function fillAdvisories({ country }: TestHub): Promise<void> {
  await country.advisories(
    osv({
      id: "GHSA-35jh-r3h4-6jhm",
      aliases: ["CVE-2021-23337"],
      package: ["npm", "lodash"],
      events: [{ introduced: "0" }, { fixed: "4.17.21" }],
      vector: "CVSS:3.1/AV:N/AC:L/PR:H/UI:N/S:U/C:H/I:H/A:H",
    }),
    osv({
      id: "GHSA-listed-0001",
      aliases: ["CVE-2024-1001"],
      package: ["PyPI", "requests"],
      versions: ["2.30.0", "2.31.0"],
    }),
    osv({
      id: "GHSA-withdrawn-01",
      aliases: ["CVE-2024-1002"],
      package: ["npm", "lodash"],
      events: [{ introduced: "0" }],
      withdrawn: "2026-02-01T00:00:00Z",
    }),
    osv({
      id: "DSA-0001-1",
      package: ["Debian:12", "openssl"],
      events: [{ introduced: "0" }, { fixed: "3.0.15-1~deb12u1" }],
      summary: "한국어 요약",
    }),
  );
  await country.signals(kev(["CVE-2021-23337"]));
  await country.signals(
    "#model_version:v1,score_date:2026-11-19T00:00:00Z\ncve,epss,percentile\nCVE-2021-23337,0.00043,0.99\nCVE-2024-1001,0.5,0.7\n",
  );
}

async function fillInventories({ country }: TestHub): Promise<void> {
  const city = await country.organisation("inventory-city");
  await country.inventory(await country.asset(city, "portal"), [
    lodash("4.17.20"),
    lodash("4.17.21"),
    "pkg:pypi/requests@2.31.0",
  ]);
  await country.inventory(await country.asset(city, "gateway", "low", "isolated"), [
    "pkg:deb/debian/openssl@3.0.11-1~deb12u1?distro=debian-12",
  ]);
}

/** Every exposure with what follows from it, and the facts behind. */
async function exposures({ country }: TestHub) {
  const names = ["CVE-2021-23337", "CVE-2024-1001", "CVE-2024-1002", "DSA-0001-1"];
  const views = (await Promise.all(names.map((vulnerability) => country.exposed({ vulnerability })))).flat();
  return views.map(({ history: _, since: __, stateAt: ___, ...view }) => view);
}

/** A national hub, with reports of every marking; and what should be seen of them in the other. */
async function fillReports(a: TestHub, b: TestHub): Promise<Record<string, string>> {
  const [bank, city, plant, outsider] = [
    await a.member("bank"),
    await a.member("city"),
    await a.member("plant"),
    await a.member("outsider"),
  ];
  const circle = await a.circle("energy", [plant, bank]);
  const shop = await b.member("shop");
  const ours = await b.member("city");
  await b.member("plant-b");
  await b.member("stranger");
  await b.member("outsider");
  await sql`insert into client_organisation (provider, client, since) values (${ours}, ${shop}, now())`.execute(
    b.database.kysely,
  );
  const to = (organisations: string[], circles: string[] = []) => ({
    audience: { organisations, circles },
    owner: bank,
  });
  const author = a.people.get("bank") ?? null;
  const tomorrow = new Date("2026-11-21T09:00:00Z");
  return {
    clear: await a.report("clear", { ...to([]), tlp: "CLEAR", author }),
    green: await a.report("green", { ...to([]), tlp: "GREEN", author }),
    amber: await a.report("amber", { ...to([city, outsider]), tlp: "AMBER", author }),
    circle: await a.report("circle", { ...to([], [circle]), tlp: "AMBER+STRICT", author }),
    strict: await a.report("strict", { ...to([city]), tlp: "AMBER+STRICT", author }),
    outsider: await a.report("outsider", { ...to([outsider]), tlp: "AMBER", author }),
    red: await a.report("red", { ...to([city]), tlp: "RED", author, named: [a.people.get("city") ?? ""] }),
    unmarked: await a.report("unmarked", { ...to([city]), tlp: null, author }),
    embargoed: await a.report("embargoed", { ...to([city]), tlp: "CLEAR", author, embargoUntil: tomorrow }),
    secret: await a.report("secret until tomorrow", { ...to([]), tlp: "CLEAR", author, embargoUntil: tomorrow }),
  };
}

async function trusting(a: TestHub, b: TestHub): Promise<void> {
  await a.trust(b.hub, { maxMarking: "AMBER+STRICT", community: true, represents: ["city", "plant"] });
  await b.trust(a.hub, { maxMarking: "AMBER+STRICT", represents: ["city", "plant=plant-b"] });
}

const viewers = ["city", "shop", "plant-b", "stranger", "outsider"];

async function seen(b: TestHub): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const handle of viewers) all[handle] = await b.sees({ kind: "person", person: b.people.get(handle) ?? "" });
  all.anonymous = await b.sees({ kind: "anonymous" });
  return all;
}

test("a hub without network lives from bundles alone: exposures, and what each of its people sees", async (context) => {
  const [a, b] = await twoHubs(context);
  const file = folder(context)("1.bundle");
  await fillAdvisories(a);
  await fillReports(a, b);
  await trusting(a, b);
  for (const hub of [a, b]) await fillInventories(hub);

  const made = await exportBundle(a.hub, everything, file);
  assert.equal(made.header.highest, "AMBER+STRICT");
  assert.notEqual(made.header.encryption, null);
  assert.deepEqual(made.records, { advisories: 4, "known-exploited": 1, epss: 2, "report-index": 1, reports: 6 });
  const bytes = readFileSync(file);
  for (const words of ["About strict", "About red", "lodash", "bank"])
    assert.equal(bytes.includes(words), false, words);

  const taken = await take(b, file);
  assert.deepEqual([taken.advisories, taken.reports, taken.refusedCount, taken.missing], [4, 6, 0, 0]);
  const [left, right] = [await exposures(a), await exposures(b)];
  assert.ok(left.length >= 3);
  assert.deepEqual(right, left);
  assert.ok(right.some(({ priority }) => priority.exploited && priority.epss !== null));

  const members = ["clear", "green"];
  const expected = {
    city: ["amber", "clear", "embargoed", "green", "strict"],
    shop: ["amber", ...members],
    "plant-b": ["circle", ...members],
    stranger: members,
    outsider: members,
    anonymous: ["clear"],
  };
  assert.deepEqual(await seen(b), expected);
  for (const person of b.people.values()) {
    assert.deepEqual(await b.sees({ kind: "person", person }), await shouldSee(b, { kind: "person", person }));
  }
  // At its minute the embargo ends there as well; what was not shared before comes with the next bundle only.
  b.clock.set("2026-11-21T09:00:00Z");
  assert.deepEqual((await seen(b)).anonymous, ["clear", "embargoed"]);
});

test("of who else is in the audience, who wrote it and who owns what, the other hub learns what it must", async (context) => {
  const [a, b] = await twoHubs(context);
  const file = folder(context)("1.bundle");
  await fillReports(a, b);
  await trusting(a, b);
  await exportBundle(a.hub, everything, file);
  await take(b, file);
  const { rows } = await sql<{ author: string | null; author_name: string | null; owner: string }>`
    select r.author, f.author_name, o.their_handle as owner from report r
    join foreign_report f on f.report = r.id join foreign_owner o on o.id = r.owner
  `.execute(b.database.kysely);
  assert.equal(rows.length, 6);
  for (const row of rows) assert.deepEqual(row, { author: null, author_name: null, owner: "bank" });
  const { rows: audience } = await sql<{ n: number }>`
    select max(cardinality(audience_organisations))::int as n from report
  `.execute(b.database.kysely);
  assert.equal(audience[0]?.n, 1, "outsider's handle exists here, too, and did not travel");
  // A hub that may know authors is told.
  await a.trust(b.hub, { namesAuthors: true });
  const again = folder(context)("2.bundle");
  await exportBundle(a.hub, everything, again);
  await take(b, again);
  const { rows: named } = await sql<{ author_name: string }>`
    select distinct author_name from foreign_report where not gone
  `.execute(b.database.kysely);
  assert.deepEqual(named, [{ author_name: "bank" }]);
});

test("an import that ends at any frame and goes on ends the same", async (context) => {
  const [a, b] = await twoHubs(context);
  const path = folder(context);
  const file = path("1.bundle");
  await fillAdvisories(a);
  await fillReports(a, b);
  await trusting(a, b);
  for (const hub of [a, b]) await fillInventories(hub);
  await exportBundle(a.hub, everything, file);
  const { frames } = await withSource(file, (source) => verifyBundle(source, async () => true));
  assert.equal(frames.length, 5);
  let ended = 0;
  // Reading fails at each reading in turn; then the process ends after each frame in turn.
  for (let readings = 1; readings < 60; readings += 1) {
    try {
      await withSource(file, (source) => importBundle(b.hub, failingAfter(source, readings), careful));
      break;
    } catch (error) {
      assert.equal(String(error), "Error: the stick was pulled");
      ended += 1;
    }
  }
  assert.ok(ended >= 15, `ended ${ended} times`);
  const { rows } = await sql<{ finished: boolean; applied: number }>`
    select finished_at is not null as finished, applied from bundle_import
  `.execute(b.database.kysely);
  assert.deepEqual(rows, [{ finished: true, applied: 5 }]);
  assert.deepEqual(await exposures(b), await exposures(a));
  assert.deepEqual((await seen(b)).city, ["amber", "clear", "embargoed", "green", "strict"]);
  const { rows: revisions } = await sql<{ n: number }>`select count(*)::int as n from report_revision`.execute(
    b.database.kysely,
  );
  assert.equal(revisions[0]?.n, 6);
  assert.equal((await take(b, file)).wasTaken, true);
});

const failingAfter = (source: Source, readings: number): Source => {
  let left = readings;
  return {
    ...source,
    read: (offset, length) => {
      left -= 1;
      return left < 0 ? Promise.reject(new Error("the stick was pulled")) : source.read(offset, length);
    },
  };
};

test("an export that is cut anywhere goes on, and says the same", async (context) => {
  const [a, b] = await twoHubs(context);
  const file = folder(context)("1.bundle");
  await fillAdvisories(a);
  await fillReports(a, b);
  await trusting(a, b);
  const small = { frameSize: 100 };
  const resumed: number[] = [];
  for (let frame = 1; frame <= 7; frame += 1) {
    for (const lost of [0, 1, 40, 400]) {
      let seen = 0;
      const killed = exportBundle(a.hub, everything, file, {
        ...small,
        onProgress: () => {
          seen += 1;
          if (seen === frame) throw new Error("killed");
        },
      });
      await assert.rejects(killed, /killed/);
      truncateSync(`${file}.part`, Math.max(0, readFileSync(`${file}.part`).length - lost));
      const { header, records, resumedAfter } = await exportBundle(a.hub, everything, file, small);
      resumed.push(resumedAfter);
      const verified = await withSource(file, (source) => verifyBundle(source, async () => true));
      assert.equal(verified.header.id, header.id);
      assert.equal(verified.frames.length, 8);
      assert.deepEqual(records, { advisories: 4, "known-exploited": 1, epss: 2, "report-index": 1, reports: 6 });
      if (frame < 7 || lost < 400) rmSync(file);
    }
  }
  assert.deepEqual([...new Set(resumed)].sort(), [0, 1, 2, 3, 4, 5, 6]);
  const taken = await take(b, file);
  assert.deepEqual([taken.advisories, taken.reports, taken.refusedCount], [4, 6, 0]);
  // Another export does not go on in this one's file, and nothing is written over a file of somebody else's.
  const other = { ...everything, recipient: null };
  const killed = exportBundle(a.hub, everything, `${file}2`, {
    onProgress: () => {
      throw new Error("killed");
    },
  });
  await assert.rejects(killed, /killed/);
  assert.equal(await codeOf(exportBundle(a.hub, other, `${file}2`)), "bundles.part-in-the-way");
  writeFileSync(`${file}3.part`, "a letter");
  assert.equal(await codeOf(exportBundle(a.hub, other, `${file}3`)), "bundles.part-in-the-way");
});

test("what was narrowed while an export was interrupted is not in the file that it becomes", async (context) => {
  const [a, b] = await twoHubs(context);
  const file = folder(context)("1.bundle");
  const reports = await fillReports(a, b);
  await trusting(a, b);
  await assert.rejects(
    exportBundle(a.hub, everything, file, {
      onProgress: (done, all) => {
        if (done === all) throw new Error("killed");
      },
    }),
    /killed/,
  );
  await a.report("strict", { owner: await ownerOf(a), tlp: "RED" }, { id: reports.strict ?? "", revision: 2 });
  await exportBundle(a.hub, everything, file);
  await take(b, file);
  assert.deepEqual((await seen(b)).city, ["amber", "clear", "embargoed", "green"]);
});

async function ownerOf({ database }: TestHub): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from organisation where handle = 'bank'`.execute(
    database.kysely,
  );
  return rows[0]?.id ?? "";
}

test("increments carry what changed; what is shared no more goes; replays undo nothing; gaps are told", async (context) => {
  const [a, b] = await twoHubs(context);
  const path = folder(context);
  const reports = await fillReports(a, b);
  const owner = await ownerOf(a);
  await fillAdvisories(a);
  await trusting(a, b);
  const at = (n: number) => path(`${n}.bundle`);
  const since = (n: number) => ({ ...everything, since: String(n) });
  await exportBundle(a.hub, everything, at(1));

  a.clock.advance(3_600_000);
  await a.country.advisories(
    osv({ id: "GHSA-second-0001", package: ["npm", "minimist"], events: [{ introduced: "0" }] }),
  );
  await a.report(
    "strict, said better",
    { owner, tlp: "AMBER+STRICT", audience: await audience(a) },
    { id: reports.strict ?? "", revision: 2 },
  );
  a.clock.advance(3_600_000);
  const second = await exportBundle(a.hub, since(1), at(2));
  assert.deepEqual(
    [second.records.reports, second.records["known-exploited"], second.records.epss],
    [1, undefined, undefined],
  );

  a.clock.advance(3_600_000);
  await a.report("amber", { owner, tlp: "RED" }, { id: reports.amber ?? "", revision: 2 });
  await a.country.signals(kev(["CVE-2021-23337", "CVE-2024-1001"], "2026-03-01"));
  const third = await exportBundle(a.hub, since(2), at(3));
  assert.deepEqual([third.records.advisories, third.records["known-exploited"]], [undefined, 2]);

  assert.equal(await codeOf(take(b, at(2))), "bundles.gap");
  await take(b, at(1));
  assert.equal(await codeOf(take(b, at(3))), "bundles.gap");
  await take(b, at(2));
  assert.deepEqual((await seen(b)).city, ["amber", "clear", "embargoed", "green", "strict, said better"]);
  const { removed, missing } = await take(b, at(3));
  assert.deepEqual([removed, missing], [1, 0]);
  const now = ["clear", "embargoed", "green", "strict, said better"];
  assert.deepEqual((await seen(b)).city, now);

  // The first bundle again: refused; with the flag it changes nothing that is newer, and brings nothing back.
  assert.equal((await take(b, at(1))).wasTaken, true);
  assert.equal(await codeOf(take(await withoutMemory(b, 1), at(1))), "bundles.replayed");
  const replayed = await take(b, at(1), { replay: true });
  assert.ok(replayed.refused.every(({ code }) => code === "bundles.overtaken"));
  assert.deepEqual((await seen(b)).city, now);
  const exploited = await sql<{ n: number }>`select count(*)::int as n from known_exploited`.execute(b.database.kysely);
  assert.equal(exploited.rows[0]?.n, 2);
});

/** As if that hub had never heard of the bundle of this number. */
async function withoutMemory(hub: TestHub, sequence: number): Promise<TestHub> {
  await sql`delete from bundle_import where sequence = ${sequence}`.execute(hub.database.kysely);
  return hub;
}

async function audience({ database }: TestHub) {
  const { rows } = await sql<{ id: string }>`select id from organisation where handle = 'city'`.execute(
    database.kysely,
  );
  return { organisations: rows.map(({ id }) => id), circles: [] };
}

test("with a gap allowed, what came in between is counted as missing until a full bundle brings it", async (context) => {
  const [a, b] = await twoHubs(context);
  const path = folder(context);
  await fillReports(a, b);
  await trusting(a, b);
  await exportBundle(a.hub, everything, path("1.bundle"));
  await exportBundle(a.hub, { ...everything, since: "1" }, path("2.bundle"));
  const gap = await take(b, path("2.bundle"), { allowGap: true });
  assert.deepEqual([gap.reports, gap.missing], [0, 6]);
  await exportBundle(a.hub, everything, path("3.bundle"));
  const full = await take(b, path("3.bundle"));
  assert.deepEqual([full.reports, full.missing], [6, 0]);
});

test("what is tampered with, cut, foreign, or for another hub is refused whole", async (context) => {
  const [a, b] = await twoHubs(context);
  const path = folder(context);
  const file = path("1.bundle");
  await fillAdvisories(a);
  await fillReports(a, b);
  await a.trust(b.hub, { maxMarking: "AMBER", community: true, represents: ["city"] });
  await exportBundle(a.hub, everything, file);
  assert.equal(await codeOf(take(b, file)), "bundles.untrusted");
  await b.trust(a.hub, { maxMarking: "AMBER", represents: ["city"] });
  const bytes = readFileSync(file);
  for (const at of [20, Math.floor(bytes.length / 2), bytes.length - 300, bytes.length - 10]) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    writeFileSync(path("changed.bundle"), changed);
    assert.match(
      await codeOf(take(b, path("changed.bundle"))),
      /^bundles\.(damaged|too-large|truncated|signature-wrong)$/,
    );
  }
  copyFileSync(file, path("cut.bundle"));
  truncateSync(path("cut.bundle"), bytes.length - 100);
  assert.equal(await codeOf(take(b, path("cut.bundle"))), "bundles.truncated");
  const { rows } =
    await sql`select 1 from advisory union all select 1 from report union all select 1 from bundle_import`.execute(
      b.database.kysely,
    );
  assert.deepEqual(rows, []);
  assert.equal(await codeOf(exportBundle(a.hub, everything, file)), "bundles.file-exists");
  assert.equal(await codeOf(take(a, file)), "bundles.untrusted");
  const other = await testHub("Third hub", await second(context));
  await other.trust(a.hub, {});
  assert.equal(await codeOf(take(other, file)), "bundles.not-for-us");
});

test("AMBER is not written in the clear but by express wish; who gets it without a name gets CLEAR alone", async (context) => {
  const [a, b] = await twoHubs(context);
  const path = folder(context);
  await fillReports(a, b);
  await trusting(a, b);
  const open = await exportBundle(a.hub, { ...everything, recipient: null }, path("open.bundle"));
  assert.deepEqual([open.header.highest, open.header.encryption, open.records.reports], ["CLEAR", null, 1]);
  const plain = await exportBundle(a.hub, { ...everything, plain: true }, path("plain.bundle"));
  assert.deepEqual([plain.header.highest, plain.header.encryption], ["AMBER+STRICT", null]);
  await sql`update trusted_hub set encryption_key = null`.execute(a.database.kysely);
  assert.equal(await codeOf(exportBundle(a.hub, everything, path("no-key.bundle"))), "bundles.must-be-sealed");
  assert.equal(existsSync(path("no-key.bundle.part")), false);
  const { rows } = await sql<{ marking: string; sealed: boolean }>`
    select marking, (details ->> 'sealed')::boolean as sealed from audit_entry where operation = 'bundles.export' order by marking collate "C" desc
  `.execute(a.database.kysely);
  assert.deepEqual(rows, [
    { marking: "CLEAR", sealed: false },
    { marking: "AMBER+STRICT", sealed: false },
  ]);
});

test("the receiving hub takes nothing narrower than it allows, and nothing for organisations that it does not know", async (context) => {
  const [a, b] = await twoHubs(context);
  const file = folder(context)("1.bundle");
  await fillReports(a, b);
  await a.trust(b.hub, { maxMarking: "AMBER+STRICT", community: true, represents: ["city", "plant"] });
  await b.trust(a.hub, { maxMarking: "AMBER" });
  await exportBundle(a.hub, everything, file);
  const { refused, reports, missing } = await take(b, file);
  assert.deepEqual(refused.map(({ code }) => code).sort(), [
    "bundles.marking-too-narrow",
    "bundles.marking-too-narrow",
    "bundles.nobody-here",
    "bundles.nobody-here",
  ]);
  assert.deepEqual([reports, missing], [2, 4]);
  assert.deepEqual((await seen(b)).city, ["clear", "green"]);
  // The administrator says who they are, and takes the same bundle again.
  await b.trust(a.hub, { maxMarking: "AMBER+STRICT", represents: ["city", "plant=plant-b"] });
  const again = await take(b, file, { replay: true });
  assert.deepEqual([again.reports, again.missing, again.refusedCount], [4, 0, 0]);
  assert.deepEqual((await seen(b)).city, ["amber", "clear", "embargoed", "green", "strict"]);
});

test("what came from another hub is not passed on, and no hub can speak of another's reports", async (context) => {
  const [a, b] = await twoHubs(context);
  const path = folder(context);
  await fillReports(a, b);
  await trusting(a, b);
  await exportBundle(a.hub, everything, path("1.bundle"));
  await take(b, path("1.bundle"));
  await b.trust(a.hub, { community: true, maxMarking: "AMBER+STRICT", represents: ["city"] });
  const back = await exportBundle(b.hub, { ...everything, recipient: "National hub" }, path("back.bundle"));
  assert.equal(back.records.reports, undefined);
  const before = await a.sees({ kind: "anonymous" });
  assert.equal((await take(a, path("back.bundle"))).removed, 0);
  assert.deepEqual(await a.sees({ kind: "anonymous" }), before);
});
