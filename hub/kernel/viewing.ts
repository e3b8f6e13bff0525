import type { Database, Executor } from "../platform/database/database.ts";
import { inTransaction } from "../platform/database/transaction.ts";
import type { Actor } from "./actor.ts";
import { enterViewer, leaveViewer, type Viewer } from "./viewer.ts";

/** The actor as the database's policies know him. */
export function viewerOf(actor: Actor): Viewer {
  if (actor.kind === "person") return { kind: "person", person: actor.person };
  const [held] = actor.kind === "service" ? actor.held : [];
  return held === undefined ? { kind: "anonymous" } : { kind: "service", organisation: held.organisation };
}

/** Reads through the actor's eyes within one transaction. */
export interface Eyes {
  /** Calls must not overlap: the role is the transaction's. */
  seen<T>(work: (database: Executor) => Promise<T>): Promise<T>;
  /** Back to the hub's own rights, where they were given up. */
  leave(): Promise<void>;
}

/**
 * The actor's eyes. With `stay`, the transaction goes on as the actor after the first read, until `leave`: an operation
 * that only reads is spared the way there and back.
 */
export function eyesOf(transaction: Executor, actor: Actor, now: Date, { stay = false } = {}): Eyes {
  let reading = false;
  let entered = false;
  const leave = async () => {
    if (!entered) return;
    entered = false;
    await leaveViewer(transaction);
  };
  const seen: Eyes["seen"] = async (work) => {
    if (reading) throw new Error("a viewer's reads overlap");
    reading = true;
    try {
      if (!entered) await enterViewer(transaction, viewerOf(actor), now);
      entered = true;
      return await work(transaction);
    } finally {
      // Also where the work threw and its operation goes on. A transaction that failed as a whole ends by itself.
      if (!stay) await leave().catch(() => {});
      reading = false;
    }
  };
  return { seen, leave };
}

/** Reads as the actor in a transaction of its own: for answers that go on after their operation. */
export const seenBy = <T>(
  database: Database,
  actor: Actor,
  now: Date,
  work: (database: Executor) => Promise<T>,
): Promise<T> =>
  inTransaction({ kysely: database.requests }, (transaction) =>
    eyesOf(transaction, actor, now, { stay: true }).seen(work),
  );
