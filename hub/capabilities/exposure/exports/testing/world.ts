import type { TestContext } from "node:test";
import { sql } from "kysely";
import { cyclonedx, kev, osv } from "../../../../../testing/documents.ts";
import { testHub } from "../../../../../testing/hub.ts";
import { manualClock } from "../../../../platform/clock.ts";
import type { Database } from "../../../../platform/database/database.ts";

export const at = "/api/v1";

export const began = "2026-11-20T00:00:00Z";

type Caller = { key?: string; cookie?: string };

const advisories = [
  osv({
    id: "GHSA-aaaa-bbbb-cccc",
    aliases: ["CVE-2026-0001"],
    package: ["npm", "lodash"],
    events: [{ introduced: "0" }, { fixed: "4.17.21" }],
    vector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    summary: '=HYPERLINK("http://evil.example","명령"), "삽입" 취약점',
  }),
  osv({
    id: "CVE-2026-0002",
    package: ["npm", "lodash"],
    events: [{ introduced: "4.17.0" }, { fixed: "4.17.22" }],
    vector: "CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N",
  }),
  osv({ id: "CVE-2026-0003", package: ["npm", "lodash"], events: [{ introduced: "4.17.21" }, { fixed: "4.17.23" }] }),
  osv({ id: "CVE-2026-0004", package: ["Debian:12", "zlib"], events: [{ introduced: "0" }] }),
];

/** A bank with two assets and a city with one, exposed to vulnerabilities of which one is exploited. */
export async function exposedWorld(database: Database, context: TestContext) {
  const clock = manualClock(began);
  const hub = await testHub(database, context, { clock });
  const bank = await hub.organisation("bank");
  const city = await hub.organisation("city", "local-government", "KR-50");
  const ministry = await hub.organisation("ministry", "government");
  const keys = { bank: await hub.key(bank), city: await hub.key(city) };
  const root = await hub.person("Root", [{ of: ministry, role: "hub-administrator" }]);
  const sector = await hub.person("Sector", [{ of: ministry, role: "sector-coordinator", sector: "finance" }]);
  const nobody = await hub.person("Nobody", [{ of: ministry, role: "read-only" }]);
  const inventory = async (of: "bank" | "city", asset: string, purls: string[], facts = {}) => {
    const key = keys[of];
    await hub.ask(`${at}/organisations/${of}/assets`, { key, json: { name: asset, ...facts } });
    const bytes = cyclonedx(purls);
    return hub.ask(`${at}/organisations/${of}/assets/${encodeURIComponent(asset)}/sbom`, { method: "PUT", key, bytes });
  };
  await inventory(
    "bank",
    "core",
    ["pkg:npm/lodash@4.17.20", "pkg:deb/debian/zlib@1.2.13?arch=source&distro=debian-12"],
    {
      criticality: "very-high",
      network: "internet",
    },
  );
  await inventory("bank", "인터넷 뱅킹", ["pkg:npm/lodash@4.17.19"]);
  await inventory("city", "portal", ["pkg:npm/lodash@4.17.20"]);
  const advise = (bytes: Uint8Array, file: string) =>
    hub.ask(`${at}/advisories?file=${file}`, { cookie: root.cookie, bytes });
  for (const [index, bytes] of advisories.entries()) await advise(bytes, `${index}.json`);
  await advise(kev(["CVE-2026-0001"]), "kev.json");
  const ask = (path: string, by: Caller = { key: keys.bank }) => hub.ask(at + path, by);
  /** What a person would have done; who may do what is tested beside the workflow. */
  const stand = (asset: string, vulnerability: string, change: { state: string; until?: string }) =>
    sql`
      update exposure set state = ${change.state}, accepted_until = ${change.until ?? null}, state_at = ${clock.now()}
      where vulnerability = ${vulnerability} and asset = (select id from asset where name = ${asset})
    `.execute(database.kysely);
  return {
    ...hub,
    clock,
    bank,
    city,
    ministry,
    keys,
    root,
    sector,
    nobody,
    inventory,
    advise,
    ask,
    send: hub.ask,
    stand,
  };
}

/** What the trail says of the exports, in their order. */
export async function exported(database: Database, operation: string) {
  const { rows } = await sql<{ outcome: string; marking: string | null; details: Record<string, unknown> }>`
    select outcome, marking, details from audit_entry where operation = ${operation} order by number
  `.execute(database.kysely);
  return rows;
}
