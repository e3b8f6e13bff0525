import { changeCircle as contract } from "@bongsu/contracts";
import { operation } from "../../../../kernel/index.ts";
import { changeCircle as change, presentCircle, seeCircle } from "../../circles/index.ts";
import { circleFor, ownOf, tellCircle } from "./deed.ts";

export const changeCircle = operation(contract, async (context, { circle: handle, ...changes }) => {
  const { circle, doer } = await circleFor(context, handle);
  const seen = () =>
    context.seen(async (database) => presentCircle(await seeCircle(database, ownOf(context), circle.handle)));
  context.expect(await seen());
  await change(context.database, context.now, circle, doer, changes);
  await tellCircle(context, circle, "changed");
  return seen();
});
