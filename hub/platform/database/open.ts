import type { Config } from "../config.ts";
import type { Database } from "./database.ts";

/** Opens the database that the configuration names; the driver of the other kind is not loaded. */
export async function openDatabase(
  config: Pick<Config, "databaseUrl" | "dataDir" | "databaseConnections">,
): Promise<Database> {
  if (config.databaseUrl === null) return (await import("./embedded.ts")).openEmbedded(config.dataDir);
  return (await import("./server.ts")).openServer(config.databaseUrl, config.databaseConnections);
}
