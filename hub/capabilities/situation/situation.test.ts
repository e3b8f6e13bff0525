import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { onBothDatabases } from "../../../testing/databases.ts";
import { cyclonedx, kev, osv } from "../../../testing/documents.ts";
import { testHub } from "../../../testing/hub.ts";
import { manualClock } from "../../platform/clock.ts";
import { bucketOf, minutesOf } from "./days.ts";
import { keepSituation } from "./follow.ts";
import { timesOf } from "./trend.ts";

const at = "/api/v1";
const day = 24 * 3_600_000;

const lodash = osv({
  id: "GHSA-0001",
  aliases: ["CVE-2026-0001"],
  package: ["npm", "lodash"],
  events: [{ introduced: "0" }, { fixed: "4.17.21" }],
});

/** Twelve banks in Seoul and seven energy companies in Ulsan, each with one asset; an advisory that exposes those of lodash. */
async function exposedCountry(...[database, context]: Parameters<Parameters<typeof onBothDatabases>[1]>) {
  const clock = manualClock("2026-11-20T00:00:00Z");
  const hub = await testHub(database, context, { clock });
  const ministry = await hub.organisation("ministry", "finance", "KR-11");
  const nation = await hub.person("nation", [{ of: ministry, role: "national-coordinator" }]);
  const keys = new Map<string, string>();
  const put = (handle: string, version: string) =>
    hub.ask(`${at}/organisations/${handle}/assets/core/sbom`, {
      method: "PUT",
      key: keys.get(handle) ?? null,
      bytes: cyclonedx([`pkg:npm/lodash@${version}`]),
    });
  const join = async (handle: string, sector: string, region: string, version: string) => {
    const organisation = await hub.organisation(handle, sector, region);
    keys.set(handle, await hub.key(organisation));
    await hub.ask(`${at}/organisations/${handle}/assets`, { key: keys.get(handle) ?? null, json: { name: "core" } });
    await put(handle, version);
  };
  for (let index = 0; index < 12; index += 1) await join(`bank-${index}`, "finance", "KR-11", "4.17.20");
  for (let index = 0; index < 7; index += 1) {
    await join(`power-${index}`, "energy", "KR-31", index < 6 ? "4.17.20" : "4.17.21");
  }
  const advise = (bytes: Uint8Array, file = "advisory.json") =>
    hub.ask(`${at}/advisories?file=${file}`, { cookie: nation.cookie, bytes });
  assert.ok((await advise(lodash)).status < 300);
  await hub.settle();
  await keepSituation(hub.hub);
  const see = async (path: string, key = keys.get("bank-0") ?? "") => {
    const { status, body } = await hub.ask(`${at}/situation/${path}`, { key });
    assert.equal(status, 200, `${path}: ${JSON.stringify(body)} ${hub.log.at(-1)}`);
    return body;
  };
  return { ...hub, clock, keys, put, advise, see, nation };
}

onBothDatabases("figures follow what happens, by sector and region", async (database, context) => {
  const { see, put, settle } = await exposedCountry(database, context);
  const sectors = async () =>
    Object.fromEntries(
      (await see("sectors")).items.map((item: { sector: string; figures: Record<string, number> | null }) => [
        item.sector,
        item.figures === null
          ? null
          : [item.figures.exposedOrganisations, item.figures.freshOrganisations, item.figures.unanswered],
      ]),
    );
  assert.deepEqual(await sectors(), { energy: [6, 7, 6], finance: [12, 12, 12] });
  await put("bank-3", "4.17.21");
  await settle();
  assert.deepEqual((await sectors()).finance, [11, 12, 11]);
  const { items } = await see("regions");
  assert.deepEqual(
    items.map((item: { region: string; organisations: number }) => [item.region, item.organisations]),
    [
      ["KR-11", 13],
      ["KR-31", 7],
    ],
  );
});

onBothDatabases(
  "the trend keeps each day as it was, and the times are those of the history",
  async (database, context) => {
    const { see, put, settle, clock, hub } = await exposedCountry(database, context);
    clock.advance(2 * day);
    for (let index = 0; index < 6; index += 1) await put(`bank-${index}`, "4.17.21");
    await settle();
    await keepSituation(hub);
    const { items } = await see("trend?by=sector&days=7");
    const finance = items.find((item: { sector: string }) => item.sector === "finance");
    assert.ok(finance, JSON.stringify(items));
    type Point = { day: string; figures: Record<string, number> };
    assert.deepEqual(
      finance.points.map(({ day, figures }: Point) => [
        day,
        figures.exposedOrganisations,
        figures.opened,
        figures.fixed,
      ]),
      [
        ["2026-11-20", 12, 12, 0],
        ["2026-11-22", 6, 0, 6],
      ],
    );
    const { items: times } = await see("times?by=sector");
    const { remediate, acknowledge } = times.find((item: { sector: string }) => item.sector === "finance");
    assert.equal(remediate.count, 6);
    assert.ok(Math.abs(remediate.medianHours - 48) < 48 * 0.05, `${remediate.medianHours} h`);
    assert.equal(acknowledge.count, 6);
  },
);

