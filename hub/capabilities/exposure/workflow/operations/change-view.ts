import { changeView as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { operation } from "../../../../kernel/index.ts";
import type { Executor } from "../../../../platform/database/database.ts";
import { organisationSeen } from "../../../inventories/index.ts";
import { exposureProblems } from "../../problems.ts";
import { keptFilters, lockViews, personOf, presentView, requireFreeName, requireMayKeep, viewMeant } from "../views.ts";

/** Each person has one default in an organisation, or none. */
async function choose(transaction: Executor, organisation: string, person: string, view: string, chosen: boolean) {
  if (chosen) {
    await sql`
      insert into exposure_view_choice (organisation, person, view) values (${organisation}, ${person}, ${view})
      on conflict (organisation, person) do update set view = excluded.view
    `.execute(transaction);
  } else {
    await sql`
      delete from exposure_view_choice where organisation = ${organisation} and person = ${person} and view = ${view}
    `.execute(transaction);
  }
}

export const changeView = operation(
  contract,
  async (context, { organisation: handle, view: id, chosen, ...change }) => {
    const { database, actor } = context;
    await lockViews(database, await context.seen((seen) => organisationSeen(seen, handle)));
    const { organisation, views, view } = await viewMeant(context, handle, id);
    const before = presentView(view, actor);
    context.expect(before);
    const changes = Object.values(change).some((value) => value !== undefined);
    const shared = change.shared ?? before.shared;
    const name = change.name ?? before.name;
    if (changes) {
      requireMayKeep(actor, handle, before);
      requireMayKeep(actor, handle, { shared });
      // Taken out of what all have, it stays with whoever does so.
      const person = shared ? view.person : (personOf(actor) ?? view.person);
      requireFreeName(views, name, id);
      await sql`
      update exposure_view set name = ${name}, shared = ${shared}, person = ${person},
        filters = ${keptFilters(change.filters ?? before.filters)}::jsonb, sort = ${change.sort ?? before.sort},
        grouping = ${change.grouping ?? before.grouping}
      where organisation = ${organisation} and id = ${id}
    `.execute(database);
    }
    const person = personOf(actor);
    if (chosen !== undefined) {
      if (person === null) throw exposureProblems.error("exposure.not-permitted-to-share-views");
      await choose(database, organisation, person, id, chosen);
    }
    context.note({ subject: { kind: "exposure-view", id } });
    const { view: after } = await viewMeant(context, handle, id);
    return presentView(after, actor);
  },
);
