import { isText } from "./json.ts";
import { type Found, selectFrom } from "./select.ts";

/** The lists of `product_status` by the group that they form (section 3.2.4.12). `recommended` is in no group. */
export const statusGroups = {
  Affected: ["first_affected", "known_affected", "last_affected"],
  "Not affected": ["known_not_affected"],
  Fixed: ["first_fixed", "fixed"],
  "Under investigation": ["under_investigation"],
  Unknown: ["unknown"],
} as const;

export type StatusGroup = keyof typeof statusGroups;

/** A product in a status list of one vulnerability. */
export interface StatusEntry {
  path: string;
  product: string;
  group: StatusGroup;
}

/** The entries of a vulnerability's status lists that belong to these groups (none named: to any group). */
export function statusEntries(vulnerability: Found, ...groups: StatusGroup[]): StatusEntry[] {
  const wanted = groups.length === 0 ? (Object.keys(statusGroups) as StatusGroup[]) : groups;
  return wanted.flatMap((group) =>
    statusGroups[group]
      .flatMap((list) => selectFrom(vulnerability, `$.product_status.${list}[*]`))
      .flatMap(({ path, value }) => (isText(value) ? [{ path, product: value, group }] : [])),
  );
}
