import { listCampaigns as listing, showCampaign as showing } from "@bongsu/contracts";
import { sql } from "kysely";
import { heldBy, keysetOf, operation, pageFrom } from "../../../kernel/index.ts";
import { progressOf } from "../campaign/progress.ts";
import { campaignColumns, campaignSeen, presentCampaigns, type SeenCampaign } from "../campaign/views.ts";
import { workOf } from "../campaign/work.ts";
import { isOverseer } from "../coordinator.ts";
import { campaignProblems } from "../problems.ts";

const orders = {
  "-started": {
    by: sql`(c.starts_at, c.id)`,
    order: sql`c.starts_at desc, c.id desc`,
    compare: sql`<`,
    at: (row: SeenCampaign) => row.starts_at,
  },
  due: {
    by: sql`(c.due_at, c.id)`,
    order: sql`c.due_at, c.id`,
    compare: sql`>`,
    at: (row: SeenCampaign) => row.due_at,
  },
};

export const listCampaigns = operation(listing, async ({ actor, now, seen }, { cursor, limit, sort, state, mine }) => {
  const { by, order, compare, at } = orders[sort];
  const after = keysetOf(cursor, sort, ["timestamptz", "uuid"]);
  const own = [...new Set(heldBy(actor).map(({ organisation }) => organisation))];
  const standsAt = sql`case when c.ended_at is not null then 'ended' when c.due_at <= ${now} then 'overdue' else 'running' end`;
  return seen(async (database) => {
    const { rows } = await sql<SeenCampaign>`
      select ${campaignColumns} from campaign c join organisation o on o.id = c.owner
      where ${standsAt} = any(${[...(state ?? ["running", "overdue"])]}::text[])
        and ${mine ? sql`exists (select 1 from campaign_member m where m.campaign = c.id and m.organisation = any(${own}::uuid[]))` : sql`true`}
        and ${after === null ? sql`true` : sql`${by} ${compare} ${after}`}
      order by ${order} limit ${limit + 1}
    `.execute(database);
    const page = pageFrom(
      rows,
      limit,
      sort,
      (row) => [at(row).toISOString(), row.id],
      (row) => row,
    );
    return { items: await presentCampaigns(database, actor, page.items, now), next: page.next };
  });
});

export const showCampaign = operation(showing, ({ actor, now, seen }, { campaign: id }) =>
  seen(async (database) => {
    const row = await campaignSeen(database, id);
    const [view] = await presentCampaigns(database, actor, [row], now);
    if (view === undefined) throw campaignProblems.error("campaigns.unknown-campaign");
    return {
      ...view,
      progress: isOverseer(actor) ? await progressOf(database, row) : null,
      work: await workOf(database, actor, row),
    };
  }),
);
