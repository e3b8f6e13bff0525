import { Command } from "commander";
import type { CliContext } from "../context.ts";

/** `bongsu hub`: every operation of a hub. They are looked up only where one of them is asked for. */
export async function hubCommand(context: CliContext, args: readonly string[]): Promise<Command> {
  const { say } = context;
  const command = new Command("hub")
    .description(say("hub.description"))
    .helpCommand(false)
    .addHelpText("after", `\n${say("hub.after")}`);
  if (!args.includes("hub")) return command;
  const { capabilityCommands } = await import("../remote/commands.ts");
  for (const one of capabilityCommands(context, args)) command.addCommand(one);
  return command;
}
