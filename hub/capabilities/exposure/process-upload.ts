import { BongsuError } from "@bongsu/base";
import { readSbom, type Sbom } from "@bongsu/sbom";
import type { Hub } from "../../kernel/index.ts";
import type { Executor } from "../../platform/database/database.ts";
import { storableProblems } from "../../platform/database/document-texts.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { type EventDraft, emit } from "../../platform/events/index.ts";
import {
  inventoryProblems,
  isSuperseded,
  noteDone,
  noteFailure,
  noteProgress,
  progressEvent,
  type UploadRef,
  type WaitingUpload,
  waitingUpload,
} from "../inventories/index.ts";
import { lockMatching } from "./locks.ts";
import { takeUpload } from "./take-upload.ts";
import { problemsShown } from "./told.ts";

type Ground = Pick<Hub, "database" | "clock" | "config">;

/** Components after which the progress is told again. */
const step = 5_000;

/** Tells how far it is, in a short transaction of its own: what is told while the work goes on is told at once. */
const tell = (
  { database, clock }: Ground,
  ref: UploadRef,
  asset: string,
  state: "reading" | "matching",
  components: number,
) =>
  inTransaction(database, async (transaction) => {
    await noteProgress(transaction, ref, state, components);
    await emit(transaction, clock, progressEvent(ref, asset, state, { components }));
  });

async function fail({ database, clock }: Ground, ref: UploadRef, asset: string, error: BongsuError): Promise<void> {
  const [failure] = storableProblems([error.problem]);
  if (failure === undefined) return;
  await inTransaction(database, async (transaction) => {
    await noteFailure(transaction, ref, failure, clock.now());
    await emit(transaction, clock, progressEvent(ref, asset, "failed", { code: error.code }));
  });
}

async function take(ground: Ground, ref: UploadRef, waiting: WaitingUpload, sbom: Sbom): Promise<void> {
  const { database, clock } = ground;
  const { asset, file, document, build } = waiting;
  await inTransaction(database, async (transaction) => {
    // The lock of the matching comes before every row's; with statements in it, that is taken alone.
    await lockMatching(transaction, sbom.vulnerabilities.length > 0 ? "world" : "inventory");
    if ((await waitingUpload(transaction, ref)) === null) return;
    if (await isSuperseded(transaction, ref)) throw inventoryProblems.error("inventories.upload-superseded");
    const now = clock.now();
    const doing = doer(transaction, now);
    const { problems, ...taken } = await takeUpload(doing, asset, { file, sbom, original: document, build });
    await noteDone(transaction, ref, { ...taken, ...problemsShown(storableProblems(problems)) }, now);
    const { revision, unchanged, components, matchable } = taken;
    await doing.emit(progressEvent(ref, asset.id, "done", { revision, unchanged, components, matchable }));
  });
}

const doer = (transaction: Executor, now: Date) => ({
  database: transaction,
  clock: { now: () => now },
  emit: async (event: EventDraft) => void (await emit(transaction, { now: () => now }, event)),
});

/**
 * Reads a document that was handed in and takes it as its asset's inventory, telling how far it is. Done before, it does
 * nothing; stopped in the middle, it begins again. What cannot be read is kept, and said.
 */
export async function processUpload(ground: Ground, ref: UploadRef): Promise<void> {
  const { database, config } = ground;
  const waiting = await inTransaction(database, (transaction) => waitingUpload(transaction, ref));
  if (waiting === null) return;
  const { asset, file, document } = waiting;
  try {
    await tell(ground, ref, asset.id, "reading", 0);
    const onProgress = async (count: number) => {
      if (count % step === 0) await tell(ground, ref, asset.id, "reading", count);
    };
    const sbom = await readSbom(document, { file, maxBytes: config.maxBody, onProgress });
    await tell(ground, ref, asset.id, "matching", sbom.components.length);
    await take(ground, ref, waiting, sbom);
  } catch (error) {
    const isTheirs = error instanceof BongsuError && /^(sbom|json|xml|inventories)\./.test(error.code);
    if (!isTheirs) throw error;
    await fail(ground, ref, asset.id, error);
  }
}
