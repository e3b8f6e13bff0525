import { BongsuError, type Problem } from "@bongsu/base";
import type { Hub } from "../../../kernel/index.ts";
import { inTransaction } from "../../../platform/database/transaction.ts";
import { record } from "../../audit/index.ts";
import { type BundleHub, hubName, importBundle, sourceOf } from "../../bundles/index.ts";
import { requireLease } from "../lease.ts";
import { undecided } from "../ledger.ts";
import { allowedFolder, type FolderFile, filesOf, openWithin } from "./files.ts";
import type { Read, Work } from "./work.ts";

/** What bundles need besides what every reader works with. */
export type BundleGround = Pick<Hub, "vault" | "identity"> & { lease: string };

/** The hub as bundles need it; what it takes by itself stands in the trail as its own doing. */
const bundleHub = ({ database, clock, config, source }: Work, { vault, identity }: BundleGround): BundleHub => ({
  ...{ database, clock, vault, identity },
  name: hubName(config),
  record: async (transaction, { operation, subject, marking, details }) => {
    await record(transaction, clock, {
      actorKind: "hub",
      actorName: `source ${source.handle}`,
      operation,
      subjectKind: subject.kind,
      subject: subject.id,
      outcome: "done",
      marking,
      details,
    });
  },
});

/** Takes one bundle. Gives why it is not to be taken, or not yet; null where it came to its end. */
async function takeBundle(work: Work, ground: BundleGround, root: string, file: FolderFile): Promise<Problem | null> {
  const { database, source, counts } = work;
  await inTransaction(database, (transaction) => requireLease(transaction, source.id, ground.lease));
  try {
    const handle = await openWithin(root, file.path);
    try {
      const bundle = await sourceOf(handle, file.key);
      const summary = await importBundle(bundleHub(work, ground), bundle, { replay: false, allowGap: false });
      if (summary.wasTaken) return null;
      counts.taken += summary.advisories + summary.reports;
      counts.unchanged += summary.unchanged;
      counts.problems += summary.refusedCount;
    } finally {
      await handle.close();
    }
    return null;
  } catch (error) {
    if (!(error instanceof BongsuError) || error.code.startsWith("database.")) throw error;
    return error.problem;
  }
}

/**
 * A folder in which bundles of other hubs arrive. Those of hubs that this one trusts are taken, on the terms of that
 * trust. One that goes on from another that is not taken yet is tried again behind it.
 */
export const readBundles =
  (ground: BundleGround): Read =>
  async (work) => {
    const { source, database, clock, config, limits, intake, counts, signal, progress } = work;
    const root = await allowedFolder(source.address, config);
    const files = await filesOf(root, limits);
    const fresh = await undecided(database.kysely, source.id, files, clock.now());
    intake.unchanged(files.length - fresh.length);
    let waiting = fresh.map((file) => ({ file, problem: null as Problem | null }));
    for (let before = Number.POSITIVE_INFINITY; waiting.length < before; ) {
      before = waiting.length;
      const left: typeof waiting = [];
      for (const { file } of waiting) {
        signal.throwIfAborted();
        const problem = await takeBundle(work, ground, root, file);
        if (problem !== null) left.push({ file, problem });
        else {
          counts.bytes += file.size;
          await intake.pass({ key: file.key, mark: file.mark });
        }
        await progress();
      }
      waiting = left;
    }
    for (const { file, problem } of waiting) {
      if (problem !== null) await intake.refuse({ key: file.key, mark: file.mark }, problem);
    }
    await intake.flush();
    return fresh.length === 0 ? "unchanged" : "done";
  };
