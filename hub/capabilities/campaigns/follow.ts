import { sql } from "kysely";
import type { Hub } from "../../kernel/index.ts";
import type { Executor } from "../../platform/database/database.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { takeTurn, takeTurnIfFree } from "../../platform/database/turns.ts";
import { type Rounds, startRounds } from "../../platform/rounds.ts";
import { type ExposureChange, exposureChannel, returnExposureChange, takeExposureChanges } from "../exposure/index.ts";
import { namesOfCampaign } from "./campaign/evidence.ts";
import { recountCampaign } from "./campaign/recount.ts";
import { campaignRows } from "./campaign/row.ts";
import { tellMembers } from "./campaign/tell.ts";
import { refreshStandings } from "./standing/refresh.ts";

type Ground = Pick<Hub, "database" | "clock" | "alerts">;

/** Causes, organisations and alerts that one transaction sees to: short enough for whoever waits behind it. */
const changesAtOnce = 20;
const organisationsAtOnce = 5_000;
const lettersAtOnce = 500;

/** Notified when a campaign was made or changed: the work is the same as after a change of exposures. */
export const campaignChannel = exposureChannel;

/** One process counts at a time: a sum that was begun earlier must not be written over one that was begun later. */
const isMine = (transaction: Executor): Promise<boolean> => takeTurnIfFree(transaction, "campaigns");

/** The same for who can wait for it. */
export const takeMine = (transaction: Executor): Promise<void> => takeTurn(transaction, "campaigns");

async function followCampaigns(
  transaction: Executor,
  { clock, alerts }: Ground,
  changes: readonly ExposureChange[],
  organisations: readonly string[],
): Promise<void> {
  const touched = new Set(changes.flatMap(({ vulnerabilities }) => vulnerabilities ?? []));
  const all = changes.some(({ vulnerabilities }) => vulnerabilities === null);
  for (const campaign of await campaignRows(transaction, "running")) {
    const concerns =
      all ||
      campaign.package !== null ||
      (await namesOfCampaign(transaction, campaign)).some((name) => touched.has(name));
    if (concerns) await recountCampaign(transaction, clock, alerts, campaign, organisations);
  }
}

/** Sees to some of what changed. True where there may be more. */
export const followChanges = (ground: Ground): Promise<boolean> =>
  inTransaction(ground.database, async (transaction) => {
    if (!(await isMine(transaction))) return false;
    const changes = await takeExposureChanges(transaction, "campaigns", changesAtOnce);
    const [first] = changes;
    if (first === undefined) return false;
    const now = ground.clock.now();
    const organisations = [...new Set(changes.flatMap((change) => change.organisations))].sort();
    const these = organisations.slice(0, organisationsAtOnce);
    await refreshStandings(transaction, these, now);
    await followCampaigns(transaction, ground, changes, these);
    const left = organisations.slice(organisationsAtOnce);
    if (left.length > 0) {
      const rest = { at: first.at, cause: "rest", organisations: left, vulnerabilities: null };
      await returnExposureChange(transaction, "campaigns", rest);
    }
    return true;
  });

/** Counts one campaign that nobody has counted yet. True where there may be more. */
const countNew = (ground: Ground): Promise<boolean> =>
  inTransaction(ground.database, async (transaction) => {
    const { rows } = await sql<{ id: string }>`
      select id from campaign where not is_counted and ended_at is null limit 1
    `.execute(transaction);
    if (rows.length === 0 || !(await isMine(transaction))) return false;
    for (const campaign of await campaignRows(
      transaction,
      rows.map(({ id }) => id),
    )) {
      await recountCampaign(transaction, ground.clock, ground.alerts, campaign, null);
    }
    return true;
  });

const tell = (ground: Ground): Promise<boolean> =>
  inTransaction(
    ground.database,
    async (transaction) => (await tellMembers(transaction, ground.clock, ground.alerts, lettersAtOnce)) > 0,
  );

/** One round of whatever waits: changes of exposures, new campaigns, organisations to tell. True where there may be more. */
export async function followOnce(ground: Ground): Promise<boolean> {
  const followed = await followChanges(ground);
  const counted = await countNew(ground);
  const told = await tell(ground);
  return followed || counted || told;
}

/** Keeps standings and campaigns up to date for as long as the process lives. */
export const startCampaigns = (ground: Ground, onError: (error: unknown) => void): Promise<Rounds> =>
  startRounds({ database: ground.database, channel: campaignChannel, run: () => followOnce(ground), onError });
