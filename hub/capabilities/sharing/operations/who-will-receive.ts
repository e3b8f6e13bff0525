import { whoWillReceive as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { resolveMarking } from "../reports/resolve-marking.ts";
import { personOf } from "../reports/sharer.ts";
import { whoWillReceive as receivers } from "../who-will-receive.ts";
import { sharerOf } from "./sharer.ts";

export const whoWillReceive = operation(contract, async (context, { organisation, ...draft }) => {
  const sharer = sharerOf(context, organisation);
  const { marking, problems } = await resolveMarking(context.database, sharer, draft, context.now);
  for (const problem of problems) context.warn(problem);
  const marked = { owner: sharer.organisation, author: personOf(sharer), ...marking };
  return {
    now: await receivers(context.database, marked, context.now),
    afterEmbargo:
      marking.embargoUntil === null ? null : await receivers(context.database, marked, marking.embargoUntil),
  };
});
