import { createInterface } from "node:readline/promises";
import type { CliContext } from "../context.ts";
import { newAdvisory } from "../demo-country/index.ts";
import { Stage } from "./stage.ts";

/** Cuts a line into words as a shell would, as far as quotes. */
export function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? "",
  );
}

/** Says what can be asked of the country now. */
export function sayWhatNext(context: CliContext, folder: string): void {
  const { say } = context;
  const stage = new Stage(context);
  stage.line(`\n${stage.bold(say("country.next"))}`);
  for (const command of [
    `exposed ${newAdvisory.id}`,
    "exposed pkg:maven/org.apache.logging.log4j/log4j-core",
    "asset list",
    "org list",
    "db status",
  ]) {
    stage.line(`  BONGSU_DATA_DIR=${folder} npm start --silent -- ${command}`);
  }
  stage.line(say("country.next.match"));
  stage.line("  npm start --silent -- demo match");
}

/** Leaves the country open for questions: every line is a command, until `exit` or the end of the input. */
export async function promptCountry(context: CliContext, folder: string): Promise<void> {
  const { say, out } = context;
  process.env.BONGSU_DATA_DIR = folder;
  delete process.env.DATABASE_URL;
  out.write(`\n${say("country.prompt")}\n`);
  const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: "bongsu> " });
  terminal.prompt();
  for await (const line of terminal) {
    const words = wordsOf(line);
    const args = words[0] === "bongsu" ? words.slice(1) : words;
    if (args[0] === "exit" || args[0] === "quit") break;
    if (args.length > 0) await context.run(args);
    terminal.prompt();
  }
  terminal.close();
}
