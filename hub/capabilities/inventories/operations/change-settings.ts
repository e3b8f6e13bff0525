import { changeInventorySettings as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { operation } from "../../../kernel/index.ts";
import { freshDaysOf } from "../freshness.ts";
import { organisationSeen } from "../seen.ts";

export const changeInventorySettings = operation(contract, async (context, { organisation: handle, freshDays }) => {
  const { database } = context;
  const organisation = await context.seen((seen) => organisationSeen(seen, handle));
  await sql`select 1 from organisation where id = ${organisation} for update`.execute(database);
  context.expect({ freshDays: await freshDaysOf(database, organisation) });
  await sql`
    insert into inventory_setting (organisation, fresh_days) values (${organisation}, ${freshDays})
    on conflict (organisation) do update set fresh_days = excluded.fresh_days
  `.execute(database);
  await context.emit({
    kind: "inventories.changed",
    organisation,
    subject: { kind: "organisation", id: organisation },
    data: { change: "settings", freshDays },
  });
  return { freshDays };
});
