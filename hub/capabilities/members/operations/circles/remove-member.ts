import { removeFromCircle as contract } from "@bongsu/contracts";
import { operation } from "../../../../kernel/index.ts";
import { removeMember } from "../../circles/index.ts";
import { circleFor, memberNamed, tellCircle } from "./deed.ts";

export const removeFromCircle = operation(contract, async (context, { circle: handle, member: name }) => {
  const { circle, doer } = await circleFor(context, handle);
  const member = await memberNamed(context, name);
  await removeMember(context.database, context.now, circle, doer, member);
  await tellCircle(context, circle, "left");
  await context.emit({
    kind: "circles.left",
    organisation: member.id,
    subject: { kind: "circle", id: circle.handle },
    data: { organisation: name },
  });
  return { member: name };
});
