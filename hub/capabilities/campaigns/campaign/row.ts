import { sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";

/** A campaign as the hub keeps it, for those who count it and tell of it. */
export interface CampaignRow {
  id: string;
  owner: string;
  owner_handle: string;
  owner_en: string;
  owner_ko: string;
  title_en: string;
  title_ko: string;
  description_en: string;
  description_ko: string;
  vulnerabilities: string[];
  package: string | null;
  ecosystem: string | null;
  range: string | null;
  starts_at: Date;
  due_at: Date;
  zone: string;
  reach: string[];
  ended_at: Date | null;
  reminded: number;
}

/** Campaigns with the hub's rights: those named, or all that go on. */
export async function campaignRows(database: Executor, ids: readonly string[] | "running"): Promise<CampaignRow[]> {
  const which = ids === "running" ? sql`c.ended_at is null` : sql`c.id = any(${[...ids]}::uuid[])`;
  const { rows } = await sql<CampaignRow>`
    select c.id, c.owner, o.handle as owner_handle, o.name_en as owner_en, o.name_ko as owner_ko, c.title_en, c.title_ko,
      c.description_en, c.description_ko, c.vulnerabilities, c.package, c.ecosystem, c.range, c.starts_at, c.due_at, c.zone,
      c.reach, c.ended_at, c.reminded
    from campaign c join organisation o on o.id = c.owner
    where ${which} order by c.id
  `.execute(database);
  return rows;
}
