import { sql } from "kysely";
import type { Hub } from "../../kernel/index.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { keepDay } from "./campaign/days.ts";
import { recountCampaign, stillAsked } from "./campaign/recount.ts";
import { campaignRows } from "./campaign/row.ts";
import { followOnce, takeMine } from "./follow.ts";
import { organisationsAfter, refreshStandings } from "./standing/refresh.ts";

type Ground = Pick<Hub, "database" | "clock" | "alerts">;

const hour = 3_600_000;

/** Before its due time, a campaign reminds those who are still asked so early, then at the time itself. */
const firstReminder = 48 * hour;

const organisationsAtOnce = 1_000;

/** Which reminder a campaign has come to: 0 none, 1 the one before its due time, 2 that of the due time. */
export function reminderAt(now: Date, { starts_at, due_at }: { starts_at: Date; due_at: Date }): number {
  const left = due_at.getTime() - now.getTime();
  if (left <= 0) return 2;
  // One that asks for less than that reminds once only.
  return left <= firstReminder && due_at.getTime() - starts_at.getTime() > firstReminder ? 1 : 0;
}

/** Every minute: reminders that have come due, and today's point of campaigns that changed or were not counted for an hour. */
export async function keepCampaigns(ground: Ground): Promise<void> {
  const { database, clock } = ground;
  const now = clock.now();
  // What waits comes first, so that the day's point is of now.
  while (await followOnce(ground));
  await inTransaction(database, async (transaction) => {
    // A round that is under way is short: the minute's work waits for it, and is not left out.
    await takeMine(transaction);
    for (const campaign of await campaignRows(transaction, "running")) {
      const reminder = reminderAt(now, campaign);
      if (reminder <= campaign.reminded) continue;
      await sql`update campaign set reminded = ${reminder} where id = ${campaign.id}`.execute(transaction);
      await sql`
        update campaign_member set to_tell = true where campaign = ${campaign.id} and state in ${stillAsked} and told is not null
      `.execute(transaction);
    }
    const { rows } = await sql<{ id: string; zone: string }>`
      select id, zone from campaign where is_counted and (ended_at is null or point_at < ended_at)
        and (point_at is null or changed_at >= point_at or point_at < ${new Date(now.getTime() - hour)})
    `.execute(transaction);
    for (const row of rows) await keepDay(transaction, row, now);
  });
  while (await followOnce(ground));
}

/**
 * Every night: all standings and all campaigns anew, whatever was told of them. What time or members' own changes did (a
 * sector, a circle, an asset that went) is found at the latest then.
 */
export async function recountAll(ground: Ground): Promise<void> {
  const { database, clock, alerts } = ground;
  let last = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const ids = await inTransaction(database, async (transaction) => {
      await takeMine(transaction);
      const next = await organisationsAfter(transaction, last, organisationsAtOnce);
      await refreshStandings(transaction, next, clock.now());
      return next;
    });
    if (ids.length === 0) break;
    last = ids.at(-1) ?? last;
  }
  for (const { id } of await campaignRows(database.kysely, "running")) {
    await inTransaction(database, async (transaction) => {
      await takeMine(transaction);
      const [campaign] = await campaignRows(transaction, [id]);
      if (campaign === undefined || campaign.ended_at !== null) return;
      await recountCampaign(transaction, clock, alerts, campaign, null);
    });
  }
}
