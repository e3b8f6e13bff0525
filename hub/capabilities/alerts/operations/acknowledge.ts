import { type AlertTopic, acknowledge as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { holdsIn, operation } from "../../../kernel/index.ts";
import { acknowledgeExposures } from "../../exposure/index.ts";
import { organisationSeen } from "../../inventories/index.ts";
import { acknowledgeAlerts } from "../acknowledge.ts";
import { alertProblems } from "../problems.ts";
import { noteSeen } from "../seen.ts";
import { tellAlerts } from "../tell.ts";

export const acknowledge = operation(contract, async (context, { organisation: handle, alerts, note = "" }) => {
  const { actor, database, now, services } = context;
  const ids = [...new Set(alerts)];
  const [organisation, found] = await context.seen(async (seen) => {
    const id = await organisationSeen(seen, handle);
    const { rows } = await sql<{ id: string; topic: AlertTopic; key: string; limited: boolean }>`
      select id, topic, key, people is not null as limited from alert
      where organisation = ${id} and id = any(${ids}::uuid[]) and state <> 'settled'
    `.execute(seen);
    return [id, rows] as const;
  });
  if (found.length === 0) throw alertProblems.error("alerts.unknown-alert");
  // One's own word is enough for what names oneself; the rest is for those who see to things there.
  if (!holdsIn(actor, "analyst", handle) && found.some(({ limited }) => !limited)) {
    throw alertProblems.error("alerts.not-permitted-to-acknowledge");
  }
  const vulnerabilities = found.filter(({ topic }) => topic === "exposure").map(({ key }) => key);
  // The exposures first: whoever works on them holds them before anything of alerts.
  const exposures = await acknowledgeExposures(context, { organisation, vulnerabilities, text: note });
  const by = { person: actor.kind === "person" ? actor.person : null, name: nameOf(actor), note: note.trim() || null };
  const named = found.map(({ id }) => id);
  const { acknowledged, noticed } = await acknowledgeAlerts(database, now, organisation, named, by);
  if (by.person !== null) await noteSeen(database, now, { organisation, person: by.person, alerts: named });
  await tellAlerts(database, now, services.config.zone, noticed);
  if (acknowledged.length > 0) {
    await context.emit({
      kind: "alerts.acknowledged",
      organisation,
      subject: { kind: "organisation", id: organisation },
      data: { count: acknowledged.length, exposures },
    });
  }
  const counts = { acknowledged: acknowledged.length, exposures };
  context.note({ organisation, details: counts });
  return counts;
});

const nameOf = (actor: { kind: string; name?: string }): string => actor.name ?? "";
