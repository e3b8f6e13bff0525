import { setting } from "./settings.ts";

/** An SQL pattern: the text that only a UUID has, so that nothing else is read as one. */
export const uuidPattern = "'^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'";

/** Where the rule finds what it knows of a viewer: SQL expressions. */
export interface ViewerSql {
  person: string;
  organisations: string;
  providers: string;
  circles: string;
  providerCircles: string;
  now: string;
}

/** The viewer whom the transaction's settings describe. */
const settingsViewer: ViewerSql = {
  person: setting("person"),
  organisations: setting("organisations"),
  providers: setting("providers"),
  circles: setting("circles"),
  providerCircles: setting("provider_circles"),
  now: setting("now"),
};

/**
 * The one rule as SQL, over the marking columns of `table` (a table's name or alias). It says what `maySee` of
 * `@bongsu/markings` says; a test holds the two together. What it knows of the viewer it asks as rarely as it can: each
 * time costs in every query's planning. Where nothing is known of him, only CLEAR without an embargo is true.
 */
export function maySeeSql(table: string, viewer: ViewerSql = settingsViewer): string {
  const { person, organisations, providers, circles, providerCircles, now } = viewer;
  const [byOrganisation, byCircle] = [`${table}.audience_organisations`, `${table}.audience_circles`];
  const embargoed = `coalesce(${table}.embargo_until > ${now}, ${table}.embargo_until is not null)`;
  // What most rows are, and what needs no list of organisations, stands first.
  return `case
    when ${table}.tlp in ('CLEAR', 'GREEN') and not ${embargoed}
      then ${table}.tlp = 'CLEAR' or cardinality(${organisations}) > 0
    when ${table}.tlp = 'RED' then ${person} = any(${table}.named || ${table}.author)
    when ${organisations} && (case when ${table}.tlp is null then '{}' else ${byOrganisation} end || ${table}.owner) then true
    when ${table}.tlp is null then false
    when ${circles} && ${byCircle} then true
    when ${table}.tlp = 'AMBER' and not ${embargoed} then ${byOrganisation} && ${providers} or ${byCircle} && ${providerCircles}
    else false
  end`;
}
