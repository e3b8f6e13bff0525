import { Command } from "commander";
import type { CliContext } from "../context.ts";
import type { ExposedArguments } from "../hub/exposed.ts";

/** `bongsu exposed ID|purl` */
export function exposedCommand(context: CliContext): Command {
  const { say } = context;
  return new Command("exposed")
    .description(say("exposed.description"))
    .argument("<name>", say("exposed.argument"))
    .option("--state <state...>", say("exposed.state"), [])
    .option("--history", say("exposed.history"), false)
    .option("--json", say("option.json"), false)
    .addHelpText("after", `\n${say("exposed.after")}`)
    .action(async (name: string, given: ExposedArguments) => {
      const { runExposed } = await import("../hub/exposed.ts");
      await runExposed(name, given, context);
    });
}
