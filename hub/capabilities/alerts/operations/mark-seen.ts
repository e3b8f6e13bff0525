import { markSeen as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { findOrganisation } from "../../members/index.ts";
import { alertProblems } from "../problems.ts";
import { noteSeen } from "../seen.ts";

export const markSeen = operation(contract, async (context, { organisation: handle, alerts }) => {
  const { actor, database, now } = context;
  if (actor.kind !== "person") throw alertProblems.error("alerts.not-permitted-to-machines");
  const { id } = await findOrganisation(database, handle);
  return { seen: await noteSeen(database, now, { organisation: id, person: actor.person, alerts }) };
});
