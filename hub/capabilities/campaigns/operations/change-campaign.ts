import { changeCampaign as changing, endCampaign as ending } from "@bongsu/contracts";
import { sql } from "kysely";
import { type Context, operation } from "../../../kernel/index.ts";
import { notify } from "../../../platform/database/listen.ts";
import { requireDue } from "../campaign/draft.ts";
import { campaignSeen, presentCampaign, type SeenCampaign } from "../campaign/views.ts";
import { requireChanging } from "../coordinator.ts";
import { campaignChannel } from "../follow.ts";
import { campaignProblems } from "../problems.ts";

/** A campaign that goes on and that the actor may change, with its row locked. */
async function changeable(context: Context, id: string): Promise<SeenCampaign> {
  const { actor, database, now, seen } = context;
  const before = await seen((viewer) => campaignSeen(viewer, id));
  requireChanging(actor, before);
  const { rows } = await sql<{ ended_at: Date | null }>`
    select ended_at from campaign where id = ${id} for update
  `.execute(database);
  if (rows[0] === undefined) throw campaignProblems.error("campaigns.unknown-campaign");
  if (rows[0].ended_at !== null) throw campaignProblems.error("campaigns.ended-already");
  context.expect(await seen((viewer) => presentCampaign(viewer, actor, id, now)));
  return before;
}

/** Everybody who was told of it hears what it says now. */
async function tellAll(context: Context, { id, owner }: SeenCampaign, what: string): Promise<void> {
  await sql`update campaign_member set to_tell = true where campaign = ${id} and told is not null`.execute(
    context.database,
  );
  await notify(context.database, campaignChannel);
  context.note({ subject: { kind: "campaign", id }, organisation: owner });
  await context.emit({
    kind: "campaigns.changed",
    organisation: owner,
    subject: { kind: "campaign", id },
    data: { what },
  });
}

export const changeCampaign = operation(
  changing,
  async (context, { campaign: id, title, description, dueAt, zone }) => {
    const { actor, database, now } = context;
    const before = await changeable(context, id);
    const due = { dueAt: dueAt ?? before.due_at, zone: zone ?? before.zone };
    if (dueAt !== undefined || zone !== undefined) requireDue(due, dueAt === undefined ? new Date(0) : now);
    // With a later due time, reminders begin anew.
    await sql`
    update campaign set title_en = coalesce(${title?.en ?? null}, title_en), title_ko = coalesce(${title?.ko ?? null}, title_ko),
      description_en = coalesce(${description?.en ?? null}, description_en),
      description_ko = coalesce(${description?.ko ?? null}, description_ko),
      reminded = case when ${due.dueAt}::timestamptz > due_at then 0 else reminded end,
      due_at = ${due.dueAt}, zone = ${due.zone}
    where id = ${id}
  `.execute(database);
    await tellAll(context, before, "changed");
    return context.seen((seen) => presentCampaign(seen, actor, id, now));
  },
);

export const endCampaign = operation(ending, async (context, { campaign: id }) => {
  const { actor, database, now } = context;
  const before = await changeable(context, id);
  await sql`update campaign set ended_at = ${now} where id = ${id}`.execute(database);
  await tellAll(context, before, "ended");
  return context.seen((seen) => presentCampaign(seen, actor, id, now));
});
