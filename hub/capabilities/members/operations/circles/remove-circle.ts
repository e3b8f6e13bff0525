import { removeCircle as contract } from "@bongsu/contracts";
import { operation } from "../../../../kernel/index.ts";
import { removeCircle as remove } from "../../circles/index.ts";
import { circleFor } from "./deed.ts";

export const removeCircle = operation(contract, async (context, { circle: handle }) => {
  const { circle, doer } = await circleFor(context, handle);
  await remove(context.database, circle, doer);
  return { circle: circle.handle };
});
