import { appendFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { lockFolder } from "../hub/platform/database/lock.ts";

// One of several processes that want the same folder: goes in and out a few times, and notes it.
const [folder = "", log = ""] = process.argv.slice(2);
for (let times = 0; times < 4; ) {
  const release = await lockFolder(folder).catch(() => null);
  if (release === null) continue;
  appendFileSync(log, `${process.pid} in\n`);
  await sleep(1);
  appendFileSync(log, `${process.pid} out\n`);
  release();
  times += 1;
  await sleep(Math.random() * 10);
}
