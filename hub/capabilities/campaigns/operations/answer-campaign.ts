import { answerCampaign as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { operation } from "../../../kernel/index.ts";
import { takeTurn } from "../../../platform/database/turns.ts";
import { organisationSeen } from "../../inventories/index.ts";
import { requireUntil } from "../answers.ts";
import { recountCampaign } from "../campaign/recount.ts";
import { campaignRows } from "../campaign/row.ts";
import { ownParts } from "../campaign/views.ts";
import { campaignProblems } from "../problems.ts";
import { noteAction } from "../standing/refresh.ts";

export const answerCampaign = operation(contract, async (context, input) => {
  const { actor, database, now, clock, services } = context;
  const { organisation: handle, campaign: id, answer, text, until } = input;
  requireUntil(input, now);
  const organisation = await context.seen((seen) => organisationSeen(seen, handle));
  // Beside a count that began before, the answer would be written over.
  await takeTurn(database, "campaigns");
  const { rows } = await sql`
    select 1 from campaign_member where organisation = ${organisation} and campaign = ${id} for update
  `.execute(database);
  const [campaign] = await campaignRows(database, [id]);
  if (rows.length === 0 || campaign === undefined) throw campaignProblems.error("campaigns.unknown-campaign");
  if (campaign.ended_at !== null) throw campaignProblems.error("campaigns.ended-already");
  await sql`
    update campaign_member set answer = ${answer}, answer_text = ${text ?? null}, answer_until = ${until ?? null},
      answered_at = ${now}
    where organisation = ${organisation} and campaign = ${id}
  `.execute(database);
  await recountCampaign(database, clock, services.alerts, campaign, [organisation]);
  await noteAction(database, [organisation], now);
  context.note({ subject: { kind: "campaign", id: campaign.id }, organisation });
  await context.emit({
    kind: "campaigns.changed",
    organisation,
    subject: { kind: "campaign", id: campaign.id },
    data: { what: "answered" },
    marking: { owner: campaign.owner, tlp: "AMBER+STRICT", audienceOrganisations: [organisation] },
  });
  const parts = await context.seen((seen) => ownParts(seen, actor, [campaign.id], now));
  const part = parts.get(campaign.id)?.find((one) => one.organisation === handle);
  if (part === undefined) throw campaignProblems.error("campaigns.unknown-campaign");
  return part;
});
