import { admitToCircle as contract } from "@bongsu/contracts";
import { operation } from "../../../../kernel/index.ts";
import { admit, memberAt, presentMember } from "../../circles/index.ts";
import { circleFor, memberNamed, tellCircle } from "./deed.ts";

export const admitToCircle = operation(contract, async (context, { circle: handle, member: name }) => {
  const { circle, doer } = await circleFor(context, handle);
  const member = await memberNamed(context, name);
  await admit(context.database, context.now, circle, doer, member);
  await tellCircle(context, circle, "joined");
  return presentMember(await memberAt(context.database, circle.handle, name));
});
