import { Command } from "commander";
import type { CliContext } from "../context.ts";

const run = () => import("../remote/login.ts");

/** `bongsu login` */
export function loginCommand(context: CliContext): Command {
  const { say } = context;
  return new Command("login")
    .description(say("login.description"))
    .argument("<url>", say("login.argument"))
    .option("--plain-http", say("login.plainHttp"), false)
    .addHelpText("after", `\n${say("login.after")}`)
    .action(async (url: string, given: { plainHttp: boolean }) => (await run()).runLogin(url, given, context));
}

/** `bongsu logout` */
export function logoutCommand(context: CliContext): Command {
  const { say } = context;
  return new Command("logout")
    .description(say("logout.description"))
    .argument("[url]", say("logout.argument"))
    .action(async (url: string | undefined) => (await run()).runLogout(url, context));
}

/** `bongsu hubs` */
export function hubsCommand(context: CliContext): Command {
  const { say } = context;
  return new Command("hubs")
    .description(say("hubs.description"))
    .option("--json", say("option.json"), false)
    .action(async (given: { json: boolean }) => (await run()).runHubs(given, context));
}
