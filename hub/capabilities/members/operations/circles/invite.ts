import { inviteToCircle as contract } from "@bongsu/contracts";
import { operation } from "../../../../kernel/index.ts";
import { invitationAt, invite, presentInvitation } from "../../circles/index.ts";
import { circleFor, memberNamed } from "./deed.ts";

export const inviteToCircle = operation(contract, async (context, { circle: handle, member: name, message }) => {
  const { circle, doer } = await circleFor(context, handle);
  const member = await memberNamed(context, name);
  await invite(context.database, context.now, circle, doer, { member, message });
  await context.emit({
    kind: "circles.invited",
    organisation: member.id,
    subject: { kind: "circle", id: circle.handle },
  });
  return presentInvitation(await invitationAt(context.database, circle.handle, name));
});
