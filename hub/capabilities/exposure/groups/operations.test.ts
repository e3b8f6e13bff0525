import assert from "node:assert/strict";
import { onBothDatabases } from "../../../../testing/databases.ts";
import { osv } from "../../../../testing/documents.ts";
import { exported, exposedWorld } from "../exports/testing/world.ts";

// biome-ignore lint/suspicious/noExplicitAny: a test says what it expects by asserting it
type Item = any;

onBothDatabases(
  "assets, components and organisations are counted for those who see them",
  async (database, context) => {
    const hub = await exposedWorld(database, context);
    const { body: assets } = await hub.ask("/exposed-assets");
    assert.deepEqual(
      assets.items.map((one: { asset: { name: string }; exposures: number; immediate: number; exploited: number }) => [
        one.asset.name,
        one.exposures,
        one.exploited,
      ]),
      [
        ["core", 3, 1],
        ["인터넷 뱅킹", 2, 1],
      ],
    );
    const [core] = assets.items;
    assert.deepEqual([core.decision, core.overdue, core.vulnerabilities], ["immediate", 0, 3]);
    assert.ok(core.nextDue > "2026-11-20", `due ${core.nextDue}`);
    assert.equal(core.immediate + core.outOfCycle + core.scheduled + core.defer, core.exposures);

    hub.clock.advance(20 * 24 * 3_600_000);
    const [late] = (await hub.ask("/exposed-assets")).body.items;
    assert.ok(late.overdue > 0);
    await hub.stand("core", "CVE-2026-0001", { state: "accepted" });
    const [accepted] = (await hub.ask("/exposed-assets")).body.items.filter(
      (one: { asset: { name: string } }) => one.asset.name === "core",
    );
    assert.equal(accepted.overdue, late.overdue - 1, "no date presses where the risk is accepted");

    const { body: components } = await hub.ask("/exposed-components?sort=-exposures");
    assert.deepEqual(
      components.items
        .map((one: Record<string, unknown>) => [
          one.version,
          one.exposures,
          one.assets,
          one.fixedVersion,
          one.withoutFix,
        ])
        .sort(),
      [
        ["1.2.13", 1, 1, null, 1],
        ["4.17.19", 2, 1, "4.17.22", 0],
        ["4.17.20", 2, 1, "4.17.22", 0],
      ],
    );
    const { body: organisations } = await hub.ask("/exposed-organisations");
    assert.deepEqual(
      organisations.items.map((one: Item) => [one.organisation.handle, one.assets, one.exposures]),
      [["bank", 2, 5]],
    );
    const none = await hub.ask("/exposed-organisations?organisation=bank", { key: hub.keys.city });
    assert.deepEqual(none.body.items, []);
  },
);

onBothDatabases("pages of groups follow each other without a gap or a repetition", async (database, context) => {
  const hub = await exposedWorld(database, context);
  const whole = async (path: string, limit: number): Promise<unknown[]> => {
    const items: unknown[] = [];
    let cursor: string | null = null;
    do {
      const { body, status } = await hub.ask(`${path}limit=${limit}${cursor === null ? "" : `&cursor=${cursor}`}`);
      assert.equal(status, 200, JSON.stringify(body));
      items.push(...body.items);
      cursor = body.next;
    } while (cursor !== null);
    return items;
  };
  for (const path of [
    "/exposed-assets?",
    "/exposed-assets?sort=-exposures&",
    "/exposed-components?",
    "/exposed-components?sort=-exposures&",
    "/exposed-organisations?",
    "/exposure-upgrades?",
  ]) {
    const all = await whole(path, 100);
    assert.ok(all.length > 0, path);
    assert.deepEqual(await whole(path, 1), all, path);
  }
  const { status, body } = await hub.ask("/exposure-upgrades?cursor=WyItY2xvc2VzIiwxXQ");
  assert.deepEqual([status, body.code], [422, "http.invalid-cursor"]);
});

onBothDatabases("upgrades: which version closes what, and what stays", async (database, context) => {
  const hub = await exposedWorld(database, context);
  const { body } = await hub.ask("/exposure-upgrades");
  const [lodash, zlib] = body.items;
  assert.deepEqual([lodash.package.name, lodash.exposures, lodash.assets, lodash.versionCount], ["lodash", 4, 2, 2]);
  // 4.17.21 and 4.17.22 fix what is there, but CVE-2026-0003 has them in its range.
  assert.deepEqual(lodash.upgrade, {
    version: "4.17.23",
    closes: { exposures: 4, vulnerabilities: 2, assets: 2, immediate: lodash.immediate, exploited: 2 },
  });
  for (const { smallestStep, newestNeeded } of lodash.versions) {
    assert.deepEqual([smallestStep.version, newestNeeded.version], ["4.17.23", "4.17.23"]);
  }
  assert.deepEqual([lodash.stays, lodash.instead], [[], []]);
  assert.deepEqual([zlib.package, zlib.upgrade], [{ ecosystem: "Debian", release: "12", name: "zlib" }, null]);
  assert.deepEqual(
    zlib.stays.map((one: Record<string, unknown>) => [one.vulnerability, one.exposures, one.reason]),
    [["CVE-2026-0004", 1, "no-fix"]],
  );
  assert.deepEqual(zlib.instead, ["mitigate", "state-not-affected", "accept"]);

  const only = await hub.ask("/exposure-upgrades?vulnerability=CVE-2026-0001&asset=core&organisation=bank");
  assert.deepEqual(
    only.body.items.map((one: Item) => [one.exposures, one.upgrade.closes]),
    [[1, { exposures: 1, vulnerabilities: 1, assets: 1, immediate: 1, exploited: 1 }]],
  );

  const withdrawn = osv({
    id: "CVE-2026-0003",
    package: ["npm", "lodash"],
    events: [{ introduced: "4.17.21" }, { fixed: "4.17.23" }],
    modified: "2026-02-01T00:00:00Z",
    withdrawn: "2026-02-01T00:00:00Z",
  });
  assert.equal((await hub.advise(withdrawn, "2.json")).status, 200);
  const after = await hub.ask("/exposure-upgrades");
  assert.equal(after.body.items[0].upgrade.version, "4.17.22", "what is withdrawn stands in nobody's way");
});

onBothDatabases("groups show nobody what is another's", async (database, context) => {
  const hub = await exposedWorld(database, context);
  for (const path of ["/exposed-assets", "/exposed-components", "/exposed-organisations", "/exposure-upgrades"]) {
    for (const by of [{ cookie: hub.nobody.cookie }, { cookie: hub.sector.cookie }]) {
      const { status, body } = await hub.ask(path, by);
      assert.deepEqual([status, body.items], [200, []], `${path}: the coordinator is told the status alone`);
    }
    const { body } = await hub.ask(path, { key: hub.keys.city });
    assert.ok(body.items.length > 0);
    assert.doesNotMatch(JSON.stringify(body), /bank|core|zlib|4\.17\.19|뱅킹/, path);
    assert.equal((await hub.ask(path, {})).status, 401);
  }
  assert.deepEqual(await exported(database, "exposure.listUpgrades"), [], "one's own is not in the trail");
});
