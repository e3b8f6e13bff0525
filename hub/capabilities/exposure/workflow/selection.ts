import { type exposureKey, mostExposures, type selection } from "@bongsu/contracts";
import { sql } from "kysely";
import type { z } from "zod";
import type { Executor } from "../../../platform/database/database.ts";
import { type Asking, exposuresFound, filterConditions } from "../filters.ts";
import { exposureProblems } from "../problems.ts";

export type ExposureKey = z.output<typeof exposureKey>;

/** Which exposures an action means, as its caller says. */
export type Selection = { [Name in keyof typeof selection]: z.output<(typeof selection)[Name]> };

export const keyText = ({ asset, packageVersion, vulnerability }: ExposureKey): string =>
  `${asset} ${packageVersion} ${vulnerability}`;

/**
 * The keys that an action means. By filters: all that the list shows in the organisation, if it still is as many as the
 * caller saw. Throws `exposure.nothing-selected`, `exposure.too-many-selected`, `exposure.selection-conflict`.
 */
export async function keysOf(
  seen: Executor,
  handle: string,
  { exposures, where, expected }: Selection,
  asking: Asking,
): Promise<ExposureKey[]> {
  if (exposures !== undefined && where === undefined) {
    const keys = exposures.map(({ asset, packageVersion, vulnerability }) => ({
      asset: asset.toLowerCase(),
      packageVersion: packageVersion.toLowerCase(),
      vulnerability,
    }));
    return [...new Map(keys.map((key) => [keyText(key), key])).values()];
  }
  if (where === undefined || exposures !== undefined || expected === undefined) {
    throw exposureProblems.error("exposure.nothing-selected");
  }
  const conditions = await filterConditions(seen, { ...where, organisation: handle }, asking);
  const { rows } = await sql<ExposureKey>`
    select e.asset, e.package_version as "packageVersion", e.vulnerability from ${exposuresFound(where)}
    where ${conditions} limit ${mostExposures + 1}
  `.execute(seen);
  if (rows.length > mostExposures) {
    throw exposureProblems.error("exposure.too-many-selected", { most: mostExposures });
  }
  if (rows.length !== expected) {
    throw exposureProblems.error("exposure.selection-conflict", { expected, found: rows.length });
  }
  return rows;
}
