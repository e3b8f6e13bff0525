import type { Text } from "@bongsu/base";
import { packageIdentity, parsePurl } from "@bongsu/versions";
import { type RawBuilder, sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { storableName } from "../../platform/database/document-texts.ts";
import { rowsAs } from "../../platform/database/rows.ts";
import { nameKey, vulnerabilitiesNamed } from "../advisories/index.ts";
import { packageId, storableIdentity } from "../inventories/index.ts";
import { exposureProblems } from "./problems.ts";
import { type Decision, decisions } from "./ssvc.ts";

/** One advisory's reason for an exposure. */
export interface Why {
  advisory: string;
  /** `interval`, `listed` (one by one) or `all-versions`. */
  reason: string;
  /** The interval in words, or the listed version. */
  range: string;
  fixedVersion: string | null;
}

/** Who is exposed, where, since when, fixed by what, how urgent, and why. */
export interface ExposureView {
  organisation: { handle: string; name: Text; sector: string; region: string };
  asset: { name: string; criticality: string; network: string };
  package: { ecosystem: string; release: string; name: string };
  version: string;
  /** The version's place in its ecosystem's order; null where it cannot be parsed. */
  key: string | null;
  vulnerability: string;
  title: string | null;
  state: string;
  stateAt: Date;
  since: Date;
  fixedVersion: string | null;
  priority: {
    decision: Decision;
    rating: string;
    score: number | null;
    exploited: boolean;
    epss: number | null;
  };
  why: Why[];
  /** Every state since it opened, the present one last; empty where it was not asked for. */
  history: PastState[];
}

/** A state that an exposure came into: when, and by which cause (`advisory`, `sbom 3`, `vex`, `signals` …). */
export interface PastState {
  state: string;
  at: Date;
  cause: string;
}

interface Row {
  organisation_id: string;
  asset_id: string;
  cause: string;
  handle: string;
  name_en: string;
  name_ko: string;
  sector: string;
  region: string;
  asset: string;
  criticality: string;
  network: string;
  ecosystem: string;
  release: string;
  package: string;
  package_version: string;
  version: string;
  key: string | null;
  vulnerability: string;
  title: string | null;
  rating: string;
  score: number | null;
  exploitation: string;
  epss: number | null;
  state: string;
  state_at: Date;
  since: Date;
  fixed_version: string | null;
  decision: number;
}

/** What `exposed` is asked about. */
export type Question = { vulnerability: string } | { purl: string };

async function condition(database: Executor, question: Question): Promise<RawBuilder<unknown>> {
  if ("purl" in question) {
    const named = packageIdentity(parsePurl(question.purl));
    if (named.identity === null) throw exposureProblems.error("exposure.unknown", { name: question.purl });
    const version = named.version === null ? sql`true` : sql`v.version = ${storableName(named.version)}`;
    return sql`v.package = ${packageId(storableIdentity(named.identity))} and ${version}`;
  }
  const [vulnerability] = await vulnerabilitiesNamed(database, [nameKey(question.vulnerability)]);
  if (vulnerability === undefined) throw exposureProblems.error("exposure.unknown", { name: question.vulnerability });
  return sql`e.vulnerability = ${vulnerability}`;
}

async function whyOf(database: Executor, rows: readonly Row[]): Promise<Map<string, Why[]>> {
  const pairs = [...new Map(rows.map((row) => [`${row.package_version} ${row.vulnerability}`, row])).values()];
  const { rows: reasons } = await sql<Why & { package_version: string; vulnerability: string }>`
    select m.package_version, a.vulnerability, a.name as advisory, m.reason, m.range, m.fixed_version as "fixedVersion"
    from ${rowsAs({ package_version: "uuid", vulnerability: "text" }, pairs)} as pair
    join affected_package_version m on m.package_version = pair.package_version
    join advisory a on a.id = m.advisory and a.vulnerability = pair.vulnerability
    where a.withdrawn is null
    order by a.name
  `.execute(database);
  const why = new Map<string, Why[]>();
  for (const { package_version, vulnerability, ...reason } of reasons) {
    const key = `${package_version} ${vulnerability}`;
    why.set(key, [...(why.get(key) ?? []), reason]);
  }
  return why;
}

type ExposureKey = Pick<Row, "organisation_id" | "asset_id" | "package_version" | "vulnerability">;

const keyOf = (row: ExposureKey): string =>
  [row.organisation_id, row.asset_id, row.package_version, row.vulnerability].join(" ");

/** The states that the exposures left, in their order. */
async function pastOf(database: Executor, rows: readonly Row[]): Promise<Map<string, PastState[]>> {
  const columns = {
    organisation_id: "uuid",
    asset_id: "uuid",
    package_version: "uuid",
    vulnerability: "text",
  } as const;
  const { rows: events } = await sql<ExposureKey & PastState>`
    select wanted.organisation_id, wanted.asset_id, wanted.package_version, wanted.vulnerability,
      h.state_before as state, h.before_at as at, h.before_cause as cause
    from ${rowsAs(columns, rows)} as wanted
    join exposure_event h on h.organisation = wanted.organisation_id and h.asset = wanted.asset_id
      and h.package_version = wanted.package_version and h.vulnerability = wanted.vulnerability
    where h.state <> h.state_before
    order by h.at, h.step, h.before_at, h.id
  `.execute(database);
  const past = new Map<string, PastState[]>();
  for (const { state, at, cause, ...key } of events) {
    past.set(keyOf(key), [...(past.get(keyOf(key)) ?? []), { state, at, cause }]);
  }
  return past;
}

/**
 * Who is exposed to a vulnerability (by any of its names), or through a package (with or without a version).
 * Urgent ones first. Throws `exposure.unknown`.
 */
export async function exposed(
  database: Executor,
  question: Question,
  options: { states?: readonly string[]; history?: boolean } = {},
): Promise<ExposureView[]> {
  const where = await condition(database, question);
  const states = options.states ?? ["new", "acknowledged", "remediating", "accepted"];
  const { rows } = await sql<Row>`
    select e.organisation as organisation_id, e.asset as asset_id, e.cause, o.handle, o.name_en, o.name_ko, o.sector, o.region, s.name as asset, s.criticality, s.network,
      p.ecosystem, p.release, p.name as package, v.id as package_version, v.version, encode(v.key, 'hex') as key,
      e.vulnerability, x.title, x.rating, x.score, x.exploitation, x.epss,
      e.state, e.state_at, e.since, e.fixed_version, e.decision
    from exposure e
    join package_version v on v.id = e.package_version
    join package p on p.id = v.package
    join organisation o on o.id = e.organisation
    join asset s on s.organisation = e.organisation and s.id = e.asset
    join vulnerability x on x.name = e.vulnerability
    where ${where} and e.state in (${sql.join(states.map((state) => sql.lit(state)))})
    order by e.decision desc, x.score desc nulls last, e.vulnerability, o.handle, s.name, p.name, v.key
  `.execute(database);
  const why = await whyOf(database, rows);
  const past = options.history === true ? await pastOf(database, rows) : null;
  return rows.map((row) => ({
    organisation: {
      handle: row.handle,
      name: { en: row.name_en, ko: row.name_ko },
      sector: row.sector,
      region: row.region,
    },
    asset: { name: row.asset, criticality: row.criticality, network: row.network },
    package: { ecosystem: row.ecosystem, release: row.release, name: row.package },
    version: row.version,
    key: row.key,
    vulnerability: row.vulnerability,
    title: row.title,
    state: row.state,
    stateAt: row.state_at,
    since: row.since,
    fixedVersion: row.fixed_version,
    priority: {
      decision: decisions[row.decision] ?? "defer",
      rating: row.rating,
      score: row.score,
      exploited: row.exploitation === "active",
      epss: row.epss,
    },
    why: why.get(`${row.package_version} ${row.vulnerability}`) ?? [],
    history:
      past === null ? [] : [...(past.get(keyOf(row)) ?? []), { state: row.state, at: row.state_at, cause: row.cause }],
  }));
}
