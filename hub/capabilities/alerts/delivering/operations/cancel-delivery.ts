import { cancelDelivery as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { operation } from "../../../../kernel/index.ts";
import { findOrganisation } from "../../../members/index.ts";
import { heldDelivery, showOne } from "../log.ts";
import { deliveryProblems } from "../problems.ts";

export const cancelDelivery = operation(contract, async (context, { organisation, delivery }) => {
  const { database } = context;
  const { id } = await findOrganisation(database, organisation);
  const { state } = await heldDelivery(database, id, delivery);
  if (state !== "waiting") throw deliveryProblems.error("alerts.not-cancellable", { state });
  await sql`
    update alert_delivery set state = 'cancelled' where organisation = ${id} and id = ${delivery}
  `.execute(database);
  context.note({ subject: { kind: "alert-delivery", id: delivery } });
  return showOne(database, id, delivery);
});
