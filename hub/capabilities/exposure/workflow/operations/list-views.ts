import { listViews as contract } from "@bongsu/contracts";
import { operation } from "../../../../kernel/index.ts";
import { organisationSeen } from "../../../inventories/index.ts";
import { presentView, viewsSeen } from "../views.ts";

export const listViews = operation(contract, async (context, { organisation: handle }) => {
  const rows = await context.seen(async (seen) => viewsSeen(seen, await organisationSeen(seen, handle)));
  return { items: rows.map((row) => presentView(row, context.actor)) };
});
