import { Command } from "commander";
import type { CliContext } from "../context.ts";

/** `bongsu serve [--port n] [--host address]` */
export function serveCommand(context: CliContext): Command {
  const { say } = context;
  return new Command("serve")
    .description(say("serve.description"))
    .option("--port <number>", say("serve.port"))
    .option("--host <address>", say("serve.host"))
    .action(async (given: { port?: string; host?: string }) => {
      const { runServe } = await import("../serve/run.ts");
      await runServe(given, context);
    });
}
