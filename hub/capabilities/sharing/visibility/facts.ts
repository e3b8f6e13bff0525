import { memberRole } from "./role.ts";

/**
 * What the rule asks about viewers, read from the members' tables at this moment, for many viewers at once: in the n-th
 * place a person or the organisation of a service account. A person who is suspended, or belongs to no active
 * organisation, is nobody in particular.
 */
export const factsFunction = `
  create function visibility.facts(people uuid[], accounts uuid[])
  returns table (viewer integer, person uuid, organisations uuid[], providers uuid[], circles uuid[], provider_circles uuid[])
  language sql stable
  as $$
    with asked as (
      select a.n::integer as viewer, a.person, a.account
      from unnest(people, accounts) with ordinality as a(person, account, n)
    ),
    own as materialized (
      select a.viewer, m.organisation
      from asked a
      join public.person p on p.id = a.person and p.status = 'active'
      join public.membership m on m.person = p.id
      join public.organisation o on o.id = m.organisation and o.status = 'active'
      union
      select a.viewer, o.id
      from asked a join public.organisation o on o.id = a.account and o.status = 'active'
    ),
    serving as materialized (
      select distinct own.viewer, c.provider as organisation
      from own
      join public.client_organisation c on c.client = own.organisation
      join public.organisation o on o.id = c.provider and o.status = 'active'
    )
    select a.viewer, case when o.ids is not null then a.person end, coalesce(o.ids, '{}'), coalesce(s.ids, '{}'),
      coalesce(c.ids, '{}'), coalesce(sc.ids, '{}')
    from asked a
    left join (select own.viewer, array_agg(own.organisation) as ids from own group by 1) o on o.viewer = a.viewer
    left join (select s.viewer, array_agg(s.organisation) as ids from serving s group by 1) s on s.viewer = a.viewer
    left join (
      select own.viewer, array_agg(distinct m.circle) as ids
      from own join public.circle_member m on m.organisation = own.organisation group by 1
    ) c on c.viewer = a.viewer
    left join (
      select s.viewer, array_agg(distinct m.circle) as ids
      from serving s join public.circle_member m on m.organisation = s.organisation group by 1
    ) sc on sc.viewer = a.viewer
  $$`;

/** Organisations that disclose at least so much to the coordinator whose sectors and reach the function was told. */
const disclosing = (levels: string): string => `
  select o.id from public.organisation o
  left join public.disclosure d on d.organisation = o.id and d.coordinator = 'sector'
  where o.status = 'active' and o.sector = any(sectors) and coalesce(d.level, 'status') in (${levels})
  union
  select o.id from public.organisation o
  join public.disclosure d on d.organisation = o.id and d.coordinator = 'national'
  where nation and o.status = 'active' and d.level in (${levels})
  union
  select unnest(facts.organisations)`;

const tell = (name: string, value: string): string => `perform set_config('bongsu.${name}', ${value}, true);`;

/**
 * From here to the end of the transaction, or to `leaveViewer`, statements read as this viewer. The role is put off
 * first, so that entering twice reads the members' tables as the hub both times.
 */
export const enterFunction = `
  create function visibility.enter(person uuid, organisation uuid, at text) returns void language plpgsql as $$
  declare
    facts record;
    sectors text[];
    nation boolean;
    administers boolean;
    inventories uuid[];
    statuses uuid[];
  begin
    perform set_config('role', 'none', true);
    select * into facts from visibility.facts(array[person], array[organisation]);
    select coalesce(array_agg(distinct m.sector) filter (where m.role = 'sector-coordinator'), '{}'),
      coalesce(bool_or(m.role = 'national-coordinator'), false), coalesce(bool_or(m.role = 'hub-administrator'), false)
    into sectors, nation, administers
    from public.membership m where m.person = facts.person and m.organisation = any(facts.organisations);
    inventories := facts.organisations;
    statuses := facts.organisations;
    if nation or cardinality(sectors) > 0 then
      inventories := array(${disclosing("'components'")});
      statuses := array(${disclosing("'status', 'components'")});
    end if;
    ${tell("person", "coalesce(facts.person::text, '')")}
    ${tell("organisations", "facts.organisations::text")}
    ${tell("providers", "facts.providers::text")}
    ${tell("circles", "facts.circles::text")}
    ${tell("provider_circles", "facts.provider_circles::text")}
    ${tell("inventories", "inventories::text")}
    ${tell("statuses", "statuses::text")}
    ${tell("coordinates", "(case when nation then array['*'] else sectors end)::text")}
    ${tell("administers", "administers::text")}
    ${tell("now", "at")}
    perform set_config('role', '${memberRole}', true);
  end $$`;
