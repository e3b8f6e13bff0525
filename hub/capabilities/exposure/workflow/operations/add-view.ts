import { addView as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { operation } from "../../../../kernel/index.ts";
import { newId } from "../../../../platform/ids.ts";
import { organisationSeen } from "../../../inventories/index.ts";
import { exposureProblems } from "../../problems.ts";
import {
  keptFilters,
  lockViews,
  mostViews,
  personOf,
  presentView,
  requireFreeName,
  requireMayKeep,
  viewsSeen,
} from "../views.ts";

export const addView = operation(contract, async (context, { organisation: handle, name, shared, ...given }) => {
  const { database, actor, now } = context;
  requireMayKeep(actor, handle, { shared });
  const organisation = await context.seen((seen) => organisationSeen(seen, handle));
  await lockViews(database, organisation);
  const views = await context.seen((seen) => viewsSeen(seen, organisation));
  requireFreeName(views, name);
  const person = personOf(actor);
  const alike = views.filter((one) => one.shared === shared);
  if (alike.length >= mostViews) throw exposureProblems.error("exposure.too-many-views", { most: mostViews });
  const { filters, sort, grouping } = given;
  const row = { id: newId(now), person, name, shared, sort, grouping, chosen: false };
  await sql`
    insert into exposure_view (organisation, id, person, name, shared, filters, sort, grouping, made_at)
    values (${organisation}, ${row.id}, ${person}, ${name}, ${shared}, ${keptFilters(filters)}::jsonb, ${sort}, ${grouping},
      ${now})
  `.execute(database);
  context.note({ subject: { kind: "exposure-view", id: row.id } });
  return { ...presentView({ ...row, filters: {} }, actor), filters };
});
