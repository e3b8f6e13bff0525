import { Command } from "commander";
import type { CliContext } from "../context.ts";

/** `bongsu config` */
export function configCommand(context: CliContext): Command {
  const { say } = context;
  return new Command("config")
    .description(say("config.description"))
    .option("--json", say("option.json"), false)
    .action(async (given: { json: boolean }) => (await import("../hub/config.ts")).runConfig(given, context));
}
