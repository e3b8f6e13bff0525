import { readAdvisories } from "@bongsu/advisories";
import type { Role } from "@bongsu/contracts";
import { readSbom } from "@bongsu/sbom";
import { sql } from "kysely";
import { cyclonedx, kev, type OsvSketch, osv } from "../../../../testing/documents.ts";
import { manualClock } from "../../../platform/clock.ts";
import type { Database } from "../../../platform/database/database.ts";
import { inTransaction } from "../../../platform/database/transaction.ts";
import { newId } from "../../../platform/ids.ts";
import { importAdvisories, importSignals, takeSbom } from "../../exposure/index.ts";
import { type Asset, addAsset } from "../../inventories/index.ts";
import { addOrganisation, korea, type Organisation } from "../../members/index.ts";
import { escalateDue } from "../clocks/escalate.ts";
import { drainExposures } from "../exposure/drain.ts";
import type { AlertGround } from "../ground.ts";
import { handOverDue } from "../on-call/hand-over.ts";
import { makeDigests } from "../people/digests.ts";
import type { Preference } from "../people/preference.ts";
import { setPreference } from "../people/preferences.ts";
import { alertsOf } from "../raise.ts";

/** What stands in the log of deliveries, in words: `email kim: raised CVE-1 @ 2026-11-20T00:00:00.000Z`. */
export interface Told {
  organisation: string;
  channel: string;
  recipient: string;
  notice: string;
  keys: string[];
  due: string;
  language: string;
}

/** Organisations, their people and what happens to them, without the faces of the hub. */
export function sceneOf(database: Database, start = "2026-11-20T00:00:00Z") {
  const clock = manualClock(start);
  const { kysely } = database;
  const ground: AlertGround = { database, clock, zone: "Asia/Seoul" };

  const organisation = (handle: string, sector = "finance"): Promise<Organisation> =>
    addOrganisation(kysely, clock, korea, { handle, name: { en: handle, ko: handle }, sector, region: "KR-11" });

  async function person(name: string, of: Organisation, role: Role = "analyst", { sector = "", language = "ko" } = {}) {
    const id = newId(clock.now());
    await sql`
      insert into person (id, name, email, language, created_at, updated_at)
      values (${id}, ${name}, ${`${name}@example.org`}, ${language}, ${clock.now()}, ${clock.now()})
    `.execute(kysely);
    await join(id, of, role, sector);
    return id;
  }

  const join = (id: string, of: Pick<Organisation, "id">, role: Role, sector = "") =>
    sql`insert into membership (organisation, person, role, sector, since)
      values (${of.id}, ${id}, ${role}, ${sector}, ${clock.now()})`.execute(kysely);

  const asset = (of: Organisation, name: string, criticality = "high", network = "internet"): Promise<Asset> =>
    addAsset(kysely, clock, of, { name, criticality, network } as never);

  async function install(on: Asset, purls: readonly string[]): Promise<void> {
    const original = cyclonedx(purls);
    await takeSbom(database, clock, on, { file: "bom.json", sbom: await readSbom(original, {}), original });
  }

  async function advise(...sketches: OsvSketch[]): Promise<void> {
    const inputs = sketches.map((sketch) => {
      const original = osv(sketch);
      return { document: readAdvisories(original, {}), original, provenance: `${sketch.id}.json` };
    });
    await importAdvisories(database, clock, inputs);
  }

  const exploit = (...names: string[]) => importSignals(database, clock, readAdvisories(kev(names), {}));

  async function drain(): Promise<void> {
    while (await drainExposures(ground));
  }

  /** What the minute brings. */
  async function tick(): Promise<void> {
    for (const work of [handOverDue, escalateDue, makeDigests]) while (await work(ground));
  }

  /** What was told, in a fixed order. */
  async function told(): Promise<Told[]> {
    const { rows } = await sql<Omit<Told, "due"> & { due: Date }>`
      select o.handle as organisation, d.channel, d.recipient, d.notice, d.due_at as due, d.language,
        array(select a.key from unnest(d.alerts) with ordinality as named(id, place)
          join alert a on a.organisation = d.organisation and a.id = named.id order by named.place) as keys
      from alert_delivery d join organisation o on o.id = d.organisation
      order by o.handle, d.channel, d.recipient, d.due_at, d.notice, d.alerts
    `.execute(kysely);
    return rows.map((row) => ({ ...row, due: row.due.toISOString() }));
  }

  /** The same in lines, of one channel: `kim@example.org raised CVE-1`. */
  const lines = async (channel: string): Promise<string[]> =>
    (await told())
      .filter((one) => one.channel === channel)
      .map(({ recipient, notice, keys }) => `${recipient} ${notice} ${keys.join(" ")}`.trim());

  const alerts = async () =>
    (
      await sql<{ line: string }>`
        select concat_ws(' ', o.handle, a.topic, a.key, a.state, a.urgency) as line
        from alert a join organisation o on o.id = a.organisation order by 1
      `.execute(kysely)
    ).rows.map(({ line }) => line);

  const prefer = (id: string, preference: Preference) => setPreference(kysely, clock.now(), id, preference);

  const ports = alertsOf(ground);
  const raise = (drafts: Parameters<typeof ports.raise>[2]) =>
    inTransaction(database, (transaction) => ports.raise(transaction, clock, drafts));
  const settle = (refs: Parameters<typeof ports.settle>[2]) =>
    inTransaction(database, (transaction) => ports.settle(transaction, clock, refs));

  return {
    ...{ clock, database, ground, organisation, person, join, asset, install, advise, exploit, drain, tick },
    ...{ told, lines, alerts, prefer, raise, settle },
  };
}

/** The usual preference with some of it changed, in Seoul. */
export const preferring = (change: Partial<Preference>): Preference => ({
  topics: {},
  quiet: null,
  pierce: 3,
  digest: { zone: "Asia/Seoul", every: "day", day: 1, at: "08:00" },
  ...change,
});
