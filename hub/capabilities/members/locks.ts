import type { Executor } from "../../platform/database/database.ts";
import { takeTurn } from "../../platform/database/turns.ts";

/**
 * Makes changes of one kind take turns, where what must hold (somebody is left, nothing closes a circle) lies in
 * several rows. The lock goes with the transaction.
 */
export async function lockFor(transaction: Executor, what: "parents" | "hub-administrators"): Promise<void> {
  await takeTurn(transaction, `members.${what}`);
}
