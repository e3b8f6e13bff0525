import { enterViewer, leaveViewer, type Viewer } from "../capabilities/members/viewer.ts";
import type { Database, Executor } from "../platform/database/database.ts";
import { inTransaction } from "../platform/database/transaction.ts";
import type { Actor } from "./actor.ts";

/** The actor as the database's policies know him. */
export function viewerOf(actor: Actor): Viewer {
  if (actor.kind === "person") return { kind: "person", person: actor.person };
  const [held] = actor.kind === "service" ? actor.held : [];
  return held === undefined ? { kind: "anonymous" } : { kind: "service", organisation: held.organisation };
}

/**
 * Gives a function that reads through the actor's eyes within one transaction. Its calls must not overlap: the role is
 * the transaction's.
 */
export function eyesOf(transaction: Executor, actor: Actor, now: Date) {
  let reading = false;
  return async <T>(work: (database: Executor) => Promise<T>): Promise<T> => {
    if (reading) throw new Error("a viewer's reads overlap");
    reading = true;
    try {
      await enterViewer(transaction, viewerOf(actor), now);
      return await work(transaction);
    } finally {
      // Also where the work threw and its operation goes on. A transaction that failed as a whole ends by itself.
      await leaveViewer(transaction).catch(() => {});
      reading = false;
    }
  };
}

/** Reads as the actor in a transaction of its own: for answers that go on after their operation. */
export const seenBy = <T>(
  database: Database,
  actor: Actor,
  now: Date,
  work: (database: Executor) => Promise<T>,
): Promise<T> => inTransaction(database, (transaction) => eyesOf(transaction, actor, now)(work));
