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
import { type Asset, type SbomChange, type SbomInput, storeSbom } from "../inventories/index.ts";
import { lockMatching } from "./locks.ts";
import { matchVersions } from "./match.ts";
import { type RefreshCounts, refreshExposures } from "./refresh.ts";
import { renameVulnerabilities } from "./rename.ts";
import { type StatementChange, type StatementScope, takeStatements } from "./statements.ts";

/** An SBOM becomes the asset's inventory, and its exposures are finished, in one transaction. */
export function takeSbom(
  database: Database,
  clock: Clock,
  asset: Asset,
  input: Omit<SbomInput, "receivedAt">,
): Promise<SbomChange & RefreshCounts> {
  return inTransaction(database, async (transaction) => {
    await lockMatching(transaction, "inventory");
    const now = clock.now();
    const change = await storeSbom(transaction, asset, { ...input, receivedAt: now });
    if (change.unchanged) return { ...change, opened: 0, changed: 0, closed: 0 };
    if (change.newPackageVersions.length > 0) {
      await matchVersions(transaction, { packageVersions: change.newPackageVersions });
    }
    const counts = await refreshExposures(transaction, { asset }, `sbom ${change.revision}`, now);
    return { ...change, ...counts };
  });
}

/** Advisories become the world's knowledge, and every exposure to them is finished, in one transaction. */
export function importAdvisories(
  database: Database,
  clock: Clock,
  inputs: readonly AdvisoryInput[],
): Promise<AdvisoryChange & RefreshCounts> {
  return inTransaction(database, async (transaction) => {
    await lockMatching(transaction, "world");
    const now = clock.now();
    const change = await takeAdvisories(transaction, inputs, now);
    const counts = await followAdvisories(transaction, change, now);
    return { ...change, ...counts };
  });
}

async function followAdvisories(transaction: Executor, change: AdvisoryChange, now: Date): Promise<RefreshCounts> {
  if (change.advisories.length === 0) return { opened: 0, changed: 0, closed: 0 };
  await matchVersions(transaction, { advisories: change.advisories });
  await renameVulnerabilities(transaction, change.renamed);
  return refreshExposures(transaction, { vulnerabilities: change.vulnerabilities }, "advisory", now);
}

/** A catalogue of exploited vulnerabilities or of EPSS scores; every exposure's urgency follows, in one transaction. */
export function importSignals(
  database: Database,
  clock: Clock,
  document: Pick<AdvisoryDocument, "exploited" | "epss">,
): Promise<SignalChange & RefreshCounts> {
  return inTransaction(database, async (transaction) => {
    await lockMatching(transaction, "world");
    const changes = [
      ...(document.exploited.length > 0 ? [await takeKnownExploited(transaction, document.exploited)] : []),
      ...(document.epss.length > 0 ? [await takeEpss(transaction, document.epss)] : []),
    ];
    const vulnerabilities = [...new Set(changes.flatMap((change) => change.vulnerabilities))];
    const counts = await refreshExposures(transaction, { vulnerabilities }, "signals", clock.now());
    const total = (name: "entries" | "changedNames") => changes.reduce((sum, change) => sum + change[name], 0);
    return { entries: total("entries"), changedNames: total("changedNames"), vulnerabilities, ...counts };
  });
}

/** VEX statements; the exposures that they speak of follow, in one transaction. */
export function importStatements(
  database: Database,
  clock: Clock,
  scope: StatementScope,
  document: AdvisoryDocument,
): Promise<StatementChange & RefreshCounts> {
  return inTransaction(database, async (transaction) => {
    await lockMatching(transaction, "world");
    const now = clock.now();
    const change = await takeStatements(transaction, scope, document, now);
    const vulnerabilities = await vulnerabilitiesNamed(transaction, change.names);
    const counts = await refreshExposures(transaction, { vulnerabilities }, "vex", now);
    return { ...change, ...counts };
  });
}
