import { showAlert as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { operation } from "../../../kernel/index.ts";
import { findOrganisation } from "../../members/index.ts";
import { alertProblems } from "../problems.ts";
import { noteSeen } from "../seen.ts";
import { type Alert, type AlertRow, alertsJoined, lineColumns, presentLine } from "../views.ts";

type Row = AlertRow &
  Pick<Alert, "facts" | "acknowledgementNote" | "nextStepAt"> & { body_en: string; body_ko: string };

export const showAlert = operation(contract, async (context, { organisation: handle, alert: id }) => {
  const { actor, database, now } = context;
  if (actor.kind === "person") {
    // Before it is read as the person: from then on the transaction has the person's rights alone.
    const organisation = await findOrganisation(database, handle);
    await noteSeen(database, now, { organisation: organisation.id, person: actor.person, alerts: [id] });
  }
  const { rows } = await context.seen((seen) =>
    sql<Row>`
      select ${lineColumns}, a.body_en, a.body_ko, a.facts, a.acknowledged_note as "acknowledgementNote",
        a.next_step_at as "nextStepAt"
      from ${alertsJoined(actor)} where o.handle = ${handle} and a.id = ${id}
    `.execute(seen),
  );
  const [row] = rows;
  if (row === undefined) throw alertProblems.error("alerts.unknown-alert");
  const { body_en: en, body_ko: ko, facts, acknowledgementNote, nextStepAt, ...line } = row;
  return { ...presentLine(line), body: { en, ko }, facts, acknowledgementNote, nextStepAt };
});
