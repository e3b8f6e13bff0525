import type { AnswerWord, CampaignStanding, campaign, ownPart, Sector } from "@bongsu/contracts";
import { sql } from "kysely";
import type { z } from "zod";
import { type Actor, heldBy } from "../../../kernel/index.ts";
import type { Executor } from "../../../platform/database/database.ts";
import { isOverseer } from "../coordinator.ts";
import { campaignProblems } from "../problems.ts";
import { standingSql } from "../views.ts";

export type CampaignView = z.output<typeof campaign>;
type Part = z.output<typeof ownPart>;

export interface SeenCampaign {
  id: string;
  owner: string;
  handle: string;
  name_en: string;
  name_ko: string;
  title_en: string;
  title_ko: string;
  description_en: string;
  description_ko: string;
  vulnerabilities: string[];
  purl: string | null;
  package: string | null;
  ecosystem: string | null;
  range: string | null;
  starts_at: Date;
  due_at: Date;
  zone: string;
  reach: string[];
  regions: string[];
  sectors: string[];
  tlp: CampaignView["tlp"];
  ended_at: Date | null;
  counted_at: Date | null;
}

/** Over `campaign c` joined with its owner `o`. */
export const campaignColumns = sql`
  c.id, c.owner, o.handle, o.name_en, o.name_ko, c.title_en, c.title_ko, c.description_en, c.description_ko,
  c.vulnerabilities, c.purl, c.package, c.ecosystem, c.range, c.starts_at, c.due_at, c.zone, c.reach, c.regions, c.sectors,
  c.tlp, c.ended_at, c.counted_at`;

/** The campaign, as far as it is seen. Throws `campaigns.unknown-campaign`. */
export async function campaignSeen(seen: Executor, id: string): Promise<SeenCampaign> {
  const { rows } = await sql<SeenCampaign>`
    select ${campaignColumns} from campaign c join organisation o on o.id = c.owner where c.id = ${id}
  `.execute(seen);
  const [row] = rows;
  if (row === undefined) throw campaignProblems.error("campaigns.unknown-campaign");
  return row;
}

export interface AnswerColumns {
  answer: AnswerWord | null;
  answer_text: string | null;
  answer_until: Date | null;
  answered_at: Date | null;
}

export const presentAnswer = ({ answer, answer_text, answer_until, answered_at }: AnswerColumns): Part["answer"] =>
  answer === null || answered_at === null ? null : { answer, text: answer_text, until: answer_until, at: answered_at };

type PartRow = AnswerColumns & {
  campaign: string;
  organisation: string;
  standing: CampaignStanding;
  open: number;
  done: number;
  silent_from: Date | null;
};

/** How the actor's own organisations stand in campaigns. */
export async function ownParts(
  seen: Executor,
  actor: Actor,
  campaigns: readonly string[],
  now: Date,
): Promise<Map<string, Part[]>> {
  const own = [...new Set(heldBy(actor).map(({ organisation }) => organisation))];
  const { rows } = await sql<PartRow>`
    select m.campaign, o.handle as organisation, ${sql.raw(standingSql("least(asked.now, c.ended_at)"))} as standing,
      m.open, m.done, case when m.state = 'new' then m.silent_from end as silent_from, m.answer, m.answer_text,
      m.answer_until, m.answered_at
    from campaign_member m
    join campaign c on c.id = m.campaign
    join organisation o on o.id = m.organisation
    left join organisation_standing t on t.organisation = o.id
    cross join (select ${now}::timestamptz as now) as asked
    where m.organisation = any(${own}::uuid[]) and m.campaign = any(${[...campaigns]}::uuid[])
    order by o.handle
  `.execute(seen);
  const parts = rows.map(({ campaign: of, silent_from, answer, answer_text, answer_until, answered_at, ...row }) => ({
    of,
    part: {
      ...row,
      silentFrom: silent_from,
      answer: presentAnswer({ answer, answer_text, answer_until, answered_at }),
    },
  }));
  return new Map([...Map.groupBy(parts, ({ of }) => of)].map(([of, list]) => [of, list.map(({ part }) => part)]));
}

/** Whom campaigns ask, for those who coordinate: organisations and circles as far as they may be named to them. */
async function audiences(
  seen: Executor,
  campaigns: readonly string[],
): Promise<Map<string, { organisations: string[]; circles: string[] }>> {
  const { rows } = await sql<{ campaign: string; organisations: string[]; circles: string[] }>`
    select a.campaign,
      array(select o.handle from visibility.organisation_board o where o.organisation = any(a.organisations) order by 1)
        as organisations,
      array(select c.handle from circle c where c.id = any(a.circles) order by 1) as circles
    from visibility.campaign_audience a where a.campaign = any(${[...campaigns]}::uuid[])
  `.execute(seen);
  return new Map(rows.map(({ campaign: of, ...row }) => [of, row]));
}

const stateOf = ({ ended_at, due_at }: SeenCampaign, now: Date): CampaignView["state"] => {
  if (ended_at !== null) return "ended";
  return due_at.getTime() <= now.getTime() ? "overdue" : "running";
};

/** Campaigns as the actor may know them: what is asked, his own part, and for coordinators whom it asks. */
export async function presentCampaigns(
  seen: Executor,
  actor: Actor,
  rows: readonly SeenCampaign[],
  now: Date,
): Promise<CampaignView[]> {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const mine = await ownParts(seen, actor, ids, now);
  const asked = isOverseer(actor) ? await audiences(seen, ids) : new Map();
  return rows.map((row) => {
    const audience = asked.get(row.id);
    return {
      id: row.id,
      title: { en: row.title_en, ko: row.title_ko },
      description: { en: row.description_en, ko: row.description_ko },
      vulnerabilities: row.vulnerabilities,
      package: row.purl,
      range: row.range,
      startsAt: row.starts_at,
      dueAt: row.due_at,
      zone: row.zone,
      state: stateOf(row, now),
      endedAt: row.ended_at,
      owner: { handle: row.handle, name: { en: row.name_en, ko: row.name_ko } },
      tlp: row.tlp,
      audience: audience === undefined ? null : { sectors: row.sectors as Sector[], regions: row.regions, ...audience },
      mine: mine.get(row.id) ?? [],
    };
  });
}

/** One campaign as the actor may know it. Throws `campaigns.unknown-campaign`. */
export async function presentCampaign(seen: Executor, actor: Actor, id: string, now: Date): Promise<CampaignView> {
  const [view] = await presentCampaigns(seen, actor, [await campaignSeen(seen, id)], now);
  if (view === undefined) throw campaignProblems.error("campaigns.unknown-campaign");
  return view;
}
