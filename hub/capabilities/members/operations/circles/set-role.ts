import { setCircleRole as contract } from "@bongsu/contracts";
import { operation } from "../../../../kernel/index.ts";
import { memberAt, presentMember, setRole } from "../../circles/index.ts";
import { circleFor, memberNamed, tellCircle } from "./deed.ts";

export const setCircleRole = operation(contract, async (context, { circle: handle, member: name, role }) => {
  const { circle, doer } = await circleFor(context, handle);
  const member = await memberNamed(context, name);
  await setRole(context.database, context.now, circle, doer, member, role);
  await tellCircle(context, circle, "role-changed");
  return presentMember(await memberAt(context.database, circle.handle, name));
});
