import type { exposureLine } from "@bongsu/contracts";
import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import { decisions } from "./ssvc.ts";

type Shown = z.output<typeof exposureLine>;

/** A row of an exposure, with what sorts it. */
export type ExposureRow = Omit<Shown, "organisation" | "asset" | "package" | "decision" | "assignee"> &
  Omit<Shown["asset"], "id" | "name"> & {
    handle: string;
    organisation_id: string;
    asset_id: string;
    asset: string;
    ecosystem: string;
    release: string;
    package: string;
    decision: number;
    assignee_id: string | null;
    assignee_name: string | null;
  };

/** Exposures `e` of a source with all that their lines tell. A vulnerability that no advisory speaks of any more has no row `x`. */
export const detailsOf = (source: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  ${source}
  join package_version v on v.id = e.package_version
  join package p on p.id = v.package
  join organisation o on o.id = e.organisation
  join asset s on s.organisation = e.organisation and s.id = e.asset
  left join vulnerability x on x.name = e.vulnerability
`;

export const exposuresJoined = detailsOf(sql`exposure e`);

/** Who sees to them, as far as the viewer may know people there; over exposures `e`. */
export const assigneeJoined = sql`left join person w on w.id = e.assignee`;

export const ratingOf = sql`coalesce(x.rating, 'unknown')`;
export const exploitationOf = sql`coalesce(x.exploitation, 'none')`;

/** A missing score stands below every other. */
export const scoreOf = sql`coalesce(x.score, -1)`;

/** What a line tells, of `exposuresJoined` and `assigneeJoined`. */
export const exposureColumns = sql`
  o.handle, e.organisation as organisation_id, e.asset as asset_id, s.name as asset, s.criticality, s.network,
  p.ecosystem, p.release, p.name as package, e.package_version as "packageVersion", v.version, e.vulnerability, x.title,
  e.state, e.state_at as "stateAt", e.since, e.fixed_version as "fixedVersion", e.decision, ${ratingOf} as rating,
  x.score, ${exploitationOf} as exploitation, x.epss, w.id as assignee_id, w.name as assignee_name, e.due_at as "dueAt",
  e.due_set as "dueSet", e.planned_for as "plannedFor", e.accepted_until as "acceptedUntil", e.declared
`;

export function presentExposure(row: ExposureRow): Shown {
  const { handle, organisation_id: _, asset_id, asset, criticality, network, ...rest } = row;
  const { ecosystem, release, package: name, decision, assignee_id, assignee_name, ...facts } = rest;
  return {
    ...facts,
    organisation: handle,
    asset: { id: asset_id, name: asset, criticality, network },
    package: { ecosystem, release, name },
    decision: decisions[decision] ?? "defer",
    assignee: assignee_id === null || assignee_name === null ? null : { id: assignee_id, name: assignee_name },
  };
}
