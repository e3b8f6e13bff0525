import type { Database } from "./database.ts";
import { translateDatabaseError } from "./errors.ts";

/** Gives back the room of deleted rows and renews the planner's statistics. Gives the size before and after, in bytes. */
export async function vacuum(database: Database): Promise<{ before: number; after: number }> {
  try {
    const before = await database.size();
    await database.execute("vacuum (analyze)");
    return { before, after: await database.size() };
  } catch (error) {
    throw translateDatabaseError(error);
  }
}
