import { smallestAggregate } from "@bongsu/markings";
import { memberRole } from "./role.ts";
import { isMember, setting } from "./settings.ts";

/** A view reads with the hub's rights: its own condition is what holds, and it stands before any other. */
const view = (name: string, query: string): string[] => [
  `create view visibility.${name} with (security_barrier = true) as ${query}`,
  `grant select on visibility.${name} to ${memberRole}`,
];

const open = `('new', 'acknowledged', 'remediating', 'accepted')`;

/** Coordinators, by the organisation's sector, and hub administrators. */
const looksAfter = `(o.sector = any(${setting("coordinates")}) or '*' = any(${setting("coordinates")})
  or ${setting("administers")})`;

/** What policies ask of other tables: a policy within a policy would be planned each time. */
export const viewsOfPolicies: readonly string[] = [
  ...view(
    "colleague",
    `select m.person from public.membership m where m.organisation = any(${setting("organisations")})`,
  ),
  ...view(
    "invitation",
    `select i.circle from public.circle_invitation i where i.organisation = any(${setting("organisations")})`,
  ),
];

export const firstViews: readonly string[] = [
  // How an organisation stands, without saying what it runs: what a coordinator sees who is told the status only.
  ...view(
    "exposure_status",
    `select e.organisation, e.vulnerability, e.state, count(*)::integer as exposures,
       count(distinct e.asset)::integer as assets, max(e.decision)::smallint as decision, min(e.since) as since
     from public.exposure e
     where e.organisation = any(${setting("statuses")})
     group by e.organisation, e.vulnerability, e.state`,
  ),
  // Figures by sector, each about at least five organisations that the viewer does not see one by one, or about none.
  ...view(
    "sector_situation",
    `select o.sector, count(distinct o.id)::integer as organisations,
       count(distinct e.organisation)::integer as exposed_organisations,
       count(distinct (e.organisation, e.asset)) filter (where e.asset is not null)::integer as exposed_assets,
       count(e.vulnerability) filter (where e.decision = 0)::integer as defer,
       count(e.vulnerability) filter (where e.decision = 1)::integer as scheduled,
       count(e.vulnerability) filter (where e.decision = 2)::integer as out_of_cycle,
       count(e.vulnerability) filter (where e.decision = 3)::integer as immediate
     from public.organisation o
     left join public.exposure e on e.organisation = o.id and e.state in ${open}
     where o.status = 'active' and ${isMember}
     group by o.sector
     having count(distinct o.id) filter (where o.id <> all(${setting("statuses")})) not between 1 and ${smallestAggregate - 1}`,
  ),
  ...view(
    "organisation_contact",
    `select o.id as organisation, o.contact_name, o.contact_email, o.contact_phone
     from public.organisation o where o.id = any(${setting("organisations")}) or ${looksAfter}`,
  ),
  ...view(
    "organisation_administrator",
    `select m.organisation, m.person, p.name, m.since
     from public.membership m
     join public.person p on p.id = m.person and p.status = 'active'
     join public.organisation o on o.id = m.organisation
     where m.role = 'organisation-administrator'
       and (m.organisation = any(${setting("organisations")}) or ${looksAfter})`,
  ),
];
