import { setting } from "./settings.ts";

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
 * `@bongsu/markings` says; a test holds the two together. Where nothing is known of the viewer, only CLEAR is true.
 */
export function maySeeSql(table: string, viewer: ViewerSql = settingsViewer): string {
  const { person, organisations, providers, circles, providerCircles, now } = viewer;
  const [byOrganisation, byCircle] = [`${table}.audience_organisations`, `${table}.audience_circles`];
  const published = `(${table}.embargo_until is null or ${table}.embargo_until <= ${now})`;
  return `case
    when ${table}.tlp = 'RED' then ${table}.author = ${person} or ${person} = any(${table}.named)
    when ${table}.owner = any(${organisations}) then true
    when ${table}.tlp is null then false
    when ${table}.tlp = 'CLEAR' and ${published} then true
    when ${table}.tlp = 'GREEN' and ${published} then cardinality(${organisations}) > 0
    else ${byOrganisation} && ${organisations} or ${byCircle} && ${circles}
      or ${table}.tlp = 'AMBER' and ${published} and (${byOrganisation} && ${providers} or ${byCircle} && ${providerCircles})
  end`;
}
