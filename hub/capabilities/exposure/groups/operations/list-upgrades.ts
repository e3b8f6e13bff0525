import { listUpgrades as contract } from "@bongsu/contracts";
import { type KeyType, keysetOf, operation, pageFrom } from "../../../../kernel/index.ts";
import { noteForeign } from "../../../inventories/index.ts";
import { after } from "../figures.ts";
import { presentUpgrade } from "../present-upgrade.ts";
import { affections, knownPackages, type PackageRow, upgradeOrder, upgradePage } from "../upgrade-rows.ts";

const types: KeyType[] = ["integer", "integer", "integer", "uuid"];

const position = (row: PackageRow) => [row.fixableNow, row.fixable, row.exposures, row.package];

/** A page of packages by what exposures count; the targets are then worked out for those alone. */
export const listUpgrades = operation(contract, async (context, { cursor, limit, sort, ...only }) => {
  const begin = keysetOf(cursor, sort, types);
  const { packages, pairs, known, affected } = await context.seen(async (database) => {
    const page = await upgradePage(database, only, context, { after: after(upgradeOrder, begin), most: limit + 1 });
    const known = await knownPackages(
      database,
      page.packages.map((one) => one.package),
    );
    const affected = await affections(database, [...new Set(page.pairs.map(({ packageVersion }) => packageVersion))]);
    return { ...page, known, affected };
  });
  noteForeign(
    context,
    packages.flatMap(({ handles }) => handles),
  );
  const pairsOf = Map.groupBy(pairs, (pair) => pair.package);
  const nothing = { fixes: [], affected: [] };
  return pageFrom(packages, limit, sort, position, (row) =>
    presentUpgrade(row, pairsOf.get(row.package) ?? [], known.get(row.package) ?? nothing, affected),
  );
});
