import {
  type CampaignStanding,
  campaignStandings,
  listCampaignOrganisations as contract,
  type Sector,
} from "@bongsu/contracts";
import { sql } from "kysely";
import { keysetOf, operation, pageFrom } from "../../../kernel/index.ts";
import { noteForeign } from "../../inventories/index.ts";
import { type AnswerColumns, campaignSeen, presentAnswer } from "../campaign/views.ts";

interface Row extends AnswerColumns {
  handle: string;
  name_en: string;
  name_ko: string;
  sector: Sector;
  region: string;
  standing: CampaignStanding;
  at_start: boolean;
  open: number;
  done: number;
  declared: boolean;
  state_at: Date | null;
  silent_from: Date | null;
}

/** The standings in the order in which they need somebody's call. */
const words = Object.keys(campaignStandings) as CampaignStanding[];
const by = sql`(array_position(string_to_array(${sql.lit(words.join(","))}, ','), a.standing), a.handle)`;

export const listCampaignOrganisations = operation(contract, async (context, input) => {
  const { campaign, cursor, limit, sort, standing, sector, region } = input;
  const after = keysetOf(cursor, sort, ["integer", "text"]);
  const conditions = [
    sql`a.campaign = ${campaign}`,
    standing === undefined ? sql`a.standing <> 'not-exposed'` : sql`a.standing = any(${[...standing]}::text[])`,
    ...(sector === undefined ? [] : [sql`a.sector = ${sector}`]),
    ...(region === undefined ? [] : [sql`a.region = ${region}`]),
    ...(after === null ? [] : [sql`${by} > ${after}`]),
  ];
  const { rows } = await context.seen(async (database) => {
    await campaignSeen(database, campaign);
    return sql<Row>`
      select a.handle, a.name_en, a.name_ko, a.sector, a.region, a.standing, a.at_start, a.open, a.done, a.declared,
        a.state_at, a.silent_from, a.answer, a.answer_text, a.answer_until, a.answered_at
      from visibility.campaign_organisation a
      where ${sql.join(conditions, sql` and `)} order by ${by} limit ${limit + 1}
    `.execute(database);
  });
  noteForeign(
    context,
    rows.map(({ handle }) => handle),
  );
  return pageFrom(
    rows,
    limit,
    sort,
    (row) => [words.indexOf(row.standing) + 1, row.handle],
    ({ handle, name_en, name_ko, at_start, state_at, silent_from, ...row }) => ({
      organisation: handle,
      name: { en: name_en, ko: name_ko },
      sector: row.sector,
      region: row.region,
      standing: row.standing,
      atStart: at_start,
      open: row.open,
      done: row.done,
      declared: row.declared,
      since: state_at,
      silentFrom: silent_from,
      answer: presentAnswer(row),
    }),
  );
});
