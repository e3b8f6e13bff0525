import { addComment as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { operation } from "../../../../kernel/index.ts";
import { newId } from "../../../../platform/ids.ts";
import { nameKey, vulnerabilitiesNamed } from "../../../advisories/index.ts";
import { assetSeen, organisationSeen } from "../../../inventories/index.ts";
import { exposureProblems } from "../../problems.ts";
import { type CommentRow, keepRevision, presentComment, requireMembers, tellMentioned } from "../comments.ts";
import { doerOf } from "../doing.ts";

export const addComment = operation(contract, async (context, input) => {
  const { database, now, clock, services, actor } = context;
  const { organisation: handle, vulnerability: named, asset: assetId, text } = input;
  const [organisation, vulnerability, asset] = await context.seen(async (seen) => [
    await organisationSeen(seen, handle),
    (await vulnerabilitiesNamed(seen, [nameKey(named)]))[0],
    assetId === undefined ? null : (await assetSeen(seen, handle, assetId)).id,
  ]);
  if (vulnerability === undefined) throw exposureProblems.error("exposure.unknown", { name: named });
  const people = await requireMembers(database, organisation, input.people);
  const { kind, id: author, name } = doerOf(actor);
  const times = { at: now, changedAt: null, removedAt: null };
  const row: CommentRow = {
    id: newId(now),
    vulnerability,
    asset,
    kind,
    actor: author,
    name,
    ...times,
    text,
    people,
    revision: 1,
  };
  await sql`
    insert into exposure_comment (organisation, id, vulnerability, asset, actor_kind, actor, actor_name, at, text, people,
      revision)
    values (${organisation}, ${row.id}, ${vulnerability}, ${asset}, ${kind}, ${author}, ${name}, ${now}, ${text},
      ${people}::uuid[], 1)
  `.execute(database);
  await keepRevision(database, { organisation, comment: row.id, revision: 1, at: now, text });
  const ground = { transaction: database, clock, alerts: services.alerts };
  await tellMentioned(ground, { ...row, organisation, handle });
  context.note({ subject: { kind: "exposure-comment", id: row.id } });
  return presentComment(row, actor);
});
