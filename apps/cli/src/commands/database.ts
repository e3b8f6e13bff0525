import { Command } from "commander";
import type { CliContext } from "../context.ts";

/** `bongsu db migrate|status|vacuum|rebuild|backup|restore|distribute` */
export function databaseCommand(context: CliContext): Command {
  const { say } = context;
  const run = () => import("../hub/database.ts");
  const simple = [
    ["migrate", "runMigrate"],
    ["vacuum", "runVacuum"],
    ["rebuild", "runRebuild"],
    ["distribute", "runDistribute"],
  ] as const;
  const command = new Command("db").description(say("db.description")).helpCommand(false);
  for (const [name, action] of simple) {
    command.addCommand(
      new Command(name).description(say(`db.${name}.description`)).action(async () => (await run())[action](context)),
    );
  }
  const status = new Command("status")
    .description(say("db.status.description"))
    .option("--json", say("option.json"), false)
    .action(async (given: { json: boolean }) => (await run()).runStatus(given, context));
  const backup = new Command("backup")
    .description(say("db.backup.description"))
    .argument("<file>", say("db.backup.argument"))
    .action(async (file: string) => (await run()).runBackup(file, context));
  const restore = new Command("restore")
    .description(say("db.restore.description"))
    .argument("<file>", say("db.backup.argument"))
    .action(async (file: string) => (await run()).runRestore(file, context));
  return command.addCommand(status).addCommand(backup).addCommand(restore);
}
