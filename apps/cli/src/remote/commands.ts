import { catalogue } from "@bongsu/client";
import {
  answersPages,
  byCapability,
  type Contract,
  capabilityTitle,
  type Field,
  fieldsOf,
  namesOf,
} from "@bongsu/contracts";
import { Argument, Command } from "commander";
import type { CliContext } from "../context.ts";
import { type FieldOptions, fieldOptions, kebab } from "./options.ts";

/** Options that a command has of its own; a field of the same name gives way. */
const own = new Set([
  "json",
  "all",
  "input",
  "output",
  "if-match",
  "idempotency-key",
  "yes",
  "lang",
  "help",
  "version",
]);

function addOwnOptions(command: Command, contract: Contract, { say }: CliContext, hasBody: boolean): void {
  const stream = contract.answers === "text/event-stream";
  if (contract.answers === "application/json" || stream) command.option("--json", say("hub.json"));
  else command.option("--output <file>", say("hub.output"));
  if (answersPages(contract)) command.option("--all", say("hub.all"));
  if (hasBody) command.option("--input <file>", say("hub.input"));
  if (/^(PUT|PATCH|DELETE)$/.test(contract.method)) command.option("--if-match <etag>", say("hub.ifMatch"));
  if (contract.creates) command.option("--idempotency-key <key>", say("hub.key"));
  if (contract.method === "DELETE") command.option("--yes", say("option.yes"));
}

/** The command's arguments: what the path names, then the file to send. */
function addArguments(command: Command, fields: readonly Field[], { language, say }: CliContext): void {
  for (const { name, meaning, travels } of fields) {
    if (travels === "path") command.addArgument(new Argument(`<${kebab(name)}>`, meaning?.[language] ?? ""));
    if (travels === "bytes") command.addArgument(new Argument("<file>", say("hub.file")));
  }
}

function fill(command: Command, contract: Contract, context: CliContext): void {
  const fields = fieldsOf(contract);
  // The file stands last, whatever the order of the contract.
  const standing = fields.filter(({ travels }) => travels === "path" || travels === "bytes");
  standing.sort((a, b) => Number(a.travels === "bytes") - Number(b.travels === "bytes"));
  addArguments(command, standing, context);
  const optional: { field: Field; options: FieldOptions }[] = fields
    .filter((field) => !standing.includes(field))
    .map((field) => ({ field, options: fieldOptions(field, own, context) }));
  for (const { options } of optional) for (const option of options.options) command.addOption(option);
  addOwnOptions(
    command,
    contract,
    context,
    fields.some(({ travels }) => travels === "body"),
  );
  command.action(async () => {
    const given = command.opts();
    const places = standing.map(({ name, travels }, at) => ({ name, travels, text: command.args[at] ?? "" }));
    const chosen = optional.flatMap(({ field, options }) => {
      const value = options.value(given);
      return value === undefined ? [] : [[field.name, value] as const];
    });
    const { runOperation } = await import("./run.ts");
    await runOperation(
      {
        contract,
        fields: Object.fromEntries([
          ...places.filter(({ travels }) => travels === "path").map(({ name, text }) => [name, text]),
          ...chosen,
        ]),
        required: optional
          .filter(({ field }) => field.required)
          .map(({ field, options }) => ({ name: field.name, flags: options.options[0]?.flags ?? field.name })),
        file: places.find(({ travels }) => travels === "bytes")?.text ?? null,
        options: given,
      },
      context,
    );
  });
}

function capabilityCommand(
  capability: string,
  contracts: readonly Contract[],
  context: CliContext,
  args: readonly string[],
): Command {
  const { language } = context;
  const group = new Command(capability).description(capabilityTitle(capability)[language]).helpCommand(false);
  if (!args.includes(capability)) return group;
  const only = contracts.length === 1;
  for (const contract of contracts) {
    const { command: name } = namesOf(contract);
    const command = new Command(name).description(contract.summary[language]);
    // Only what is asked for is spelled out; the others are there by name.
    if (only || args.includes(name)) fill(command, contract, context);
    group.addCommand(command, { isDefault: only });
  }
  return group;
}

/** A command for each capability of a hub, and under it one for each operation: made from the contracts alone. */
export function capabilityCommands(context: CliContext, args: readonly string[]): Command[] {
  const groups: [string, Record<string, Contract>][] = Object.entries(catalogue);
  return groups
    .sort(([a], [b]) => byCapability(a, b))
    .map(([capability, contracts]) => capabilityCommand(capability, Object.values(contracts), context, args));
}
