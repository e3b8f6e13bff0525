import { resendDelivery as contract } from "@bongsu/contracts";
import { operation } from "../../../../kernel/index.ts";
import { findOrganisation } from "../../../members/index.ts";
import { heldDelivery, showOne } from "../log.ts";
import { deliveryProblems } from "../problems.ts";
import { putBack, resendable } from "../wake.ts";

export const resendDelivery = operation(contract, async (context, { organisation, delivery }) => {
  const { database, now } = context;
  const { id } = await findOrganisation(database, organisation);
  const { state } = await heldDelivery(database, id, delivery);
  if (!(resendable as readonly string[]).includes(state)) {
    throw deliveryProblems.error("alerts.not-resendable", { state });
  }
  await putBack(database, now, id, [delivery]);
  context.note({ subject: { kind: "alert-delivery", id: delivery }, details: { before: state } });
  return showOne(database, id, delivery);
});
