import { createInterface } from "node:readline/promises";
import type { CliContext } from "../context.ts";
import type { HandedOut } from "./hand-out.ts";

/** Cuts a line into words as a shell would, as far as quotes. */
export function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? "",
  );
}

/** The command line behind a line of the prompt: `bongsu` and `hub` may be left out. */
export function commandOf(line: string): string[] {
  const words = wordsOf(line);
  const bare = words[0] === "bongsu" ? words.slice(1) : words;
  return bare[0] === "hub" ? bare.slice(1) : bare;
}

/**
 * Asks the hub by its own commands, as one of the members: `as dure-bank` changes sides. Ends with `exit`, Ctrl-C or the
 * end of the input.
 */
export async function promptHub(context: CliContext, url: string, keys: readonly HandedOut[]): Promise<void> {
  const { say, out } = context;
  const become = (key: HandedOut) => {
    process.env.BONGSU_HUB = url;
    process.env.BONGSU_KEY = key.token;
    terminal.setPrompt(`${key.organisation}> `);
  };
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  out.write(`\n${say("country.prompt")}\n`);
  const [first] = keys;
  if (first !== undefined) become(first);
  terminal.prompt();
  for await (const line of terminal) {
    const [word = "", ...rest] = commandOf(line);
    if (word === "exit" || word === "quit") break;
    if (word === "as") {
      const key = keys.find(({ organisation }) => organisation === rest[0]);
      if (key === undefined) out.write(`${keys.map(({ organisation }) => organisation).join(" ")}\n`);
      else become(key);
    } else if (word !== "") await context.run(["hub", word, ...rest]);
    terminal.prompt();
  }
  terminal.close();
}
