import { Command } from "commander";
import type { CliContext } from "../context.ts";

/** `bongsu secrets rotate` */
export function secretsCommand(context: CliContext): Command {
  const { say } = context;
  const rotate = new Command("rotate")
    .description(say("secrets.rotate.description"))
    .option("--resume", say("secrets.rotate.resume"), false)
    .action(async (given: { resume: boolean }) => (await import("../hub/secrets.ts")).runSecretsRotate(given, context));
  return new Command("secrets").description(say("secrets.description")).helpCommand(false).addCommand(rotate);
}
