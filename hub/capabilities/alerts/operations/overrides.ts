import { addOverride as adding, removeOverride as removing } from "@bongsu/contracts";
import { sql } from "kysely";
import { type Context, operation } from "../../../kernel/index.ts";
import { newId } from "../../../platform/ids.ts";
import { organisationSeen } from "../../inventories/index.ts";
import { requireColleagues, rotaNamed, showRota } from "../on-call/present.ts";
import type { StoredRota } from "../on-call/store.ts";
import { alertProblems } from "../problems.ts";

/** Changes of a rota that are not over, at most. */
const limit = 200;

const longest = 366 * 24 * 3_600_000;

/** The rota, held until the transaction ends. */
async function held(context: Context, handle: string, rota: string): Promise<StoredRota> {
  const { database, now } = context;
  const organisation = await context.seen((seen) => organisationSeen(seen, handle));
  await sql`
    select 1 from on_call_rota where organisation = ${organisation} and rota = ${rota} for update
  `.execute(database);
  return rotaNamed(database, now, organisation, rota);
}

/** The rota as it is now; who is on call may be another, which is looked at within the minute. */
async function changed({ database, now, ...context }: Context, { organisation, rota }: StoredRota) {
  await sql`
    update on_call_rota set next_handover_at = ${now} where organisation = ${organisation} and rota = ${rota}
  `.execute(database);
  context.note({ subject: { kind: "rota", id: rota }, organisation });
  return showRota(database, await rotaNamed(database, now, organisation, rota), now);
}

export const addOverride = operation(
  adding,
  async (context, { organisation, rota, kind, person, from, to, reason }) => {
    const { database, actor, now } = context;
    const stored = await held(context, organisation, rota);
    await requireColleagues(database, stored.organisation, [person]);
    if (to <= from || to <= now || to.getTime() - from.getTime() > longest) {
      throw alertProblems.error("alerts.impossible-time");
    }
    if (stored.overrides.filter((one) => one.to > now).length >= limit) {
      throw alertProblems.error("alerts.too-many-overrides", { limit });
    }
    await sql`
    insert into on_call_override (organisation, rota, id, kind, person, from_at, to_at, reason, made_at, made_by)
    values (${stored.organisation}, ${rota}, ${newId(now)}, ${kind}, ${person}, ${from}, ${to}, ${reason ?? ""}, ${now},
      ${actor.kind === "person" ? actor.person : null})
  `.execute(database);
    return changed(context, stored);
  },
);

export const removeOverride = operation(removing, async (context, { organisation, rota, override }) => {
  const stored = await held(context, organisation, rota);
  const { rows } = await sql`
    delete from on_call_override
    where organisation = ${stored.organisation} and rota = ${rota} and id = ${override} returning 1
  `.execute(context.database);
  if (rows.length === 0) throw alertProblems.error("alerts.unknown-override");
  return changed(context, stored);
});
