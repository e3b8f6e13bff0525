import type { Command } from "commander";
import { commands } from "../../apps/cli/src/commands/index.ts";
import type { CliContext } from "../../apps/cli/src/context.ts";
import { sayIn } from "../../apps/cli/src/messages/say.ts";

const silent = { write: () => {}, isTerminal: false, width: null, colour: false };

const context: CliContext = {
  language: "en",
  say: sayIn("en"),
  out: silent,
  err: silent,
  now: () => "2026-01-01T00:00:00Z",
  run: async () => 0,
  exitCode: 0,
};

/** Options of the program itself. */
const everywhere = new Set(["--lang", "--help", "-h", "--version"]);

/** The command that the words name, and what is left of them; null where there is none of the first name. */
async function named(words: readonly string[]): Promise<{ command: Command; rest: string[] } | null> {
  const roots = await Promise.all(commands.map((make) => make(context, words)));
  const [first = "", ...more] = words;
  let command = roots.find((one) => one.name() === first);
  if (command === undefined) return null;
  let rest = more;
  for (;;) {
    const [name = ""] = rest;
    const child: Command | undefined = command.commands.find((one) => one.name() === name);
    if (child === undefined) return { command, rest };
    command = child;
    rest = rest.slice(1);
  }
}

/** Takes the options off; gives what stands alone, or the option that is not known. */
function standing(command: Command, words: readonly string[]): string[] | string {
  const alone: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (!/^--?[a-z]/.test(word)) {
      alone.push(word);
      continue;
    }
    const [flag = "", value] = word.split("=");
    const option = command.options.find(({ long, short }) => long === flag || short === flag);
    if (option === undefined && !everywhere.has(flag)) return flag;
    const takes =
      option === undefined
        ? flag === "--lang"
        : option.required || (option.optional && !/^-|^$/.test(words[at + 1] ?? ""));
    if (takes && value === undefined) at += 1;
    while (option?.variadic === true && words[at + 1] !== undefined && !(words[at + 1] ?? "").startsWith("-")) at += 1;
  }
  return alone;
}

/** What is wrong with a command line; null where the program would take it. */
export async function commandFault(words: readonly string[]): Promise<string | null> {
  const [first = ""] = words;
  // A sentence may say how any command begins.
  if (first === "" || first.startsWith("…") || everywhere.has(first.split("=")[0] ?? "")) return null;
  const found = await named(words);
  if (found === null) return `there is no command ${first}`;
  const { command, rest } = found;
  if (rest[0]?.startsWith("…")) return null;
  const alone = standing(command, rest);
  if (typeof alone === "string") return `${command.name()} has no option ${alone}`;
  if (command.commands.length > 0 && alone.length > 0 && command.registeredArguments.length === 0) {
    return `${command.name()} has no command ${alone[0]}`;
  }
  const most = command.registeredArguments.some(({ variadic }) => variadic)
    ? Number.POSITIVE_INFINITY
    : command.registeredArguments.length;
  return alone.length > most ? `${command.name()} takes no ${alone[most]}` : null;
}
