import { showSbomDifference as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { sbomDifference } from "../difference.ts";
import { noteForeign } from "../foreign.ts";
import { assetSeen } from "../seen.ts";

/** Packages that one answer lists of each kind. */
const most = 5_000;

export const showSbomDifference = operation(contract, async (context, { organisation, asset, from, to }) => {
  const { added, removed, changed } = await context.seen(async (database) =>
    sbomDifference(database, await assetSeen(database, organisation, asset), from, to),
  );
  noteForeign(context, [organisation]);
  return {
    from,
    to,
    added: added.slice(0, most),
    removed: removed.slice(0, most),
    changed: changed.slice(0, most),
    complete: Math.max(added.length, removed.length, changed.length) <= most,
  };
});
