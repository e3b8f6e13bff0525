import assert from "node:assert/strict";
import { sql } from "kysely";
import { onBothDatabases } from "../../../../testing/databases.ts";
import { readCsv } from "./testing/read-csv.ts";
import { exported, exposedWorld } from "./testing/world.ts";

// biome-ignore lint/suspicious/noExplicitAny: a test says what it expects by asserting it
type Item = any;

const titled = (text: string): Record<string, string>[] => {
  const [head = [], ...rows] = readCsv(text.replace(/^\ufeff/, ""));
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ""])));
};

onBothDatabases("CSV for spreadsheets, in both languages", async (database, context) => {
  const hub = await exposedWorld(database, context);
  await hub.stand("core", "CVE-2026-0002", { state: "accepted", until: "2027-01-31T15:00:00Z" });
  const { body, headers, status } = await hub.ask("/exposure-exports/csv?language=en&zone=UTC");
  assert.equal(status, 200);
  assert.equal(headers.get("content-type"), "text/csv; charset=utf-8; header=present");
  assert.match(headers.get("content-disposition") ?? "", /bongsu-exposures-2026-11-20\.csv/);
  assert.ok(!body.startsWith("\ufeff"));
  const lines = titled(body);
  assert.equal(lines.length, 5);
  const [core] = lines.filter((one) => one.Asset === "core" && one.Vulnerability === "CVE-2026-0001");
  assert.deepEqual(
    [core?.Organisation, core?.Package, core?.Version, core?.["Fixed version"], core?.["To do"], core?.Exploitation],
    ["bank", "lodash", "4.17.20", "4.17.21", "immediate", "exploited"],
  );
  assert.equal(core?.Title, `'=HYPERLINK("http://evil.example","명령"), "삽입" 취약점`, "defused, and otherwise whole");
  assert.equal(core?.["Exposed since"], "2026-11-20T00:00:00+00:00");
  const [accepted] = lines.filter(({ State }) => State === "risk accepted");
  assert.equal(accepted?.["Accepted until"], "2027-01-31T15:00:00+00:00");

  const korean = await hub.ask(`/exposure-exports/csv?language=ko&bom=true&asset=${encodeURIComponent("인터넷 뱅킹")}`);
  assert.ok(
    Buffer.from(korean.body)
      .subarray(0, 3)
      .equals(Buffer.from([0xef, 0xbb, 0xbf])) || korean.body.length > 0,
  );
  const bytes = await fetch(`${hub.address}/api/v1/exposure-exports/csv?language=ko&bom=true`, {
    headers: { authorization: `Bearer ${hub.keys.bank}` },
  }).then((response) => response.bytes());
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const mine = titled(korean.body);
  assert.deepEqual([...new Set(mine.map((one) => one.자산))], ["인터넷 뱅킹"]);
  assert.ok(mine.every((one) => one.상태 === "신규" && one["노출 발생 시각"] === "2026-11-20T09:00:00+09:00"));
  const wrong = await hub.ask("/exposure-exports/csv?zone=Mars/Olympus");
  assert.equal(wrong.status, 422);
});

onBothDatabases("JSON lines are those of the list", async (database, context) => {
  const hub = await exposedWorld(database, context);
  const read = (text: string) =>
    text
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line));
  const key = (one: Item) => `${one.asset.id} ${one.packageVersion} ${one.vulnerability}`;
  for (const query of ["", "?vulnerability=CVE-2026-0001", "?exploited=false&organisation=bank", "?state=fixed"]) {
    const { items } = (await hub.ask(`/exposures${query}`)).body;
    const { body } = await hub.ask(`/exposure-exports/json${query}`);
    const sorted = (rows: Item[]) => rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
    assert.deepEqual(sorted(read(body)), sorted(items), query);
  }
});

onBothDatabases(
  "an export of many batches has each exposure once, and is of its reader alone",
  async (database, context) => {
    const hub = await exposedWorld(database, context);
    await sql`
    insert into exposure (organisation, asset, package_version, vulnerability, state, state_at, cause, since, decision)
    select e.organisation, e.asset, e.package_version, 'CVE-2099-' || lpad(n::text, 5, '0'), 'new', e.since, 'test', e.since, 1
    from exposure e, generate_series(1, 1700) n where e.vulnerability = 'CVE-2026-0001'
  `.execute(database.kysely);
    const { body } = await hub.ask("/exposure-exports/json");
    const lines = body.split("\n").slice(0, -1);
    assert.equal(lines.length, 2 * 1700 + 5);
    assert.equal(new Set(lines).size, lines.length);
    assert.doesNotMatch(body, /portal|"city"/);
    const { body: csv } = await hub.ask("/exposure-exports/csv?organisation=city&language=en");
    assert.equal(readCsv(csv).length, 1, "of others there is the head alone");
    const { body: none } = await hub.ask("/exposure-exports/json", { cookie: hub.sector.cookie });
    assert.equal(none, "", "the coordinator is told the status, not the components");
  },
);

onBothDatabases("the trail tells what was exported, and how much it came to", async (database, context) => {
  const hub = await exposedWorld(database, context);
  await hub.ask("/exposure-exports/csv?vulnerability=CVE-2026-0001&decision=immediate");
  const [began, ended] = await exported(database, "exposure.exportCsv");
  assert.equal(began?.details.vulnerability, "CVE-2026-0001");
  assert.deepEqual(began?.details.decision, ["immediate"]);
  assert.equal(typeof began?.details.counted, "number");
  assert.deepEqual(
    [ended?.outcome, ended?.details.rows, ended?.details.complete, ended?.details.vulnerability],
    ["done", began?.details.counted, true, "CVE-2026-0001"],
  );

  // Whoever hangs up after the first bytes did not get everything, and the trail does not say that he did.
  await sql`
    insert into exposure (organisation, asset, package_version, vulnerability, state, state_at, cause, since, decision)
    select e.organisation, e.asset, e.package_version, 'CVE-2099-' || lpad(n::text, 5, '0'), 'new', e.since, 'test', e.since, 1
    from exposure e, generate_series(1, 30000) n where e.vulnerability = 'CVE-2026-0001'
  `.execute(database.kysely);
  const stop = new AbortController();
  const response = await fetch(`${hub.address}/api/v1/exposure-exports/json`, {
    headers: { authorization: `Bearer ${hub.keys.bank}` },
    signal: stop.signal,
  });
  await response.body?.getReader().read();
  stop.abort();
  const entries = async () =>
    (await exported(database, "exposure.exportJson")).filter(({ details }) => "complete" in details);
  while ((await entries()).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  const [broken] = await entries();
  assert.deepEqual([broken?.outcome, broken?.details.complete], ["failed", false]);
  assert.ok(Number(broken?.details.rows) < Number(broken?.details.counted));
});
