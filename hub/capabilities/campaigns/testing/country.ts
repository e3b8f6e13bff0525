import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { cyclonedx, osv } from "../../../../testing/documents.ts";
import { testHub } from "../../../../testing/hub.ts";
import { manualClock } from "../../../platform/clock.ts";
import type { Database } from "../../../platform/database/database.ts";
import type { Organisation } from "../../members/index.ts";
import { keepCampaigns } from "../duties.ts";

export const api = "/api/v1";
export const hour = 3_600_000;

const vector = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";

/** A machine by its key, or a person, who signs in anew: sessions end, and these tests let weeks go by. */
export type By = { key: string } | { id: string };

/** A hub with members that run things, an advisory at hand, and coordinators of every kind. */
export async function campaignCountry(database: Database, context: TestContext) {
  const clock = manualClock("2026-11-20T00:00:00Z");
  const hub = await testHub(database, context, { clock });
  const cert = await hub.organisation("cert", "government");
  const other = await hub.organisation("energy-desk", "government");
  const root = await hub.person("Root", [{ of: cert, role: "hub-administrator" }]);
  const finance = await hub.person("Finance", [{ of: cert, role: "sector-coordinator", sector: "finance" }]);
  const energy = await hub.person("Energy", [{ of: other, role: "sector-coordinator", sector: "energy" }]);
  const nation = await hub.person("Nation", [{ of: cert, role: "national-coordinator" }]);
  const auditor = await hub.person("Auditor", [{ of: other, role: "auditor" }]);
  const keys = new Map<string, string>();
  const handles = new Map<string, Organisation>();

  /** A member with one asset that uses these; none without an inventory. Its key is an analyst's. */
  async function member(handle: string, purls: readonly string[] | null, sector = "finance", region = "KR-11") {
    const organisation = await hub.organisation(handle, sector, region);
    const key = await hub.key(organisation);
    keys.set(handle, key);
    handles.set(handle, organisation);
    const json = { name: "core", criticality: "very-high", network: "internet" };
    const added = await hub.ask(`${api}/organisations/${handle}/assets`, { key, json });
    assert.equal(added.status, 201, JSON.stringify(added.body));
    if (purls !== null) await inventory(handle, purls);
    return { ...organisation, key };
  }
  const keyOf = (handle: string): string => keys.get(handle) ?? "";
  async function inventory(handle: string, purls: readonly string[]) {
    const path = `${api}/organisations/${handle}/assets/core/sbom`;
    const { status, body } = await hub.ask(path, {
      method: "PUT",
      key: await hub.key(handles.get(handle) as Organisation),
      bytes: cyclonedx(purls),
    });
    assert.equal(status, 200, JSON.stringify(body));
    await hub.settle();
  }
  const advisory = (id: string, name: string) =>
    osv({ id, package: ["npm", name], events: [{ introduced: "0" }, { fixed: "4.17.21" }], vector });
  async function advise(bytes: Uint8Array) {
    const { status, body } = await hub.ask(`${api}/advisories?file=a.json`, { cookie: root.cookie, bytes });
    assert.equal(status, 200, JSON.stringify(body));
    await hub.settle();
  }
  /** Asks, and says what was wrong where it is not the status that was expected. */
  async function ask(
    by: By,
    path: string,
    json?: unknown,
    { method, expect = 200 }: { method?: string; expect?: number } = {},
  ) {
    const credentials = "id" in by ? { cookie: (await hub.signIn(by.id)).cookie } : by;
    const answer = await hub.ask(`${api}${path}`, {
      ...credentials,
      ...(json === undefined ? {} : { json }),
      ...(method === undefined ? {} : { method }),
    });
    assert.equal(answer.status, expect, `${path}: ${JSON.stringify(answer.body)}`);
    await hub.settle();
    return answer.body;
  }
  const begin = (by: By, about: object, more: object = {}) =>
    ask(
      by,
      "/campaigns",
      {
        title: { en: "Update lodash", ko: "lodash 갱신" },
        description: { en: "It is exploited.", ko: "악용되고 있습니다." },
        dueAt: new Date(clock.now().getTime() + 7 * 24 * hour).toISOString(),
        zone: "Asia/Seoul",
        ...about,
        ...more,
      },
      { expect: 201 },
    );
  /** What the minute's duty does. */
  const tick = async () => {
    await keepCampaigns(hub.hub);
    await hub.settle();
  };
  const disclose = (handle: string, levels: { sector: string; national: string }) =>
    hub
      .key(handles.get(handle) as Organisation, "organisation-administrator")
      .then((key) => ask({ key }, `/organisations/${handle}/disclosure`, levels, { method: "PUT" }));
  return {
    ...{ ...hub, clock, cert, root, finance, energy, nation, auditor, member, keyOf, inventory, advisory, advise },
    ...{ ask, begin, tick, disclose, handles },
  };
}

export const lodash = ["pkg:npm/lodash@4.17.20"];
export const fixedLodash = ["pkg:npm/lodash@4.17.21"];
