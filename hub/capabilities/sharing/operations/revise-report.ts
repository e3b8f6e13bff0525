import { reviseReport as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { reviseReport as revise } from "../reports/revise.ts";
import { idsOfAssets } from "./assets.ts";
import { readReport } from "./reading.ts";
import { sharerFor } from "./sharer.ts";

export const reviseReport = operation(contract, async (context, { report: id, references, ...changes }) => {
  const before = await readReport(context, id);
  context.expect(before);
  const sharer = sharerFor(context, before.owner.handle);
  const given = { kind: changes.kind, title: changes.title, text: changes.text };
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const targets = references === undefined ? {} : { references: await idsOfAssets(context, references) };
  const { event } = await revise(context.database, sharer, id, { ...said, ...targets }, context.now);
  await context.emit(event);
  return readReport(context, id);
});
