import assert from "node:assert/strict";
import { sql } from "kysely";
import { onBothDatabases } from "../../../../testing/databases.ts";
import { sceneOf } from "../testing/scene.ts";

const lodash = (id: string, alias: string) => ({
  id,
  aliases: [alias],
  package: ["npm", "lodash"] as [string, string],
  events: [{ introduced: "0" }, { fixed: "4.17.21" }],
});

/** A bank with an analyst and somebody who looks on, and two assets that run lodash. */
async function bankScene(...given: Parameters<typeof sceneOf>) {
  const scene = sceneOf(...given);
  const bank = await scene.organisation("bank");
  const kim = await scene.person("kim", bank);
  await scene.person("lee", bank, "read-only", { language: "en" });
  const [core, web] = [await scene.asset(bank, "core"), await scene.asset(bank, "web", "very-high")];
  await scene.install(core, ["pkg:npm/lodash@4.17.20"]);
  return { ...scene, bank, kim, core, web };
}

onBothDatabases("one alert for a vulnerability and an organisation, updated and not repeated", async (database) => {
  const scene = await bankScene(database);
  await scene.advise(lodash("GHSA-1", "CVE-2026-1000"));
  await scene.drain();
  assert.deepEqual(await scene.alerts(), ["bank exposure CVE-2026-1000 open 1"]);
  assert.deepEqual(await scene.lines("hub"), ["kim raised CVE-2026-1000", "lee raised CVE-2026-1000"]);
  assert.deepEqual(await scene.lines("email"), [], "scheduled: the digest");
  // The same again, and another asset: brought up to date, and nobody is told.
  await scene.drain();
  scene.clock.advance(60_000);
  await scene.install(await scene.asset(scene.bank, "app"), ["pkg:npm/lodash@4.17.20"]);
  await scene.drain();
  const { rows } = await sql<{ body_ko: string; facts: { assets: number } }>`select body_ko, facts from alert`.execute(
    database.kysely,
  );
  assert.equal(rows[0]?.facts.assets, 2);
  assert.match(rows[0]?.body_ko ?? "", /^app 외 1개 자산이 CVE-2026-1000/);
  assert.equal((await scene.told()).length, 2);
});

onBothDatabases("more urgent by the catalogue of what is exploited, over by an SBOM, open again", async (database) => {
  const scene = await bankScene(database);
  await scene.install(scene.web, ["pkg:npm/lodash@4.17.20"]);
  await scene.advise(lodash("GHSA-1", "CVE-2026-1000"));
  await scene.drain();
  scene.clock.advance(60_000);
  await scene.exploit("CVE-2026-1000");
  await scene.drain();
  assert.deepEqual(await scene.alerts(), ["bank exposure CVE-2026-1000 open 3"]);
  assert.deepEqual(await scene.lines("email"), ["kim@example.org more-urgent CVE-2026-1000"]);
  scene.clock.advance(60_000);
  for (const asset of [scene.core, scene.web]) await scene.install(asset, ["pkg:npm/lodash@4.17.21"]);
  await scene.drain();
  assert.deepEqual(await scene.alerts(), ["bank exposure CVE-2026-1000 settled 3"]);
  assert.deepEqual(
    (await scene.lines("hub")).filter((line) => line.includes("settled")),
    ["kim settled CVE-2026-1000", "lee settled CVE-2026-1000"],
  );
  assert.equal((await scene.lines("email")).length, 1, "that it is over needs no letter");
  scene.clock.advance(60_000);
  await scene.install(scene.core, ["pkg:npm/lodash@4.17.20"]);
  await scene.drain();
  assert.equal((await scene.alerts()).length, 1);
  assert.equal((await scene.lines("email")).at(-1), "kim@example.org reopened CVE-2026-1000");
});

onBothDatabases("what an initial inventory brings stands singly and is told together", async (database) => {
  const scene = await bankScene(database);
  await scene.advise(
    ...Array.from({ length: 7 }, (_, index) => ({
      ...lodash(`GHSA-${index}`, `CVE-2026-100${index}`),
      package: ["npm", index < 3 ? "left" : "right"] as [string, string],
    })),
  );
  await scene.exploit(...Array.from({ length: 7 }, (_, index) => `CVE-2026-100${index}`));
  await scene.install(scene.web, ["pkg:npm/left@1.0.0"]);
  await scene.drain();
  assert.equal((await scene.lines("email")).length, 3, "a few are told one by one");
  await scene.install(scene.core, ["pkg:npm/right@1.0.0", "pkg:npm/left@1.0.0"]);
  await scene.drain();
  assert.equal((await scene.alerts()).length, 7);
  const together = (await scene.told()).filter(({ channel, keys }) => channel === "email" && keys.length > 1);
  assert.deepEqual(
    together.map(({ keys }) => keys.length),
    [4],
  );
});

onBothDatabases("a vulnerability that gets another name takes its alert along", async (database) => {
  const scene = await bankScene(database);
  await scene.advise({ ...lodash("GHSA-1", "GHSA-1"), aliases: [] });
  await scene.drain();
  assert.deepEqual(await scene.alerts(), ["bank exposure GHSA-1 open 1"]);
  scene.clock.advance(60_000);
  await scene.advise({ ...lodash("GHSA-1", "CVE-2026-1000"), modified: "2026-02-01T00:00:00Z" });
  await scene.drain();
  assert.deepEqual(await scene.alerts(), ["bank exposure CVE-2026-1000 open 1"]);
  assert.equal((await scene.lines("hub")).length, 2, "nobody is told again");
});

onBothDatabases("what is seen to already, and what comes after somebody saw to it", async (database) => {
  const scene = await bankScene(database);
  await scene.advise(lodash("GHSA-1", "CVE-2026-1000"));
  await scene.drain();
  scene.clock.advance(60_000);
  await sql`update exposure set state = 'acknowledged', state_at = ${scene.clock.now()}`.execute(database.kysely);
  const change = { organisations: [scene.bank.id], vulnerabilities: ["CVE-2026-1000"], cause: "acknowledged" };
  const { noteExposureChange } = await import("../../exposure/index.ts");
  await noteExposureChange(database.kysely, { ...change, at: scene.clock.now() });
  await scene.drain();
  assert.deepEqual(await scene.alerts(), ["bank exposure CVE-2026-1000 acknowledged 1"]);
  scene.clock.advance(60_000);
  await scene.install(scene.web, ["pkg:npm/lodash@4.17.20"]);
  await scene.drain();
  assert.deepEqual(await scene.alerts(), ["bank exposure CVE-2026-1000 open 1"]);
  assert.ok((await scene.lines("hub")).includes("kim reopened CVE-2026-1000"));
});
