import { askToJoin as contract } from "@bongsu/contracts";
import { operation } from "../../../../kernel/index.ts";
import { actingFor, administratorsOf, askToJoin as ask, invitationAt, presentInvitation } from "../../circles/index.ts";
import { circleFor } from "./deed.ts";

export const askToJoin = operation(contract, async (context, { circle: handle, organisation, message }) => {
  const member = { id: actingFor(context.actor, organisation), handle: organisation };
  const { circle, doer } = await circleFor(context, handle);
  await ask(context.database, context.now, circle, doer.person, { member, message });
  context.note({ organisation: member.id });
  await context.emit({
    kind: "circles.requested",
    organisation: member.id,
    subject: { kind: "circle", id: circle.handle },
    data: { organisation },
    marking: {
      owner: member.id,
      tlp: "AMBER+STRICT",
      audienceOrganisations: await administratorsOf(context.database, circle.id),
    },
  });
  return presentInvitation(await invitationAt(context.database, circle.handle, organisation));
});
