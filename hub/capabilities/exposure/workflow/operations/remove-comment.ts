import { removeComment as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { operation } from "../../../../kernel/index.ts";
import { organisationSeen } from "../../../inventories/index.ts";
import { holdOwnComment, keepRevision, presentComment } from "../comments.ts";

export const removeComment = operation(contract, async (context, { organisation: handle, comment: id }) => {
  const { database, now, clock, services, actor } = context;
  const organisation = await context.seen((seen) => organisationSeen(seen, handle));
  const before = await holdOwnComment(database, organisation, id, actor);
  context.expect(presentComment(before, actor));
  const row = { ...before, text: null, removedAt: now, revision: before.revision + 1 };
  await sql`
    update exposure_comment set text = null, removed_at = ${now}, revision = ${row.revision}
    where organisation = ${organisation} and id = ${id}
  `.execute(database);
  await keepRevision(database, { organisation, comment: id, revision: row.revision, at: now, text: null });
  if (before.people.length > 0) {
    await services.alerts.settle(database, clock, [{ organisation, topic: "comment", key: id }]);
  }
  context.note({ subject: { kind: "exposure-comment", id } });
  return presentComment(row, actor);
});
