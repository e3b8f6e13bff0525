import type { Executor } from "../../../platform/database/database.ts";
import { inTransaction } from "../../../platform/database/transaction.ts";
import { settleEscalations } from "../clocks/coordinators.ts";
import type { AlertGround } from "../ground.ts";
import { type Kept, keepAlerts, settleAlerts } from "../keep.ts";
import { tellAlerts } from "../tell.ts";
import { type ExposureFacts, factsOf, type Pair } from "./facts.ts";
import { takeChanges, takeStale } from "./stale.ts";
import { decisionOf, exposureTexts } from "./texts.ts";

/** Changes that one round takes up, and alerts that one transaction brings up to date. */
const most = { changes: 20, alerts: 2_000 };

const refOf = ({ organisation, vulnerability }: Pair) =>
  ({ organisation, topic: "exposure", key: vulnerability }) as const;

function draftOf(facts: ExposureFacts, now: Date, zone: string): Kept {
  const { vulnerability, urgency, dueAt, answered, latest } = facts;
  const { title, rating, score, exploitation, exposures, assets, assetNames, components, componentCount } = facts;
  return {
    ...refOf(facts),
    ...exposureTexts(facts, now, zone),
    ...{ urgency, dueAt, answered, latest, people: null },
    link: `/exposures?vulnerability=${encodeURIComponent(vulnerability)}`,
    facts: {
      ...{ vulnerability, title, rating, score, exploitation, decision: decisionOf(urgency) },
      ...{ exposures, assets, assetNames, components, componentCount },
    },
  };
}

/** Brings the alerts of these pairs to what the exposures say now, and tells people. A second time changes nothing. */
export async function refreshAlerts(
  transaction: Executor,
  now: Date,
  zone: string,
  pairs: readonly Pair[],
): Promise<void> {
  const facts = await factsOf(transaction, pairs);
  const [open, over] = [
    facts.filter(({ exposures }) => exposures > 0),
    facts.filter(({ exposures }) => exposures === 0),
  ];
  const kept = await keepAlerts(
    transaction,
    now,
    open.map((one) => draftOf(one, now, zone)),
  );
  const settled = await settleAlerts(transaction, now, over.map(refOf));
  const answered = open.filter((one) => one.answered).map(refOf);
  const relieved = await settleEscalations(transaction, now, [...answered, ...over.map(refOf)]);
  await tellAlerts(transaction, now, zone, [...kept, ...settled, ...relieved]);
}

/**
 * Does some of what changed exposures mean for alerts: in transactions of bounded size, each of which does its work or
 * leaves it waiting. True where there is more.
 */
export async function drainExposures({ database, clock, zone }: AlertGround): Promise<boolean> {
  const taken = await inTransaction(database, (transaction) => takeChanges(transaction, most.changes));
  const done = await inTransaction(database, async (transaction) => {
    const pairs = await takeStale(transaction, most.alerts);
    if (pairs.length > 0) await refreshAlerts(transaction, clock.now(), zone, pairs);
    return pairs.length;
  });
  return taken || done === most.alerts;
}
