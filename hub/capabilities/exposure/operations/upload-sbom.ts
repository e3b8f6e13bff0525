import { uploadSbom as contract } from "@bongsu/contracts";
import { readSbom } from "@bongsu/sbom";
import { operation } from "../../../kernel/index.ts";
import { assetSeen, lockAsset } from "../../inventories/index.ts";
import { importStatementsIn, takeSbomIn } from "../causes.ts";
import { embeddedStatements } from "../embedded.ts";
import { lockMatching } from "../locks.ts";
import { noCounts, sumCounts } from "../refresh.ts";
import { countsOf, problemsShown, tellExposures } from "../told.ts";

export const uploadSbom = operation(contract, async (context, { organisation, asset: named, file, document }) => {
  const { database, clock } = context;
  const asset = await context.seen((seen) => assetSeen(seen, organisation, named));
  const sbom = await readSbom(document, { file, maxBytes: context.services.config.maxBody });
  const embedded = embeddedStatements(sbom, file);
  // Statements take the lock alone; to ask for that while sharing it could wait for another who does the same.
  await lockMatching(database, embedded === null ? "inventory" : "world");
  await lockAsset(database, asset);
  const taken = await takeSbomIn(database, clock, asset, { file, sbom, original: document });
  const scope = { organisation: null, asset };
  const vex = embedded === null ? null : await importStatementsIn(database, clock, scope, embedded);
  const counts = sumCounts([taken, vex ?? noCounts()]);
  const { revision, unchanged, components, matchable } = taken;
  const problems = [...taken.problems, ...(embedded?.problems ?? []), ...(vex?.problems ?? [])];
  for (const problem of problems) context.warn(problem);
  context.note({ subject: { kind: "asset", id: asset.id }, details: { revision, unchanged, components } });
  if (!unchanged) {
    await context.emit({
      kind: "inventories.changed",
      organisation: asset.organisation,
      subject: { kind: "asset", id: asset.id },
      data: { change: "sbom", revision, components, matchable },
    });
  }
  await tellExposures(context, counts, "sbom");
  const exposures = countsOf(counts, asset.organisation);
  return { revision, unchanged, components, matchable, exposures, ...problemsShown(problems) };
});
