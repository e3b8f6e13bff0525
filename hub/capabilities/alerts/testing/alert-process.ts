import { systemClock } from "../../../platform/clock.ts";
import { openServer } from "../../../platform/database/server.ts";
import { escalateDue } from "../clocks/escalate.ts";
import { drainExposures } from "../exposure/drain.ts";
import { makeDigests } from "../people/digests.ts";

// A process that a test may kill: does whatever waits for alerts, until nothing is left, and says so.
const [url = "", at = ""] = process.argv.slice(2);
const database = await openServer(url, 2);
const clock = at === "" ? systemClock : { now: () => new Date(at) };
const ground = { database, clock, zone: "Asia/Seoul" };
console.log("ready");
for (const work of [drainExposures, escalateDue, makeDigests]) while (await work(ground));
await database.close();
console.log("done");
