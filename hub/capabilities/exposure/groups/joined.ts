import { type RawBuilder, sql } from "kysely";
import { type ExposureFilters, exposuresFound } from "../filters.ts";

/**
 * Exposures `e` with what the filters and the figures ask for, and no more: figures go through all of an organisation's
 * exposures, where each join costs as much again. With `versions`, the package version `v` as well.
 */
export function joinedFor(only: ExposureFilters, { versions = false } = {}): RawBuilder<unknown> {
  const isThere = only.package !== undefined || only.search !== undefined;
  return sql`${exposuresFound(only)}
    join organisation o on o.id = e.organisation
    ${versions && !isThere ? sql`join package_version v on v.id = e.package_version` : sql``}`;
}
