import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { sql } from "kysely";
import { cyclonedx, kev, osv } from "../../../../../testing/documents.ts";
import { testHub } from "../../../../../testing/hub.ts";
import { manualClock } from "../../../../platform/clock.ts";
import type { Database } from "../../../../platform/database/database.ts";
import { followExposures } from "../index.ts";

const at = "/api/v1";

export const day = 24 * 3_600_000;

/** A line of the list, as far as tests look at it. */
export interface Line {
  asset: { id: string; name: string };
  packageVersion: string;
  version: string;
  vulnerability: string;
  state: string;
  decision: string;
  assignee: { id: string; name: string } | null;
  dueAt: string | null;
  dueSet: boolean;
  plannedFor: string | null;
  acceptedUntil: string | null;
  declared: boolean;
}

export const lodash = osv({
  id: "GHSA-aaaa-bbbb-cccc",
  aliases: ["CVE-2026-0001"],
  package: ["npm", "lodash"],
  events: [{ introduced: "0" }, { fixed: "4.17.21" }],
  vector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
});

export const keyOf = ({ asset, packageVersion, vulnerability }: Line) => ({
  asset: asset.id,
  packageVersion,
  vulnerability,
});

/** A bank with its people, a neighbour, a coordinator and who imports advisories; and what they do, in few words. */
export async function working(database: Database, context: TestContext) {
  const clock = manualClock("2026-11-20T00:00:00Z");
  const hub = await testHub(database, context, { clock });
  const bank = await hub.organisation("bank");
  const city = await hub.organisation("city", "local-government", "KR-50");
  const ministry = await hub.organisation("ministry", "government");
  const boss = await hub.person("Boss", [{ of: bank, role: "organisation-administrator" }]);
  const analyst = await hub.person("Ana Lyst", [{ of: bank, role: "analyst" }]);
  const reporter = await hub.person("Rep Orter", [{ of: bank, role: "reporter" }]);
  const root = await hub.person("Root", [{ of: ministry, role: "hub-administrator" }]);
  const nation = await hub.person("Nation", [{ of: ministry, role: "national-coordinator" }]);
  const neighbour = await hub.key(city);
  type By = { cookie?: string; key?: string };
  const own = `${at}/organisations/bank`;

  const advise = (bytes: Uint8Array, file = "a.json") =>
    hub.ask(`${at}/advisories?file=${file}`, { cookie: root.cookie, bytes });
  const inventory = async (asset: string, purls: readonly string[], facts = {}) => {
    await hub.ask(`${own}/assets`, { cookie: boss.cookie, json: { name: asset, ...facts } });
    return hub.ask(`${own}/assets/${asset}/sbom`, { method: "PUT", cookie: boss.cookie, bytes: cyclonedx(purls) });
  };
  const lines = async (query = "", by: By = boss): Promise<Line[]> => {
    const { status, body } = await hub.ask(`${at}/exposures${query}`, { ...pick(by) });
    assert.equal(status, 200, JSON.stringify(body));
    return body.items;
  };
  const act = (json: object, by: By = boss) => hub.ask(`${own}/exposure-actions`, { ...pick(by), json });
  /** Does it to every exposure of the bank that is open. */
  const actOnAll = async (json: object, by: By = boss) =>
    act({ ...json, exposures: (await lines("?organisation=bank")).map(keyOf) }, by);
  const undo = (action: string, by: By = boss) =>
    hub.ask(`${own}/exposure-actions/${action}/undo`, { ...pick(by), method: "POST", json: {} });
  const show = async (line: Line, by: By = boss) => {
    const { asset, packageVersion, vulnerability } = keyOf(line);
    const path = `${own}/assets/${asset}/exposures/${packageVersion}/${vulnerability}`;
    return hub.ask(path, { ...pick(by) });
  };
  const exploit = (...ids: string[]) => advise(kev(ids), "kev.json");
  const alerts = async (topic: string) => {
    const { rows } = await sql<{ key: string; state: string; people: string[] | null; title_ko: string }>`
      select key, state, people, title_ko from alert where topic = ${topic} order by raised_at, key
    `.execute(database.kysely);
    return rows;
  };
  return {
    ...hub,
    ...{ clock, own, bank, city, ministry, boss, analyst, reporter, root, nation, neighbour },
    ...{ advise, inventory, lines, act, actOnAll, undo, show, exploit, alerts },
    /** What the hub does each minute. */
    minute: () => followExposures(hub.hub),
    /** Time goes by, and everybody signs in anew. */
    later: async (milliseconds: number) => {
      clock.advance(milliseconds);
      for (const one of [boss, analyst, reporter, root, nation]) one.cookie = (await hub.signIn(one.id)).cookie;
    },
    at: (milliseconds: number) => new Date(clock.now().getTime() + milliseconds).toISOString(),
  };
}

const pick = ({ cookie, key }: { cookie?: string; key?: string }) => ({
  ...(cookie === undefined ? {} : { cookie }),
  ...(key === undefined ? {} : { key }),
});

/** Faults of every history: a step is missing, an event does not go on where the last one ended, a state that none gave. */
export async function historyFaults(database: Database): Promise<string[]> {
  const { rows } = await sql<{ fault: string }>`
    with chained as (
      select h.*, row_number() over w as place, lag(h.state) over w as previous, lag(h.step) over w as previous_step
      from exposure_event h
      window w as (partition by h.organisation, h.asset, h.package_version, h.vulnerability order by h.step, h.at, h.id)
    ), last as (
      select organisation, asset, package_version, vulnerability, count(*)::int as events, max(step) as step,
        (array_agg(state order by step desc))[1] as state
      from exposure_event group by 1, 2, 3, 4
    )
    select concat_ws(' ', 'step', c.vulnerability, c.step, c.place) as fault from chained c where c.step <> c.place
    union all
    select concat_ws(' ', 'chain', c.vulnerability, c.step, c.previous, c.state_before) from chained c
    where c.previous is not null and c.previous <> c.state_before
    union all
    select concat_ws(' ', 'state', e.vulnerability, e.state, l.state, e.step, l.step)
    from exposure e left join last l on (l.organisation, l.asset, l.package_version, l.vulnerability)
      = (e.organisation, e.asset, e.package_version, e.vulnerability)
    where e.step <> coalesce(l.step, 0) or (l.state is not null and l.state <> e.state)
    union all
    select concat_ws(' ', 'accepted', e.vulnerability, e.state, e.accepted_until, e.due_at) from exposure e
    where (e.state = 'accepted') <> (e.accepted_until is not null) or (e.state = 'accepted' and e.due_at is not null)
    union all
    select concat_ws(' ', 'declared', e.vulnerability, e.state) from exposure e where e.declared and e.state <> 'fixed'
    union all
    select concat_ws(' ', 'due', e.vulnerability, e.state, e.decision, e.due_at, e.due_from, e.since, d.hours)
    from exposure e join organisation o on o.id = e.organisation
    left join sector_criticality c on c.sector = o.sector
    left join deadline d on d.decision = e.decision and d.criticality = coalesce(c.criticality, 'medium')
    where e.state in ('new', 'acknowledged', 'remediating') and not e.due_set
      and e.due_at is distinct from coalesce(e.due_from, e.since) + d.hours * interval '1 hour'
  `.execute(database.kysely);
  return rows.map(({ fault }) => fault);
}
