import { displayWidth, wrapped } from "@bongsu/matching/width";
import type { Command, CommanderError, Option } from "commander";
import type { CliContext } from "./context.ts";
import type { MessageName } from "./messages/say.ts";

const titles: Record<string, MessageName> = {
  "Usage:": "help.usage",
  "Options:": "help.options",
  "Commands:": "help.commands",
  "Arguments:": "help.arguments",
  "Global Options:": "help.globalOptions",
};

/** What commander says in English by itself, by the code of its error. */
const faults: Record<string, MessageName> = {
  "commander.unknownOption": "usage.unknownOption",
  "commander.unknownCommand": "usage.unknownCommand",
  "commander.missingArgument": "usage.missingArgument",
  "commander.optionMissingArgument": "usage.optionMissingArgument",
  "commander.missingMandatoryOptionValue": "usage.missingOption",
  "commander.invalidArgument": "usage.invalidArgument",
  "commander.excessArguments": "usage.excessArguments",
};

function optionDescription({ description, argChoices, defaultValue }: Option, { say }: CliContext): string {
  const notes = [
    ...(argChoices === undefined ? [] : [say("help.choices", { choices: argChoices.join(", ") })]),
    ...(typeof defaultValue === "string" ? [say("help.default", { value: defaultValue })] : []),
  ];
  return notes.length === 0 ? description : `${description} (${notes.join("; ")})`;
}

/** Makes a command and those under it speak the reader's language, and throw instead of ending the process. */
export function configureCommand(command: Command, context: CliContext): void {
  const { say, out } = context;
  command
    .helpOption("-h, --help", say("option.help"))
    .exitOverride()
    .showSuggestionAfterError(true)
    .configureOutput({
      writeOut: (text) => out.write(text),
      // The error is told once, by whoever catches it.
      writeErr: () => undefined,
      getOutHelpWidth: () => out.width ?? 100,
    })
    .configureHelp({
      styleTitle: (title) => (titles[title] === undefined ? title : say(titles[title])),
      optionDescription: (option) => optionDescription(option, context),
      boxWrap: (text, width) =>
        text
          .split("\n")
          .flatMap((line) => wrapped(line, Math.max(20, width)))
          .join("\n"),
      displayWidth,
    });
  for (const child of command.commands) configureCommand(child, context);
}

/** A wrong command line in the reader's words: what is wrong, what was perhaps meant, where help is. */
export function usageMessage(error: CommanderError, command: string, { say }: CliContext): string {
  const name = /'([^']*)'/.exec(error.message)?.[1]?.split(" <")[0] ?? "";
  const suggestion = /Did you mean (?:one of )?([^?]*)\?/.exec(error.message)?.[1];
  const fault = faults[error.code];
  return [
    `bongsu: ${fault === undefined ? error.message : say(fault, { name })}`,
    ...(suggestion === undefined ? [] : [say("usage.suggestion", { name: suggestion })]),
    say("usage.help", { command }),
  ].join("\n");
}
