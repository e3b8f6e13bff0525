import { enterViewer, leaveViewer, type Viewer } from "../../kernel/index.ts";
import type { Executor } from "../../platform/database/database.ts";

/** Reads as the viewer within the hub's own transaction. */
export async function asViewer<T>(
  transaction: Executor,
  viewer: Viewer,
  now: Date,
  read: (seen: Executor) => Promise<T>,
): Promise<T> {
  await enterViewer(transaction, viewer, now);
  try {
    return await read(transaction);
  } finally {
    // After a database error the transaction takes no statement any more; the error itself is what counts.
    await leaveViewer(transaction).catch(() => {});
  }
}
