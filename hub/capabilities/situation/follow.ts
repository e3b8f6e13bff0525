import { sql } from "kysely";
import type { Hub } from "../../kernel/index.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Executor } from "../../platform/database/database.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { takeTurn, takeTurnIfFree } from "../../platform/database/turns.ts";
import { type Rounds, startRounds } from "../../platform/rounds.ts";
import { exposureChannel, returnExposureChange, takeExposureChanges } from "../exposure/index.ts";
import { keepDays } from "./days.ts";
import { recountOrganisations, staleOrganisations } from "./organisations.ts";
import { recountUpgrades } from "./upgrades.ts";
import { markVulnerabilities, recountVulnerabilities } from "./vulnerabilities.ts";

/** Causes, organisations and vulnerabilities that one transaction sees to: short enough for whoever waits behind it. */
const changesAtOnce = 20;
const organisationsAtOnce = 200;
const vulnerabilitiesAtOnce = 50;

/** One process counts at a time: a sum that was begun earlier must not be written over one that was begun later. */
const turn = "situation";
const isMine = (transaction: Executor): Promise<boolean> => takeTurnIfFree(transaction, turn);

const remember = (transaction: Executor, name: "changed" | "upgrades", at: Date) =>
  sql`
    insert into situation_state (name, at) values (${name}, ${at})
    on conflict (name) do update set at = greatest(situation_state.at, excluded.at)
  `.execute(transaction);

/** Sees to some of what changed. True where there may be more. */
export const followChanges = (database: Database, clock: Clock): Promise<boolean> =>
  inTransaction(database, async (transaction) => {
    if (!(await isMine(transaction))) return false;
    const changes = await takeExposureChanges(transaction, "situation", changesAtOnce);
    if (changes.length === 0) return false;
    const now = clock.now();
    const all = changes.some(({ vulnerabilities }) => vulnerabilities === null);
    await markVulnerabilities(
      transaction,
      all ? null : changes.flatMap(({ vulnerabilities }) => vulnerabilities ?? []),
    );
    const organisations = [...new Set(changes.flatMap((change) => change.organisations))].sort();
    await recountOrganisations(transaction, organisations.slice(0, organisationsAtOnce), now);
    const left = organisations.slice(organisationsAtOnce);
    if (left.length > 0) {
      const [{ at, cause }] = changes as [(typeof changes)[number]];
      await returnExposureChange(transaction, "situation", { at, cause, organisations: left, vulnerabilities: [] });
    }
    await remember(transaction, "changed", now);
    return true;
  });

/** Counts some of the marked vulnerabilities. True where there may be more. */
export const followVulnerabilities = (database: Database): Promise<boolean> =>
  inTransaction(
    database,
    async (transaction) =>
      (await isMine(transaction)) &&
      (await recountVulnerabilities(transaction, vulnerabilitiesAtOnce)) === vulnerabilitiesAtOnce,
  );

/** Counts what time alone has changed, and what nobody has counted yet. */
export async function refreshOrganisations(database: Database, clock: Clock): Promise<void> {
  for (;;) {
    const count = await inTransaction(database, async (transaction) => {
      await takeTurn(transaction, turn);
      const now = clock.now();
      const stale = await staleOrganisations(transaction, now, organisationsAtOnce);
      await recountOrganisations(transaction, stale, now);
      return stale.length;
    });
    if (count < organisationsAtOnce) return;
  }
}

/** The duty of every ten minutes: what time changed, the days, and the upgrades where something changed. */
export async function keepSituation({ database, clock }: Pick<Hub, "database" | "clock">): Promise<void> {
  await refreshOrganisations(database, clock);
  await inTransaction(database, (transaction) => keepDays(transaction, clock.now()));
  await inTransaction(database, async (transaction) => {
    const { rows } = await sql<{ stale: boolean }>`
      select c.at >= coalesce(u.at, '-infinity') as stale from situation_state c
      left join situation_state u on u.name = 'upgrades' where c.name = 'changed'
    `.execute(transaction);
    if (rows[0]?.stale !== true) return;
    await takeTurn(transaction, turn);
    await recountUpgrades(transaction);
    await remember(transaction, "upgrades", clock.now());
  });
}

/** Milliseconds between two counts of vulnerabilities: what many SBOMs change one after the other is counted once. */
const vulnerabilityInterval = 5_000;

/** Keeps the picture for as long as the process lives. */
export async function startSituation(
  { database, clock }: Pick<Hub, "database" | "clock">,
  onError: (error: unknown) => void,
): Promise<Rounds> {
  const organisations = await startRounds({
    database,
    channel: exposureChannel,
    run: () => followChanges(database, clock),
    onError,
  });
  const vulnerabilities = await startRounds({
    database,
    channel: "bongsu_situation_vulnerability",
    interval: vulnerabilityInterval,
    run: () => followVulnerabilities(database),
    onError,
  });
  return {
    wake: organisations.wake,
    settle: async () => {
      await organisations.settle();
      await vulnerabilities.settle();
    },
    stop: async () => {
      await organisations.stop();
      await vulnerabilities.stop();
    },
  };
}
