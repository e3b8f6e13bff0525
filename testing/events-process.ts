import { setTimeout as sleep } from "node:timers/promises";
import { systemClock } from "../hub/platform/clock.ts";
import { openDatabase } from "../hub/platform/database/open.ts";
import { emit, eventNumbering } from "../hub/platform/events/index.ts";
import { startSequencer } from "../hub/platform/sequence/index.ts";

// A process that a test may kill: writes events, some of which it takes back, and numbers with the others.
const [databaseUrl = "", name = "", count = "0"] = process.argv.slice(2);
const database = await openDatabase({ databaseUrl, dataDir: "", databaseConnections: 4 });
const sequencer = await startSequencer(database, eventNumbering, (error) => console.error(error));
console.log("ready");

async function write(index: number): Promise<void> {
  const isTakenBack = index % 7 === 3;
  const done = database.kysely.transaction().execute(async (transaction) => {
    const subject = { kind: "test", id: `${name}-${index}` };
    await emit(transaction, systemClock, { kind: isTakenBack ? "test.taken-back" : "test.done", subject });
    // Commits do not come in the order of the inserts.
    await sleep(Math.random() * 12);
    if (isTakenBack) throw new Error("taken back");
  });
  await done.catch((error: Error) => {
    if (error.message !== "taken back") throw error;
  });
}

const indexes = Array.from({ length: Number(count) }, (_, index) => index);
const worker = async (): Promise<void> => {
  for (let index = indexes.shift(); index !== undefined; index = indexes.shift()) await write(index);
};
await Promise.all([worker(), worker(), worker()]);
await sequencer.settle();
await sequencer.stop();
await database.close();
console.log("done");
