import { withdrawReport as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { withdrawReport as withdraw } from "../reports/revise.ts";
import { readReport } from "./reading.ts";
import { sharerFor } from "./sharer.ts";

export const withdrawReport = operation(contract, async (context, { report: id }) => {
  const before = await readReport(context, id);
  context.expect(before);
  const { event } = await withdraw(context.database, sharerFor(context, before.owner.handle), id, context.now);
  await context.emit(event);
  return readReport(context, id);
});
