import type { Operation } from "../../../kernel/index.ts";
import { addCampaign } from "./add-campaign.ts";
import { answerCampaign } from "./answer-campaign.ts";
import { answerNudge } from "./answer-nudge.ts";
import { changeCampaign, endCampaign } from "./change-campaign.ts";
import { listCampaignOrganisations } from "./list-campaign-organisations.ts";
import { listNudges } from "./list-nudges.ts";
import { listOrganisationStanding } from "./list-organisation-standing.ts";
import { nudge } from "./nudge.ts";
import { listCampaigns, showCampaign } from "./read-campaigns.ts";

/** The coordinators' view over organisations, and what they ask of them. */
export const campaignOperations: readonly Operation[] = [
  listOrganisationStanding,
  nudge,
  listNudges,
  answerNudge,
  addCampaign,
  changeCampaign,
  endCampaign,
  listCampaigns,
  showCampaign,
  listCampaignOrganisations,
  answerCampaign,
];
