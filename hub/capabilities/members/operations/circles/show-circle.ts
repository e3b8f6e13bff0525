import { showCircle as contract } from "@bongsu/contracts";
import { operation } from "../../../../kernel/index.ts";
import { presentCircle, seeCircle } from "../../circles/index.ts";
import { ownOf } from "./deed.ts";

export const showCircle = operation(contract, (context, { circle }) =>
  context.seen(async (database) => presentCircle(await seeCircle(database, ownOf(context), circle))),
);
