import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { sql } from "kysely";
import { newServerDatabase, serverUrl } from "../testing/databases.ts";
import { type HubProcess, startHubProcess } from "../testing/hub-process.ts";
import { trusting, verifyAudit } from "./capabilities/audit/index.ts";
import { addOrganisation, korea, makeKey } from "./capabilities/members/index.ts";
import { migrations } from "./migrations.ts";
import { systemClock } from "./platform/clock.ts";
import { readConfig } from "./platform/config.ts";
import type { Database } from "./platform/database/database.ts";
import { migrate } from "./platform/database/migrate.ts";
import { openServer } from "./platform/database/server.ts";
import { newId } from "./platform/ids.ts";
import { hubIdentity, openVault } from "./platform/secrets/index.ts";

const skip = serverUrl === undefined ? "no PostgreSQL server (BONGSU_TEST_DATABASE_URL)" : false;

async function country(context: TestContext) {
  const { url, drop } = await newServerDatabase(serverUrl ?? "");
  const database = await openServer(url, 5);
  const dataDir = mkdtempSync(join(tmpdir(), "bongsu-processes-"));
  context.after(async () => {
    await database.close();
    await drop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  await migrate(database, migrations);
  const name = { en: "KT", ko: "케이티" };
  const { id: organisation } = await addOrganisation(database.kysely, systemClock, korea, {
    ...{ handle: "kt", name, sector: "telecom", region: "KR-11" },
  });
  const now = new Date();
  const { token, id, hash, hint } = makeKey(now);
  const account = newId(now);
  await sql`
    insert into service_account (organisation, id, name, role, created_at)
    values (${organisation}, ${account}, 'robot', 'analyst', ${now})
  `.execute(database.kysely);
  await sql`
    insert into api_key (id, organisation, service_account, hash, hint, scopes, created_at, expires_at)
    values (${id}, ${organisation}, ${account}, ${hash}, ${hint}, '{*}', ${now}, ${new Date(now.getTime() + 864e5)})
  `.execute(database.kysely);
  return { database, token, environment: { DATABASE_URL: url, BONGSU_DATA_DIR: dataDir } };
}

/** Sends a request to any of the processes until one answers it: what a client does that keeps its idempotency key. */
async function insist(hubs: readonly HubProcess[], token: string, name: string): Promise<number> {
  const headers = {
    authorization: `Bearer ${token}`,
    "content-type": "application/json",
    "idempotency-key": randomUUID(),
  };
  const body = JSON.stringify({ kind: "note", title: name, text: name, tlp: "GREEN" });
  for (let attempt = 0; ; attempt += 1) {
    const hub = hubs[attempt % hubs.length];
    const answer = await fetch(`${hub?.address}/api/v1/organisations/kt/reports`, {
      method: "POST",
      headers,
      body,
    }).catch(() => null);
    if (answer !== null && answer.status < 500) return answer.status;
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.ok(attempt < 500, "nobody answers");
  }
}

async function settled(database: Database): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ waiting: number }>`
      select ((select count(*) from event where number is null) + (select count(*) from audit_entry where number is null))::int as waiting
    `.execute(database.kysely);
    if (rows[0]?.waiting === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

test("three processes on one database, killed at any instant: nothing is lost, nothing is done twice", {
  skip,
}, async (context) => {
  const { database, token, environment } = await country(context);
  const hubs = await Promise.all([0, 1, 2].map(() => startHubProcess(environment)));
  context.after(() => Promise.all(hubs.map((hub) => hub.kill("SIGKILL"))));
  const names = Array.from({ length: 90 }, (_, index) => `report ${index}`);
  const waiting = [...names];
  const statuses: number[] = [];
  const client = async () => {
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop())
      statuses.push(await insist(hubs, token, name));
  };
  const killer = async () => {
    for (let round = 0; round < 6; round += 1) {
      await new Promise((resolve) => setTimeout(resolve, 150));
      const place = round % hubs.length;
      await hubs[place]?.kill("SIGKILL");
      hubs[place] = await startHubProcess(environment);
    }
  };
  await Promise.all([client(), client(), client(), client(), killer()]);
  assert.deepEqual(new Set(statuses), new Set([201]));
  await settled(database);
  const { kysely } = database;
  const { rows: reports } = await sql<{ title: string }>`select title from report order by title`.execute(kysely);
  assert.deepEqual(
    reports.map(({ title }) => title),
    names.sort(),
  );
  const { rows: events } = await sql<{
    number: number;
  }>`select number from event where subject = 'report' order by number`.execute(kysely);
  assert.equal(events.length, names.length);
  const { rows: all } = await sql<{
    count: number;
    last: number;
  }>`select count(*)::int as count, max(number) as last from event`.execute(kysely);
  assert.equal(all[0]?.count, all[0]?.last);
  const config = readConfig({ ...environment });
  const { keyId, publicKey } = await hubIdentity(database, openVault(config), systemClock);
  const verified = await verifyAudit(kysely, { isSigned: trusting({ keyId, raw: publicKey.raw }), now: new Date() });
  assert.deepEqual([verified.ok, verified.entries], [true, names.length]);
});

test("a stop finishes what is under way, and says nothing worse than that", { skip }, async (context) => {
  const { token, environment } = await country(context);
  const hub = await startHubProcess(environment);
  const sent = Array.from({ length: 20 }, (_, index) => insist([hub], token, `report ${index}`).catch(() => 0));
  await new Promise((resolve) => setTimeout(resolve, 30));
  assert.equal(await hub.kill("SIGTERM"), 0);
  assert.doesNotMatch(hub.said(), /"level":"error"/);
  void Promise.allSettled(sent);
});
