import { changeComment as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { operation } from "../../../../kernel/index.ts";
import { organisationSeen } from "../../../inventories/index.ts";
import { holdOwnComment, keepRevision, presentComment, requireMembers, tellMentioned } from "../comments.ts";

export const changeComment = operation(
  contract,
  async (context, { organisation: handle, comment: id, text, people }) => {
    const { database, now, clock, services, actor } = context;
    const organisation = await context.seen((seen) => organisationSeen(seen, handle));
    const before = await holdOwnComment(database, organisation, id, actor);
    context.expect(presentComment(before, actor));
    const told = await requireMembers(database, organisation, people);
    const row = { ...before, text, people: told, changedAt: now, revision: before.revision + 1 };
    await sql`
    update exposure_comment set text = ${text}, people = ${told}::uuid[], changed_at = ${now}, revision = ${row.revision}
    where organisation = ${organisation} and id = ${id}
  `.execute(database);
    await keepRevision(database, { organisation, comment: id, revision: row.revision, at: now, text });
    // Who was told before is not told again of every slip that was mended.
    const added = told.filter((one) => !before.people.includes(one));
    const ground = { transaction: database, clock, alerts: services.alerts };
    if (added.length > 0) await tellMentioned(ground, { ...row, people: told, organisation, handle });
    context.note({ subject: { kind: "exposure-comment", id } });
    return presentComment(row, actor);
  },
);
