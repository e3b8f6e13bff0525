import { showDelivery as contract, type deliveryAttempt } from "@bongsu/contracts";
import { sql } from "kysely";
import type { z } from "zod";
import { operation } from "../../../../kernel/index.ts";
import { noteForeign } from "../../../inventories/index.ts";
import { type DeliveryRow, deliveriesJoined, deliveryColumns, present } from "../log.ts";
import { deliveryProblems } from "../problems.ts";
import { readingLog } from "../readers.ts";

export const showDelivery = operation(contract, async (context, { organisation, delivery }) => {
  const shown = await readingLog(context, async (database, scope) => {
    const { rows } = await sql<DeliveryRow & { owner: string }>`
      select ${deliveryColumns}, d.organisation as owner from ${deliveriesJoined}
      where ${scope} and o.handle = ${organisation} and d.id = ${delivery}
    `.execute(database);
    const [row] = rows;
    if (row === undefined) throw deliveryProblems.error("alerts.unknown-delivery");
    const { rows: history } = await sql<z.output<typeof deliveryAttempt>>`
      select at, milliseconds, outcome, status, answer, problem from alert_attempt
      where organisation = ${row.owner} and delivery = ${delivery} order by at, id
    `.execute(database);
    return { ...present(row), history };
  });
  noteForeign(context, [organisation]);
  return shown;
});
