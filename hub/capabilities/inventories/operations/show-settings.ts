import { showInventorySettings as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { freshDaysOf } from "../freshness.ts";
import { organisationSeen } from "../seen.ts";

export const showInventorySettings = operation(contract, (context, { organisation: handle }) =>
  context.seen(async (database) => ({
    freshDays: await freshDaysOf(database, await organisationSeen(database, handle)),
  })),
);
