import { testAlert as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { operation } from "../../../kernel/index.ts";
import { readersOf } from "../people/readers.ts";
import { alertProblems } from "../problems.ts";
import { putTellings } from "../tell.ts";

/** Tests that one person sends himself within an hour. */
const limit = 10;

export const testAlert = operation(contract, async (context) => {
  const { actor, database, now, services } = context;
  if (actor.kind !== "person") throw alertProblems.error("alerts.not-permitted-to-machines");
  await sql`select 1 from person where id = ${actor.person} for no key update`.execute(database);
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from alert_delivery
    where person = ${actor.person} and notice = 'test' and channel = 'email'
      and created_at > ${new Date(now.getTime() - 3_600_000)}
  `.execute(database);
  if ((rows[0]?.count ?? 0) >= limit) throw alertProblems.error("alerts.too-many-own-tests", { limit });
  const homes = [...new Set(actor.held.map(({ organisation }) => organisation))];
  const reader = (await readersOf(database, homes)).find(({ person }) => person === actor.person);
  if (reader === undefined) throw alertProblems.error("alerts.not-permitted-to-machines");
  const { organisation, person, name, email, language, preference } = reader;
  const told = { organisation, person, language, alerts: [], notice: "test", channelId: null, dueAt: now } as const;
  const zone = preference?.digest.zone ?? services.config.zone;
  const [, delivery = ""] = await putTellings(database, now, [
    { ...told, channel: "hub", recipient: name, zone },
    { ...told, channel: "email", recipient: email, zone },
  ]);
  return { delivery, recipient: email };
});
