import { sql } from "kysely";
import type { AlertDraft, AlertRef, Alerts } from "../../../kernel/index.ts";
import type { Clock } from "../../../platform/clock.ts";
import type { Executor } from "../../../platform/database/database.ts";
import { rowsAs } from "../../../platform/database/rows.ts";
import { emit } from "../../../platform/events/index.ts";
import { letterOf, refsOf } from "./letters.ts";
import { campaignRows } from "./row.ts";

interface Waiting {
  organisation: string;
  campaign: string;
  state: string;
  open: number;
  decision: number;
  /** The reminder that it was told last, 0 for the request itself; null where nothing of it stands open. */
  told: number | null;
}

/**
 * Tells up to `most` organisations of what changed for them in a campaign: raises its alert, reminds, or settles it where
 * nothing is asked any more. Gives how many.
 */
export async function tellMembers(
  transaction: Executor,
  clock: Clock,
  alerts: Pick<Alerts, "raise" | "settle">,
  most: number,
): Promise<number> {
  const { rows } = await sql<Waiting>`
    select organisation, campaign, state, open, decision, told::integer as told
    from campaign_member where to_tell order by campaign, organisation limit ${most} for update skip locked
  `.execute(transaction);
  if (rows.length === 0) return 0;
  const campaigns = new Map(
    (await campaignRows(transaction, [...new Set(rows.map(({ campaign }) => campaign))])).map((one) => [one.id, one]),
  );
  const drafts: AlertDraft[] = [];
  const refs: AlertRef[] = [];
  const told: { organisation: string; campaign: string; told: number | null }[] = [];
  for (const row of rows) {
    const campaign = campaigns.get(row.campaign);
    const isOver = campaign === undefined || campaign.ended_at !== null || !["new", "working"].includes(row.state);
    if (isOver) {
      if (row.told !== null) refs.push(...refsOf(row.organisation, row.campaign));
      told.push({ organisation: row.organisation, campaign: row.campaign, told: null });
      continue;
    }
    drafts.push(letterOf(campaign, row, 0));
    if (row.told !== null && campaign.reminded > row.told) drafts.push(letterOf(campaign, row, campaign.reminded));
    told.push({ organisation: row.organisation, campaign: row.campaign, told: campaign.reminded });
  }
  await alerts.raise(transaction, clock, drafts);
  await alerts.settle(transaction, clock, refs);
  await sql`
    update campaign_member m set to_tell = false, told = n.told::smallint
    from ${rowsAs({ organisation: "uuid", campaign: "uuid", told: "text" }, told)} as n
    where m.organisation = n.organisation and m.campaign = n.campaign
  `.execute(transaction);
  for (const [id, campaign] of campaigns) {
    const audienceOrganisations = rows.filter((row) => row.campaign === id).map(({ organisation }) => organisation);
    await emit(transaction, clock, {
      kind: "campaigns.changed",
      subject: { kind: "campaign", id },
      data: { what: "progress" },
      // Who else is in it stands in no event: the audience of a marking is not told.
      marking: { owner: campaign.owner, tlp: "AMBER+STRICT", audienceOrganisations },
    });
  }
  return rows.length;
}
