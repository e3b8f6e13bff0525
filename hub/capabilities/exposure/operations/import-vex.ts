import { readAdvisories } from "@bongsu/advisories";
import { importVex as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { advisoryHubProblems } from "../../advisories/index.ts";
import { assetSeen, lockAsset, organisationSeen } from "../../inventories/index.ts";
import { importStatementsIn } from "../causes.ts";
import { lockMatching } from "../locks.ts";
import { countsOf, problemsShown, tellExposures } from "../told.ts";

export const importVex = operation(contract, async (context, { organisation, asset: named, file, document: bytes }) => {
  const { database, clock } = context;
  const scope = await context.seen(async (seen) => {
    const asset = named === undefined ? null : await assetSeen(seen, organisation, named);
    return { organisation: asset?.organisation ?? (await organisationSeen(seen, organisation)), asset };
  });
  const document = readAdvisories(bytes, { file });
  if (document.statements.length === 0) throw advisoryHubProblems.error("advisories.nothing-within", {}, { file });
  await lockMatching(database, "world");
  if (scope.asset !== null) await lockAsset(database, scope.asset);
  const change = await importStatementsIn(database, clock, scope, document);
  const problems = [...document.problems, ...change.problems];
  for (const problem of problems) context.warn(problem);
  const { statements } = change;
  context.note({ subject: { kind: "document", id: file }, details: { statements } });
  await tellExposures(context, change, "vex");
  const exposures = countsOf(change, scope.organisation);
  return { format: document.format, statements, exposures, ...problemsShown(problems) };
});
