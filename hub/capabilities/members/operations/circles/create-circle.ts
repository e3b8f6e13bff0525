import { createCircle as contract } from "@bongsu/contracts";
import { operation } from "../../../../kernel/index.ts";
import { actingFor, createCircle as create, doerOf, presentCircle, seeCircle } from "../../circles/index.ts";
import { ownOf } from "./deed.ts";

export const createCircle = operation(contract, async (context, { organisation: handle, ...input }) => {
  const organisation = actingFor(context.actor, handle);
  const { person } = doerOf(context.actor);
  const made = await create(context.database, context.now, { organisation, person }, input);
  context.note({ subject: { kind: "circle", id: made.handle }, organisation });
  return context.seen(async (database) => presentCircle(await seeCircle(database, ownOf(context), made.handle)));
});