onBothDatabases("what time alone changes is counted when its time comes", async (database, context) => {
  const { see, clock, hub, advise, settle, key, organisation } = await exposedCountry(database, context);
  await advise(kev(["CVE-2026-0001"]), "kev.json");
  await settle();
  const finance = async (by?: string) =>
    (await see("sectors", by)).items.find((item: { sector: string }) => item.sector === "finance").figures;
  const before = await finance();
  assert.deepEqual([before.overdue, before.exploited, before.exploitedOrganisations], [0, 12, 12]);
  clock.advance(31 * day);
  await keepSituation(hub);
  // The keys that were there have expired meanwhile.
  const after = await finance(await key(await organisation("newcomer", "energy", "KR-31")));
  assert.deepEqual([after.overdue, after.freshOrganisations, after.listedOrganisations], [12, 0, 12]);
});

onBothDatabases("the most widespread vulnerabilities and the best upgrades name nobody", async (database, context) => {
  const { see, advise, settle, hub, keys, organisation, key, ask } = await exposedCountry(database, context);
  // One bank alone has this.
  await ask(`${at}/organisations/bank-1/assets`, { key: keys.get("bank-1") ?? null, json: { name: "side" } });
  await ask(`${at}/organisations/bank-1/assets/side/sbom`, {
    method: "PUT",
    key: keys.get("bank-1") ?? null,
    bytes: cyclonedx(["pkg:npm/axios@1.0.0"]),
  });
  const events = [{ introduced: "0" }, { fixed: "1.1.0" }];
  await advise(osv({ id: "GHSA-0002", aliases: ["CVE-2026-0002"], package: ["npm", "axios"], events }), "axios.json");
  await settle();
  await keepSituation(hub);
  const named = async (by: string) => {
    const [tops, upgrades] = [await see("vulnerabilities", by), await see("upgrades", by)];
    return [
      tops.items.map((item: Record<string, unknown>) => [item.vulnerability, item.organisations]),
      upgrades.items.map((item: { package: { name: string }; fixedVersion: string; organisations: number }) => [
        item.package.name,
        item.fixedVersion,
        item.organisations,
      ]),
    ];
  };
  const lodashOnly = [[["CVE-2026-0001", 18]], [["lodash", "4.17.21", 18]]];
  assert.deepEqual(await named(keys.get("power-0") ?? ""), lodashOnly);
  assert.deepEqual(await named(keys.get("bank-1") ?? ""), [
    [
      ["CVE-2026-0001", 18],
      ["CVE-2026-0002", 1],
    ],
    [
      ["lodash", "4.17.21", 18],
      ["axios", "1.1.0", 1],
    ],
  ]);
  const { items } = await see("vulnerabilities?sector=energy", keys.get("bank-1") ?? "");
  assert.deepEqual(
    items.map((item: Record<string, unknown>) => [item.vulnerability, item.organisations]),
    [["CVE-2026-0001", 6]],
  );
  const stranger = await key(await organisation("stranger", "water", "KR-50"), "read-only");
  assert.deepEqual(await named(stranger), lodashOnly);
  assert.equal((await ask(`${at}/situation/trend`)).status, 401);
});

test("a median read from buckets is within 5 % of the median", () => {
  const durations = fc.array(fc.integer({ min: 1, max: 500_000 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(durations, (minutes) => {
      const sorted = minutes.toSorted((a, b) => a - b);
      const median = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
      const counted = sorted.map((one) => ({ bucket: bucketOf(one), count: 1 }));
      const { count, medianHours } = timesOf(counted);
      assert.equal(count, minutes.length);
      assert.ok(Math.abs((medianHours ?? 0) * 60 - median) <= 0.05 * median + 1, `${medianHours} h of ${median} min`);
    }),
  );
  assert.ok(minutesOf(bucketOf(0)) < 1);
  assert.deepEqual(timesOf([]), { count: 0, medianHours: null });
});

onBothDatabases("a part of few is withheld on each day, and what would give it away", async (database, context) => {
  const { see, organisation, hub } = await exposedCountry(database, context);
  for (let index = 0; index < 2; index += 1) await organisation(`water-${index}`, "water", "KR-31");
  await keepSituation(hub);
  const { items } = await see("trend?by=sector");
  const { items: times } = await see("times?by=sector");
  for (const lines of [items.map((item: { points: object[] }) => ({ ...item, ...item.points[0] })), times]) {
    const shown = lines.filter(({ suppressed }: { suppressed: boolean }) => !suppressed);
    assert.ok(!shown.some(({ sector }: { sector: string }) => sector === "water"));
    assert.ok(lines.length - shown.length !== 1, "the total less the others would be water");
    for (const line of lines) if (line.suppressed) assert.equal(line.figures ?? line.remediate ?? null, null);
  }
});
