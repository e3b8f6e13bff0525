import assert from "node:assert/strict";
import { test } from "node:test";
import { country, inWords } from "../../../testing/country.ts";
import { onBothDatabases } from "../../../testing/databases.ts";
import { osv } from "../../../testing/documents.ts";
import { testHub } from "../../../testing/hub.ts";
import { addPassword } from "../../capabilities/accounts/people.ts";
import { exposed } from "../../capabilities/exposure/index.ts";
import { migrations } from "../../migrations.ts";
import { backup, restore } from "./backup.ts";
import type { Database } from "./database.ts";
import { openEmbedded } from "./embedded.ts";
import { migrate } from "./migrate.ts";

async function fill(database: Database): Promise<void> {
  const korea = country(database);
  const core = await korea.asset(await korea.organisation("bank"), "core");
  await korea.inventory(core, ["pkg:npm/lodash@4.17.20", "pkg:npm/odd@not-a-version"]);
  await korea.advisories(osv({ id: "GHSA-1111-1111-1111", package: ["npm", "lodash"], events: [{ introduced: "0" }] }));
}

async function linesOf(database: Database): Promise<string[]> {
  const lines: string[] = [];
  await backup(database, new Date("2026-11-20T00:00:00Z"), async (line) => void lines.push(line));
  return lines;
}

async function* stream(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

async function emptyDatabase(context: { after(run: () => Promise<void>): void }): Promise<Database> {
  const database = await openEmbedded(null);
  context.after(() => database.close());
  return database;
}

onBothDatabases(
  "what is backed up is restored whole, into the other kind of database too",
  async (database, context) => {
    await fill(database);
    const lines = await linesOf(database);
    const copy = await emptyDatabase(context);
    await restore(copy, migrations, stream(lines));
    assert.deepEqual(await linesOf(copy), lines);
    assert.deepEqual(inWords(await exposed(copy.kysely, { purl: "pkg:npm/lodash" })), ["bank/core lodash@4.17.20 new"]);
  },
);

onBothDatabases(
  "a hub with people, keys, reports and a trail is restored whole, and goes on with its chain",
  async (database, context) => {
    const environment = { BONGSU_SECRET_KEY: "5e".repeat(32) };
    const hub = await testHub(database, context, { environment });
    const bank = await hub.organisation("aa-bank");
    const { id, cookie } = await hub.person("Zoe", [{ of: bank, role: "organisation-administrator" }]);
    await addPassword(database.kysely, id, "scrypt", hub.clock.now());
    const key = await hub.key(bank);
    const report = { kind: "note", title: "Seen", text: "At night.", tlp: "GREEN" };
    assert.equal((await hub.ask("/api/v1/organisations/aa-bank/reports", { cookie, json: report })).status, 201);
    await hub.settle();
    const lines = await linesOf(database);
    const copy = await emptyDatabase(context);
    await restore(copy, migrations, stream(lines));
    assert.deepEqual(await linesOf(copy), lines);
    const again = await testHub(copy, context, { environment });
    for (const asking of [{ key }, { cookie }]) {
      assert.equal((await again.ask("/api/v1/reports", asking)).body.items[0].title, "Seen");
    }
    const auditor = await again.person("Ada", [{ of: bank, role: "auditor" }]);
    assert.equal((await again.ask("/api/v1/audit/verification", { cookie: auditor.cookie })).body.ok, true);
  },
);

test("a cut backup is refused, and leaves the database empty", async (context) => {
  const source = await emptyDatabase(context);
  await migrate(source, migrations);
  await fill(source);
  const lines = await linesOf(source);
  const copy = await emptyDatabase(context);
  await assert.rejects(restore(copy, migrations, stream(lines.slice(0, -3))), { code: "backup.damaged" });
  await assert.rejects(restore(copy, migrations, stream(["{}"])), { code: "backup.foreign" });
  await restore(copy, migrations, stream(lines));
  assert.deepEqual(await linesOf(copy), lines);
  await assert.rejects(restore(copy, migrations, stream(lines)), { code: "backup.not-empty" });
});
