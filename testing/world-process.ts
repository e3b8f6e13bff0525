import { openDatabase } from "../hub/platform/database/open.ts";
import { type WorldSize, worldSteps } from "./world.ts";

// A process that a test may kill: works through the world's causes from the first, and says so.
const [database, size, part = "0", parts = "1"] = process.argv.slice(2);
const where = JSON.parse(database ?? "{}") as { databaseUrl: string | null; dataDir: string };
const open = await openDatabase({ ...where, databaseConnections: 2 });
const steps = worldSteps(open, JSON.parse(size ?? "{}") as WorldSize);
console.log("ready");
for (const [index, step] of steps.entries()) {
  if (index % Number(parts) === Number(part)) await step();
}
await open.close();
console.log("done");
