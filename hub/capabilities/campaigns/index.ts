export { keepCampaigns, recountAll } from "./duties.ts";
export { startCampaigns } from "./follow.ts";
export { removeFromCampaigns } from "./remove.ts";
