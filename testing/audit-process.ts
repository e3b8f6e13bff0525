import { auditNumbering, record } from "../hub/capabilities/audit/index.ts";
import { systemClock } from "../hub/platform/clock.ts";
import { openDatabase } from "../hub/platform/database/open.ts";
import { startSequencer } from "../hub/platform/sequence/index.ts";
import { someDraft } from "./audit-trail.ts";

// A process that a test may kill: records without end, and takes what is recorded into the chain with the others.
const [place = "", name = "", count = "Infinity"] = process.argv.slice(2);
const database = await openDatabase({ ...JSON.parse(place), databaseConnections: 4 });
const sequencer = await startSequencer(database, auditNumbering, (error) => console.error(error));
console.log("ready");
for (let index = 0; index < Number(count); index += 1) {
  await database.kysely
    .transaction()
    .execute((transaction) => record(transaction, systemClock, { ...someDraft, subject: `${name}-${index}` }));
  // Committed: whatever happens from here on, it must be found.
  console.log(`${name}-${index}`);
  if (index % 20 === 19) await sequencer.settle();
}
await sequencer.settle();
await sequencer.stop();
await database.close();
