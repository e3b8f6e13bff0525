import type { campaignDetails } from "@bongsu/contracts";
import { sql } from "kysely";
import type { z } from "zod";
import { type Actor, heldBy } from "../../../kernel/index.ts";
import type { Executor } from "../../../platform/database/database.ts";
import { openStatesSql } from "../../exposure/index.ts";
import { namesOfCampaign, versionsOfCampaign } from "./evidence.ts";
import type { SeenCampaign } from "./views.ts";

type Work = z.output<typeof campaignDetails>["work"];

const most = 200;

/** What a campaign still asks of the actor's own organisations: exposures, or uses of its package. */
export async function workOf(seen: Executor, actor: Actor, campaign: SeenCampaign): Promise<Work> {
  const own = [...new Set(heldBy(actor).map(({ organisation }) => organisation))];
  if (campaign.package !== null) {
    const { rows } = await sql<Work[number]>`
      select o.handle as organisation, s.name as asset, p.name as package, v.version, null as vulnerability,
        null as "fixedVersion", null as state
      from package_version v
      join component_use u on u.package_version = v.id
      join package p on p.id = v.package
      join organisation o on o.id = u.organisation
      join asset s on s.organisation = u.organisation and s.id = u.asset
      where ${versionsOfCampaign(campaign)} and u.organisation = any(${own}::uuid[])
      order by o.handle, s.name, v.version limit ${most}
    `.execute(seen);
    return rows;
  }
  const names = await namesOfCampaign(seen, campaign);
  const { rows } = await sql<Work[number]>`
    select o.handle as organisation, s.name as asset, p.name as package, v.version, e.vulnerability,
      e.fixed_version as "fixedVersion", e.state
    from exposure e
    join package_version v on v.id = e.package_version
    join package p on p.id = v.package
    join organisation o on o.id = e.organisation
    join asset s on s.organisation = e.organisation and s.id = e.asset
    where e.vulnerability = any(${names}::text[]) and e.organisation = any(${own}::uuid[]) and e.state in ${openStatesSql}
    order by e.decision desc, o.handle, s.name, e.vulnerability limit ${most}
  `.execute(seen);
  return rows;
}
