import type { Clock } from "../../platform/clock.ts";
import type { Database, Executor } from "../../platform/database/database.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { type AdvisoryChange, type AdvisoryInput, type IdentityOf, takeAdvisories } from "../advisories/index.ts";
import { type Asset, type SbomChange, type SbomInput, storeSbom } from "../inventories/index.ts";
import { lockMatching } from "./locks.ts";
import { matchVersions } from "./match.ts";
import { type RefreshCounts, refreshExposures } from "./refresh.ts";
import { renameVulnerabilities } from "./rename.ts";

/** Which package an advisory's entry is matched by. */
const identityOf: IdentityOf = ({ subject }) => subject.package;

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
    const change = await takeAdvisories(transaction, inputs, identityOf, now);
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
