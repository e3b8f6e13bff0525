import { declineToCircle as contract } from "@bongsu/contracts";
import { operation } from "../../../../kernel/index.ts";
import { decline } from "../../circles/index.ts";
import { circleFor, memberNamed } from "./deed.ts";

export const declineToCircle = operation(contract, async (context, { circle: handle, member: name }) => {
  const { circle, doer } = await circleFor(context, handle);
  const member = await memberNamed(context, name);
  await decline(context.database, context.now, circle, doer, member);
  await context.emit({
    kind: "circles.declined",
    organisation: member.id,
    subject: { kind: "circle", id: circle.handle },
  });
  return { member: name };
});
