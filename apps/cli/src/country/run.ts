import type { CliContext } from "../context.ts";
import { newAdvisory } from "../demo-country/index.ts";
import { asked } from "../serve/run.ts";
import { openHub } from "./open-hub.ts";
import { promptHub } from "./prompt.ts";
import { Stage } from "./stage.ts";
import { demoFolder, openCountry, tellCountry } from "./story.ts";
import { tellHub } from "./tell-hub.ts";

function sayWhatNext(stage: Stage): void {
  const { say } = stage.context;
  stage.line(`\n${stage.bold(say("country.again"))}`);
  for (const command of ["serve", `exposed ${newAdvisory.id}`, "db status"]) {
    stage.line(`  BONGSU_DATA_DIR=${demoFolder} npm start --silent -- ${command}`);
  }
  stage.line(say("country.next.match"));
  stage.line("  npm start --silent -- demo match");
}

/**
 * The country's story, from an empty folder to a hub on it. With `once` it ends after the hub was checked; else the hub
 * stays, on a terminal with a prompt.
 */
export async function runCountry(context: CliContext, { once }: { once: boolean }): Promise<void> {
  const stage = new Stage(context);
  const database = await openCountry();
  try {
    await tellCountry(database, stage);
  } catch (error) {
    await database.close();
    throw error;
  }
  // From here on the database is the hub's, and closed with it.
  const hub = await openHub(database, demoFolder, context, process.env);
  try {
    const keys = await tellHub(stage, hub);
    sayWhatNext(stage);
    if (once) return;
    stage.line(`\n${context.say("country.stays")}`);
    const stopped = asked();
    // Whoever cannot answer is not asked.
    const isAnswering = context.out.isTerminal && process.stdin.isTTY === true;
    await (isAnswering ? Promise.race([promptHub(context, hub.url, keys), stopped]) : stopped);
  } finally {
    await hub.running.stop();
  }
}
