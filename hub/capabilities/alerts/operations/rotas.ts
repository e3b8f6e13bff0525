import {
  listRotas as listing,
  removeRota as removing,
  setRota as setting,
  listShifts as shifting,
} from "@bongsu/contracts";
import { sql } from "kysely";
import { operation } from "../../../kernel/index.ts";
import { isZone } from "../../../platform/zones.ts";
import { organisationSeen } from "../../inventories/index.ts";
import { refOf } from "../on-call/hand-over.ts";
import { requireColleagues, rotaNamed, showRota, showShifts } from "../on-call/present.ts";
import { shiftsBetween } from "../on-call/rota.ts";
import { rotasOf } from "../on-call/store.ts";
import { alertProblems } from "../problems.ts";

/** Rotas that an organisation has at most. */
const limit = 50;

const day = 24 * 3_600_000;

export const listRotas = operation(listing, async (context, { organisation }) => {
  const rotas = await context.seen(async (seen) => {
    const id = await organisationSeen(seen, organisation);
    const shown: Awaited<ReturnType<typeof showRota>>[] = [];
    for (const rota of await rotasOf(seen, context.now, [id])) shown.push(await showRota(seen, rota, context.now));
    return shown;
  });
  return { rotas };
});

export const listShifts = operation(shifting, async (context, { organisation, rota, from = context.now, days }) => {
  const ahead = from.getTime() - context.now.getTime();
  if (ahead < -366 * day || ahead > 5 * 366 * day) throw alertProblems.error("alerts.impossible-time");
  const shifts = await context.seen(async (seen) => {
    const stored = await rotaNamed(seen, context.now, await organisationSeen(seen, organisation), rota);
    return showShifts(seen, stored.organisation, shiftsBetween(stored, from, new Date(from.getTime() + days * day)));
  });
  return { shifts };
});

export const setRota = operation(setting, async (context, { organisation: handle, rota, people, ...terms }) => {
  const { database, now } = context;
  const { name, zone, firstDay, handoverAt, shiftDays } = terms;
  if (!isZone(zone)) throw alertProblems.error("alerts.invalid-zone", { zone });
  const organisation = await context.seen((seen) => organisationSeen(seen, handle));
  await sql`select 1 from organisation where id = ${organisation} for no key update`.execute(database);
  const order = [...new Set(people)];
  await requireColleagues(database, organisation, order);
  const there = await rotasOf(database, now, [organisation]);
  const before = there.find((one) => one.rota === rota);
  if (before !== undefined) context.expect(await showRota(database, before, now));
  else if (there.length >= limit) throw alertProblems.error("alerts.too-many-rotas", { limit });
  await sql`
    insert into on_call_rota (organisation, rota, name, zone, first_day, handover_at, shift_days, people, changed_at,
      next_handover_at)
    values (${organisation}, ${rota}, ${name}, ${zone}, ${firstDay}::date, ${handoverAt}, ${shiftDays}, ${order}::uuid[],
      ${now}, ${now})
    on conflict (organisation, rota) do update set name = excluded.name, zone = excluded.zone,
      first_day = excluded.first_day, handover_at = excluded.handover_at, shift_days = excluded.shift_days,
      people = excluded.people, changed_at = excluded.changed_at, next_handover_at = excluded.next_handover_at
  `.execute(database);
  context.note({ subject: { kind: "rota", id: rota }, organisation });
  return showRota(database, await rotaNamed(database, now, organisation, rota), now);
});

export const removeRota = operation(removing, async (context, { organisation: handle, rota }) => {
  const { database, clock, now, services } = context;
  const organisation = await context.seen((seen) => organisationSeen(seen, handle));
  const { toldKey } = await rotaNamed(database, now, organisation, rota);
  for (const table of ["on_call_override", "on_call_rota"]) {
    await sql`delete from ${sql.table(table)} where organisation = ${organisation} and rota = ${rota}`.execute(
      database,
    );
  }
  if (toldKey !== null) await services.alerts.settle(database, clock, [refOf(organisation, toldKey)]);
  context.note({ subject: { kind: "rota", id: rota }, organisation });
  return { rota };
});
