import { Command } from "commander";
import type { CliContext } from "../context.ts";
import type { NewOrganisation } from "../hub/organisation.ts";

/** `bongsu org add|list|show|remove` */
export function organisationCommand(context: CliContext): Command {
  const { say } = context;
  const run = () => import("../hub/organisation.ts");
  const add = new Command("add")
    .description(say("org.add.description"))
    .argument("<handle>", say("org.argument"))
    .option("--name <name>", say("org.nameOption"))
    .option("--name-ko <name>", say("org.nameKoOption"))
    .requiredOption("--sector <sector>", say("org.sectorOption"))
    .requiredOption("--region <region>", say("org.regionOption"))
    .option("--json", say("option.json"), false)
    .action(async (handle: string, given: NewOrganisation) => (await run()).runOrganisationAdd(handle, given, context));
  const list = new Command("list")
    .description(say("org.list.description"))
    .option("--json", say("option.json"), false)
    .action(async (given: { json: boolean }) => (await run()).runOrganisationList(given, context));
  const show = new Command("show")
    .description(say("org.show.description"))
    .argument("<handle>", say("org.argument"))
    .option("--json", say("option.json"), false)
    .action(async (handle: string, given: { json: boolean }) =>
      (await run()).runOrganisationShow(handle, given, context),
    );
  const remove = new Command("remove")
    .description(say("org.remove.description"))
    .argument("<handle>", say("org.argument"))
    .option("--yes", say("option.yes"), false)
    .action(async (handle: string, given: { yes: boolean }) =>
      (await run()).runOrganisationRemove(handle, given, context),
    );
  return new Command("org")
    .description(say("org.description"))
    .helpCommand(false)
    .addCommand(add)
    .addCommand(list)
    .addCommand(show)
    .addCommand(remove);
}
