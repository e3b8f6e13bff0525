import type { AdvisoryDocument } from "@bongsu/advisories";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Executor } from "../../platform/database/database.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import {
  type AdvisoryChange,
  type AdvisoryInput,
  type SignalChange,
  takeAdvisories,
  takeEpss,
  takeKnownExploited,
  vulnerabilitiesNamed,
} from "../advisories/index.ts";
import {
  type Asset,
  type AssetChange,
  changeAsset,
  type SbomChange,
  type SbomInput,
  storeSbom,
} from "../inventories/index.ts";
import { noteFactsChange, noteInventoryChange } from "./changes.ts";
import { lockMatching } from "./locks.ts";
import { matchVersions } from "./match.ts";
import { noCounts, type RefreshCounts, refreshExposures } from "./refresh.ts";
import { renameVulnerabilities } from "./rename.ts";
import { type StatementChange, type StatementScope, takeStatements } from "./statements.ts";

// Each cause has two forms: one within the caller's transaction (`…In`), and one that makes a transaction of its own.

export type SbomTaken = SbomChange & RefreshCounts;
export type AdvisoriesTaken = AdvisoryChange & RefreshCounts;
export type SignalsTaken = SignalChange & RefreshCounts;
export type StatementsTaken = StatementChange & RefreshCounts;
export type NewSbom = Omit<SbomInput, "receivedAt">;

/** An SBOM becomes the asset's inventory, and its exposures are finished. */
export async function takeSbomIn(
  transaction: Executor,
  clock: Clock,
  asset: Asset,
  input: NewSbom,
): Promise<SbomTaken> {
  await lockMatching(transaction, "inventory");
  const now = clock.now();
  const change = await storeSbom(transaction, asset, { ...input, receivedAt: now });
  const { organisation } = asset;
  await noteInventoryChange(transaction, { at: now, cause: `sbom ${change.revision}`, organisation });
  if (change.unchanged) return { ...change, ...noCounts() };
  if (change.newPackageVersions.length > 0) {
    await matchVersions(transaction, { packageVersions: change.newPackageVersions });
  }
  const counts = await refreshExposures(transaction, { asset }, `sbom ${change.revision}`, now);
  return { ...change, ...counts };
}

export const takeSbom = (database: Database, clock: Clock, asset: Asset, input: NewSbom): Promise<SbomTaken> =>
  inTransaction(database, (transaction) => takeSbomIn(transaction, clock, asset, input));

/** An asset's own facts change, and the urgency of its exposures follows. Throws as `changeAsset` does. */
export async function changeAssetIn(
  transaction: Executor,
  clock: Clock,
  asset: Asset,
  change: AssetChange,
): Promise<{ asset: Asset } & RefreshCounts> {
  await lockMatching(transaction, "inventory");
  const changed = await changeAsset(transaction, asset, change);
  const counts = await refreshExposures(transaction, { asset }, "asset", clock.now());
  return { asset: changed, ...counts };
}

/** Advisories become the world's knowledge, and every exposure to them is finished. */
export async function importAdvisoriesIn(
  transaction: Executor,
  clock: Clock,
  inputs: readonly AdvisoryInput[],
): Promise<AdvisoriesTaken> {
  await lockMatching(transaction, "world");
  const now = clock.now();
  const change = await takeAdvisories(transaction, inputs, now);
  const counts = await followAdvisories(transaction, change, now);
  return { ...change, ...counts };
}

export const importAdvisories = (
  database: Database,
  clock: Clock,
  inputs: readonly AdvisoryInput[],
): Promise<AdvisoriesTaken> => inTransaction(database, (transaction) => importAdvisoriesIn(transaction, clock, inputs));

async function followAdvisories(transaction: Executor, change: AdvisoryChange, now: Date): Promise<RefreshCounts> {
  if (change.advisories.length === 0) return noCounts();
  await matchVersions(transaction, { advisories: change.advisories });
  await renameVulnerabilities(transaction, change.renamed, now);
  const { vulnerabilities } = change;
  const counts = await refreshExposures(transaction, { vulnerabilities }, "advisory", now);
  await noteFactsChange(transaction, { at: now, cause: "advisory", vulnerabilities });
  return counts;
}

type Signals = Pick<AdvisoryDocument, "exploited" | "epss">;

/** A catalogue of exploited vulnerabilities or of EPSS scores; every exposure's urgency follows. */
export async function importSignalsIn(transaction: Executor, clock: Clock, document: Signals): Promise<SignalsTaken> {
  await lockMatching(transaction, "world");
  const exploited = document.exploited.length > 0 ? await takeKnownExploited(transaction, document.exploited) : null;
  const epss = document.epss.length > 0 ? await takeEpss(transaction, document.epss) : null;
  const changes = [exploited, epss].filter((change) => change !== null);
  const vulnerabilities = [...new Set(changes.flatMap((change) => change.vulnerabilities))];
  const now = clock.now();
  const counts = await refreshExposures(transaction, { vulnerabilities }, "signals", now);
  // Scores change every day, and nothing is said or counted by them.
  await noteFactsChange(transaction, { at: now, cause: "signals", vulnerabilities: exploited?.vulnerabilities ?? [] });
  const total = (name: "entries" | "changedNames") => changes.reduce((sum, change) => sum + change[name], 0);
  return { entries: total("entries"), changedNames: total("changedNames"), vulnerabilities, ...counts };
}

export const importSignals = (database: Database, clock: Clock, document: Signals): Promise<SignalsTaken> =>
  inTransaction(database, (transaction) => importSignalsIn(transaction, clock, document));

/** VEX statements; the exposures that they speak of follow. */
export async function importStatementsIn(
  transaction: Executor,
  clock: Clock,
  scope: StatementScope,
  document: AdvisoryDocument,
): Promise<StatementsTaken> {
  await lockMatching(transaction, "world");
  const now = clock.now();
  const change = await takeStatements(transaction, scope, document, now);
  const vulnerabilities = await vulnerabilitiesNamed(transaction, change.names);
  const counts = await refreshExposures(transaction, { vulnerabilities }, "vex", now);
  return { ...change, ...counts };
}

export const importStatements = (
  database: Database,
  clock: Clock,
  scope: StatementScope,
  document: AdvisoryDocument,
): Promise<StatementsTaken> =>
  inTransaction(database, (transaction) => importStatementsIn(transaction, clock, scope, document));
