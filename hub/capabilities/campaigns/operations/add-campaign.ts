import { addCampaign as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { operation } from "../../../kernel/index.ts";
import { notify } from "../../../platform/database/listen.ts";
import { newId } from "../../../platform/ids.ts";
import { audienceOf, requireDue, subjectOf } from "../campaign/draft.ts";
import { presentCampaign } from "../campaign/views.ts";
import { coordinatorOf } from "../coordinator.ts";
import { campaignChannel } from "../follow.ts";
import { campaignProblems } from "../problems.ts";

/** Those exposed are found and told by the round that it wakes: it may be half of the country. */
export const addCampaign = operation(contract, async (context, input) => {
  const { actor, database, now } = context;
  const { title, description, dueAt, zone, tlp } = input;
  const coordinator = coordinatorOf(actor, input.organisation);
  const subject = subjectOf(input);
  requireDue(input, now);
  if (tlp === "RED") throw campaignProblems.error("campaigns.invalid-marking");
  const audience = await audienceOf(database, coordinator, input);
  const id = newId(now);
  await sql`
    insert into campaign (id, owner, by_role, title_en, title_ko, description_en, description_ko, vulnerabilities, package,
      purl, ecosystem, range, starts_at, due_at, zone, reach, by_cell, sectors, regions, organisations, circles, tlp)
    values (${id}, ${coordinator.organisation}, ${coordinator.role}, ${title.en}, ${title.ko}, ${description.en},
      ${description.ko}, ${subject.vulnerabilities}::text[], ${subject.package}, ${subject.purl}, ${subject.ecosystem},
      ${subject.range}, ${now}, ${dueAt}, ${zone}, ${audience.reach}::text[], ${audience.by_cell},
      ${audience.sectors}::text[], ${audience.regions}::text[], ${audience.organisations}::uuid[],
      ${audience.circles}::uuid[], ${tlp})
  `.execute(database);
  await notify(database, campaignChannel);
  context.note({ subject: { kind: "campaign", id }, organisation: coordinator.organisation });
  await context.emit({
    kind: "campaigns.changed",
    organisation: coordinator.organisation,
    subject: { kind: "campaign", id },
    data: { what: "added" },
  });
  return context.seen((seen) => presentCampaign(seen, actor, id, now));
});
