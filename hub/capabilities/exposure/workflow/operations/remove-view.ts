import { removeView as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { operation } from "../../../../kernel/index.ts";
import { organisationSeen } from "../../../inventories/index.ts";
import { lockViews, presentView, requireMayKeep, viewMeant } from "../views.ts";

export const removeView = operation(contract, async (context, { organisation: handle, view: id }) => {
  const { database, actor } = context;
  await lockViews(database, await context.seen((seen) => organisationSeen(seen, handle)));
  const { organisation, view } = await viewMeant(context, handle, id);
  const shown = presentView(view, actor);
  context.expect(shown);
  requireMayKeep(actor, handle, shown);
  await sql`delete from exposure_view_choice where organisation = ${organisation} and view = ${id}`.execute(database);
  await sql`delete from exposure_view where organisation = ${organisation} and id = ${id}`.execute(database);
  context.note({ subject: { kind: "exposure-view", id } });
  return shown;
});
