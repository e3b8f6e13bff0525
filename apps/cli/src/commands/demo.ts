import { Command } from "commander";
import type { CliContext } from "../context.ts";

/** `bongsu demo` */
export function demoCommand(context: CliContext): Command {
  return new Command("demo").description(context.say("demo.description")).action(async () => {
    const { runDemo } = await import("../demo/run.ts");
    context.exitCode = await runDemo(context);
  });
}
