import type { Executor } from "../../platform/database/database.ts";
import { takeTurn } from "../../platform/database/turns.ts";

/**
 * Both sides of the join must not change at once: an advisory that commits while an SBOM is taken would miss it, and
 * be missed by it. SBOMs share the turn among themselves; what changes the world's side has it alone. It goes with the
 * transaction.
 */
export const lockMatching = (transaction: Executor, side: "inventory" | "world"): Promise<void> =>
  takeTurn(transaction, "matching", { shared: side === "inventory" });
