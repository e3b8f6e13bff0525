import { Argument, Command } from "commander";
import type { CliContext } from "../context.ts";

const stories = ["country", "match"] as const;

/** `bongsu demo [country|match] [--once]` */
export function demoCommand(context: CliContext): Command {
  const { say } = context;
  return new Command("demo")
    .description(say("demo.description"))
    .addArgument(new Argument("[story]", say("demo.argument")).choices(stories).default("country"))
    .option("--once", say("demo.once"), false)
    .action(async (story: (typeof stories)[number], { once }: { once: boolean }) => {
      if (story === "match") {
        const { runDemo } = await import("../demo/run.ts");
        context.exitCode = await runDemo(context);
        return;
      }
      const { runCountry } = await import("../country/run.ts");
      await runCountry(context, { once });
    });
}
