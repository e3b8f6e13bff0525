import { Command } from "commander";
import type { CliContext } from "../context.ts";

/** `bongsu set-up [url]` */
export function setUpCommand(context: CliContext): Command {
  const { say } = context;
  return new Command("set-up")
    .description(say("setUp.description"))
    .argument("[url]", say("setUp.argument"), "http://localhost:8400")
    .action(async (url: string) => (await import("../remote/set-up.ts")).runSetUp(url, context));
}

/** `bongsu accept <link>` */
export function acceptCommand(context: CliContext): Command {
  const { say } = context;
  return new Command("accept")
    .description(say("accept.description"))
    .argument("<link>", say("accept.argument"))
    .action(async (link: string) => (await import("../remote/accept.ts")).runAccept(link, context));
}
