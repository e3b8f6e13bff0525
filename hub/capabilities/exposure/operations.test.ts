import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { sql } from "kysely";
import { onBothDatabases } from "../../../testing/databases.ts";
import { cyclonedx, kev, openvex, osv } from "../../../testing/documents.ts";
import { testHub } from "../../../testing/hub.ts";
import { manualClock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";

const at = "/api/v1";

const lodash = osv({
  id: "GHSA-aaaa-bbbb-cccc",
  aliases: ["CVE-2026-0001"],
  package: ["npm", "lodash"],
  events: [{ introduced: "0" }, { fixed: "4.17.21" }],
  vector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
});

type Line = Record<string, never> & {
  organisation: string;
  vulnerability: string;
  decision: string;
  asset: { name: string };
};

/** Two members with an exposed asset each, an administrator of the hub, and coordinators. */
async function exposedMembers(database: Database, context: TestContext) {
  const clock = manualClock("2026-11-20T00:00:00Z");
  const hub = await testHub(database, context, { clock });
  const bank = await hub.organisation("bank");
  const city = await hub.organisation("city", "local-government", "KR-50");
  const ministry = await hub.organisation("ministry", "government");
  const keys = { bank: await hub.key(bank), city: await hub.key(city) };
  const root = await hub.person("Root", [{ of: ministry, role: "hub-administrator" }]);
  const sector = await hub.person("Sector", [{ of: ministry, role: "sector-coordinator", sector: "finance" }]);
  const nation = await hub.person("Nation", [{ of: ministry, role: "national-coordinator" }]);
  const inventory = async (of: "bank" | "city", asset: string, purls: string[], facts = {}) => {
    const key = keys[of];
    await hub.ask(`${at}/organisations/${of}/assets`, { key, json: { name: asset, ...facts } });
    const bytes = cyclonedx(purls);
    return hub.ask(`${at}/organisations/${of}/assets/${asset}/sbom`, { method: "PUT", key, bytes });
  };
  const advise = (bytes: Uint8Array, file = "a.json") =>
    hub.ask(`${at}/advisories?file=${file}`, { cookie: root.cookie, bytes });
  const lines = async (query = "", by: { key?: string; cookie?: string } = { key: keys.bank }): Promise<Line[]> =>
    (await hub.ask(`${at}/exposures${query}`, by)).body.items;
  return { ...hub, clock, bank, city, ministry, keys, root, sector, nation, inventory, advise, lines };
}

const audited = async (database: Database, operation: string) => {
  const { rows } = await sql<{ marking: string | null; details: Record<string, unknown> }>`
    select marking, details from audit_entry where operation = ${operation} and outcome = 'done'
  `.execute(database.kysely);
  return rows;
};

onBothDatabases("each member sees its own exposures, why, and what became of them", async (database, context) => {
  const hub = await exposedMembers(database, context);
  await hub.inventory("bank", "core", ["pkg:npm/lodash@4.17.20"], { criticality: "high", network: "internet" });
  await hub.inventory("city", "portal", ["pkg:npm/lodash@4.17.19"]);
  const imported = await hub.advise(lodash);
  assert.deepEqual([imported.status, imported.body.taken, imported.body.vulnerabilities], [200, 1, 1]);
  for (const since of ["0000-01-01T00:00:00Z", "0001-01-01T00:00:00%2B14:00", "yesterday"]) {
    assert.equal((await hub.ask(`${at}/exposures?since=${since}`, { key: hub.keys.bank })).status, 422, since);
  }
  const [line, ...others] = await hub.lines();
  assert.deepEqual([line?.organisation, line?.vulnerability, others], ["bank", "CVE-2026-0001", []]);
  assert.deepEqual(
    (await hub.lines("?vulnerability=ghsa-aaaa-bbbb-cccc", { key: hub.keys.city })).map((one) => one.organisation),
    ["city"],
  );
  assert.deepEqual(await audited(database, "exposure.listExposures"), [], "one's own is not in the trail");

  const path = `/organisations/bank/assets/core/exposures/${line?.packageVersion}/CVE-2026-0001`;
  const { body: shown } = await hub.ask(at + path, { key: hub.keys.bank });
  assert.deepEqual(
    shown.why.map((why: { range: string; advisory: { name: string } }) => [why.advisory.name, why.range]),
    [["GHSA-aaaa-bbbb-cccc", "< 4.17.21"]],
  );
  assert.equal((await hub.ask(at + path, { key: hub.keys.city })).status, 404);

  hub.clock.advance(1_000);
  await hub.inventory("bank", "core", ["pkg:npm/lodash@4.17.21"]);
  const { body: fixed } = await hub.ask(at + path, { key: hub.keys.bank });
  assert.deepEqual(
    fixed.history.map((past: { state: string; cause: string }) => `${past.state} ${past.cause}`),
    ["new advisory", "fixed sbom 2"],
  );
  assert.equal(fixed.path, null);
  assert.deepEqual(await hub.lines(), []);
  const { body: counts } = await hub.ask(`${at}/exposure-counts?state=fixed&state=new`, { key: hub.keys.bank });
  assert.deepEqual([counts.total, counts.assets, counts.state], [1, 1, [{ value: "fixed", count: 1 }]]);
});

onBothDatabases("urgency follows the asset's facts and what is known to be exploited", async (database, context) => {
  const hub = await exposedMembers(database, context);
  await hub.inventory("bank", "core", ["pkg:npm/lodash@4.17.20"], { criticality: "low", network: "isolated" });
  await hub.advise(lodash);
  const decision = async () => (await hub.lines())[0]?.decision;
  const before = await decision();
  const json = { criticality: "very-high", network: "internet" };
  await hub.ask(`${at}/organisations/bank/assets/core`, { method: "PATCH", key: hub.keys.bank, json });
  assert.notEqual(await decision(), before);
  const { body } = await hub.advise(kev(["CVE-2026-0001"]), "kev.json");
  assert.equal(body.signals, 1);
  assert.equal(await decision(), "immediate");
  assert.equal((await hub.lines("?exploited=true&decision=immediate&rating=critical")).length, 1);
  assert.equal((await hub.lines("?exploited=false")).length, 0);
  const { body: vulnerabilities } = await hub.ask(`${at}/exposed-vulnerabilities`, { key: hub.keys.bank });
  assert.deepEqual(
    vulnerabilities.items.map((one: Record<string, unknown>) => [
      one.name,
      one.decision,
      one.exposures,
      one.organisations,
    ]),
    [["CVE-2026-0001", "immediate", 1, 1]],
  );
});

onBothDatabases("a coordinator is told what is disclosed, and it is in the trail", async (database, context) => {
  const hub = await exposedMembers(database, context);
  await hub.inventory("bank", "core", ["pkg:npm/lodash@4.17.20"]);
  await hub.inventory("city", "portal", ["pkg:npm/lodash@4.17.19"]);
  await hub.advise(lodash);
  const by = { cookie: hub.sector.cookie };
  assert.deepEqual(await hub.lines("", by), [], "the sector's coordinator is told the status, not the components");
  const { body: status } = await hub.ask(`${at}/exposure-status`, by);
  assert.deepEqual(
    status.items.map((one: { organisation: { handle: string }; exposures: number }) => [
      one.organisation.handle,
      one.exposures,
    ]),
    [["bank", 1]],
  );
  assert.doesNotMatch(JSON.stringify(status), /lodash@|4\.17\.20|core/);
  const [entry] = await audited(database, "exposure.listExposureStatus");
  assert.deepEqual([entry?.marking, entry?.details.organisations], ["AMBER+STRICT", ["bank"]]);
  const national = await hub.ask(`${at}/exposure-status`, { cookie: hub.nation.cookie });
  assert.deepEqual(national.body.items, [], "nothing is disclosed to the nation unless it is said");

  await sql`
    insert into disclosure (organisation, coordinator, level, changed_at) values (${hub.bank.id}, 'sector', 'components', now())
  `.execute(database.kysely);
  assert.deepEqual(
    (await hub.lines("", by)).map((one) => one.asset.name),
    ["core"],
  );
  const [read] = await audited(database, "exposure.listExposures");
  assert.equal(read?.marking, "AMBER+STRICT");
  const download = await hub.ask(`${at}/organisations/bank/assets/core/sboms/1`, by);
  assert.equal(download.status, 200);
  assert.equal((await audited(database, "inventories.downloadSbom"))[0]?.marking, "AMBER+STRICT");
});

onBothDatabases("pages hold every exposure once, most urgent first, while others come", async (database, context) => {
  const hub = await exposedMembers(database, context);
  const purls = Array.from({ length: 17 }, (_, index) => `pkg:npm/part-${index}@1.0.0`);
  await hub.inventory("bank", "core", purls);
  const vectors = ["CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "CVSS:3.1/AV:L/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N"];
  const record = (index: number) => {
    const vector = vectors[index % 3];
    const sketch = { id: `CVE-2026-${100 + index}`, package: ["npm", `part-${index}`] as [string, string] };
    return osv({ ...sketch, events: [{ introduced: "0" }], ...(vector === undefined ? {} : { vector }) });
  };
  for (let index = 0; index < 16; index += 1) await hub.advise(record(index));
  for (const sort of ["-priority", "-since"]) {
    const { body: first } = await hub.ask(`${at}/exposures?limit=5&sort=${sort}`, { key: hub.keys.bank });
    if (sort === "-priority") await hub.advise(record(16));
    const seen: Line[] = [...first.items];
    for (let cursor = first.next; cursor !== null; ) {
      const { body } = await hub.ask(`${at}/exposures?limit=5&sort=${sort}&cursor=${cursor}`, { key: hub.keys.bank });
      seen.push(...body.items);
      cursor = body.next;
    }
    const names = seen.map((one) => one.vulnerability);
    assert.equal(new Set(names).size, names.length, "none twice");
    for (let index = 0; index < 16; index += 1)
      assert.ok(names.includes(`CVE-2026-${100 + index}`), `${sort} ${index}`);
    if (sort !== "-priority") continue;
    const urgency = seen.map((one) => ["defer", "scheduled", "out-of-cycle", "immediate"].indexOf(one.decision));
    assert.deepEqual(
      urgency,
      [...urgency].sort((a, b) => b - a),
    );
  }
});

onBothDatabases(
  "vulnerabilities and advisories are read side by side; only some may import",
  async (database, context) => {
    const hub = await exposedMembers(database, context);
    await hub.advise(lodash);
    const other = osv({
      id: "SNYK-1",
      aliases: ["CVE-2026-0001"],
      package: ["npm", "lodash"],
      events: [{ introduced: "0" }, { fixed: "5.0.0" }],
    });
    await hub.advise(other, "snyk.json");
    const key = hub.keys.city;
    const { body: list } = await hub.ask(`${at}/vulnerabilities?search=snyk-1`, { key });
    assert.deepEqual(
      list.items.map((one: { name: string }) => one.name),
      ["CVE-2026-0001"],
    );
    const { body: shown } = await hub.ask(`${at}/vulnerabilities/ghsa-aaaa-bbbb-cccc`, { key });
    assert.deepEqual(
      shown.sources.map((one: { name: string; affected: { range: string }[] }) => [one.name, one.affected[0]?.range]),
      [
        ["GHSA-aaaa-bbbb-cccc", "< 4.17.21"],
        ["SNYK-1", "< 5.0.0"],
      ],
    );
    const { body: advisories } = await hub.ask(`${at}/advisories?sort=name`, { key });
    const [first] = advisories.items;
    const { body: advisory } = await hub.ask(`${at}/advisories/${first.id}`, { key });
    assert.deepEqual(
      [advisory.names, advisory.revisions.length, advisory.revisions[0].provenance],
      [["CVE-2026-0001", "GHSA-aaaa-bbbb-cccc"], 1, "a.json"],
    );
    const original = await hub.ask(`${at}/advisories/${first.id}/original`, { key });
    assert.deepEqual(original.body, new TextDecoder().decode(lodash));
    const unknown = `${at}/advisories/00000000-0000-7000-8000-000000000000`;
    assert.deepEqual(
      [(await hub.ask(unknown, { key })).status, (await hub.ask(`${unknown}/original`, { key })).status],
      [404, 404],
    );
    assert.equal((await hub.ask(`${at}/vulnerabilities/CVE-1999-9999`, { key })).status, 404);
    assert.equal((await hub.ask(`${at}/advisories`, { key, bytes: other })).status, 403);
    assert.equal((await hub.advise(new TextEncoder().encode("{}"))).body.code, "advisories.unknown-format");
  },
);

onBothDatabases("what its publisher kept to fewer is not put among what all may read", async (database, context) => {
  const hub = await exposedMembers(database, context);
  const csaf = (label: string) =>
    new TextEncoder().encode(
      JSON.stringify({
        document: {
          category: "csaf_security_advisory",
          csaf_version: "2.0",
          distribution: { tlp: { label } },
          publisher: { category: "vendor", name: "Vendor", namespace: "https://example.org" },
          title: "A flaw",
          tracking: {
            id: "V-1",
            status: "final",
            version: "1",
            initial_release_date: "2026-01-01T00:00:00Z",
            current_release_date: "2026-01-01T00:00:00Z",
            revision_history: [{ number: "1", date: "2026-01-01T00:00:00Z", summary: "First" }],
          },
        },
        vulnerabilities: [{ cve: "CVE-2026-0001" }],
      }),
    );
  for (const label of ["AMBER", "RED"]) {
    const { status, body } = await hub.advise(csaf(label));
    assert.deepEqual([status, body.code], [422, "advisories.restricted"], label);
  }
  assert.equal((await hub.advise(csaf("WHITE"))).status, 200);
});

onBothDatabases("a supplier's statements hold for all, an organisation's for itself", async (database, context) => {
  const hub = await exposedMembers(database, context);
  await hub.inventory("bank", "core", ["pkg:npm/lodash@4.17.20"]);
  await hub.inventory("city", "portal", ["pkg:npm/lodash@4.17.20"]);
  await hub.advise(lodash);
  const vex = (status: string, timestamp: string) =>
    openvex({ vulnerability: "CVE-2026-0001", products: ["pkg:npm/lodash@4.17.20"], status, timestamp });
  const own = { key: hub.keys.city, bytes: vex("fixed", "2026-03-01T00:00:00Z") };
  const { body } = await hub.ask(`${at}/organisations/city/vex`, own);
  assert.deepEqual([body.statements, body.exposures.changed], [1, 1]);
  const open = async () => [(await hub.lines()).length, (await hub.lines("", { key: hub.keys.city })).length];
  assert.deepEqual(await open(), [1, 0]);
  assert.equal((await hub.advise(vex("not_affected", "2026-04-01T00:00:00Z"), "vex.json")).body.statements, 1);
  assert.deepEqual(await open(), [0, 0]);
});

onBothDatabases(
  "the country's figures say nothing of fewer than five, and say that they do not",
  async (database, context) => {
    const hub = await exposedMembers(database, context);
    await hub.inventory("bank", "core", ["pkg:npm/lodash@4.17.20"]);
    await hub.inventory("city", "portal", ["pkg:npm/lodash@4.17.20"]);
    await hub.advise(lodash);
    for (let index = 0; index < 12; index += 1) await hub.organisation(`energy-${index}`, "energy", "KR-31");
    await hub.settle();
    const table = async (path: string, by: { key?: string; cookie?: string }): Promise<Record<string, unknown>> => {
      const { body } = await hub.ask(`${at}/situation/${path}`, by);
      type Item = { sector?: string; region?: string; suppressed: boolean; figures: { exposedOrganisations: number } };
      const items = body.items.map(({ sector, region, suppressed, figures }: Item) => [
        sector ?? region,
        suppressed ? "suppressed" : figures.exposedOrganisations,
      ]);
      const cells: Record<string, unknown> = Object.fromEntries(items);
      return { ...cells, total: body.total.suppressed };
    };
    // The bank sees itself; the city and the ministry are two, and energy goes with them so that the total does not tell.
    assert.deepEqual(await table("sectors", { key: hub.keys.bank }), {
      energy: "suppressed",
      finance: 1,
      government: "suppressed",
      "local-government": "suppressed",
      total: false,
    });
    const byCoordinator = await table("sectors", { cookie: hub.sector.cookie });
    assert.deepEqual([byCoordinator.finance, byCoordinator["local-government"]], [1, "suppressed"]);
    assert.equal((await hub.ask(`${at}/situation/regions`, {})).status, 401);
    const regions = await table("regions", { key: hub.keys.bank });
    assert.deepEqual(Object.keys(regions).sort(), ["KR-11", "KR-31", "KR-50", "total"]);
    assert.ok(regions["KR-50"] === "suppressed");
  },
);

onBothDatabases("events go to the organisation that they concern", async (database, context) => {
  const hub = await exposedMembers(database, context);
  await hub.inventory("bank", "core", ["pkg:npm/lodash@4.17.20"]);
  await hub.advise(lodash);
  const { rows } = await sql<{ kind: string; owner: string | null; tlp: string | null; data: Record<string, unknown> }>`
    select kind, owner, tlp, data from event where kind in ('exposure.changed', 'advisories.imported') order by kind
  `.execute(database.kysely);
  assert.deepEqual(
    rows.map(({ kind, owner, tlp }) => [kind, owner, tlp]),
    [
      ["advisories.imported", null, "CLEAR"],
      ["exposure.changed", hub.bank.id, null],
    ],
  );
  assert.deepEqual(rows[1]?.data, { cause: "advisory", opened: 1, changed: 0, closed: 0 });
});
