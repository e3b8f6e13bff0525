import { Command, InvalidArgumentError, Option } from "commander";
import type { CliContext } from "../context.ts";
import type { DifferenceArguments, NewAsset } from "../hub/asset.ts";
import { criticalities, networks } from "./import.ts";

function revision(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError("");
  return Number(text);
}

/** `bongsu asset add|list|show|diff|remove` */
export function assetCommand(context: CliContext): Command {
  const { say } = context;
  const run = () => import("../hub/asset.ts");
  const named = (name: string, description: string) =>
    new Command(name)
      .description(description)
      .argument("<org>", say("org.argument"))
      .argument("<asset>", say("asset.argument"));
  const add = named("add", say("asset.add.description"))
    .addOption(
      new Option("--criticality <level>", say("asset.criticalityOption")).choices(criticalities).default("medium"),
    )
    .addOption(new Option("--network <reach>", say("asset.networkOption")).choices(networks).default("internal"))
    .option("--json", say("option.json"), false)
    .action(async (org: string, name: string, given: NewAsset) => (await run()).runAssetAdd(org, name, given, context));
  const list = new Command("list")
    .description(say("asset.list.description"))
    .argument("[org]", say("org.argument"))
    .option("--json", say("option.json"), false)
    .action(async (org: string | undefined, given: { json: boolean }) =>
      (await run()).runAssetList(org, given, context),
    );
  const show = named("show", say("asset.show.description"))
    .option("--json", say("option.json"), false)
    .action(async (org: string, name: string, given: { json: boolean }) =>
      (await run()).runAssetShow(org, name, given, context),
    );
  const diff = named("diff", say("asset.diff.description"))
    .option("--from <revision>", say("asset.fromOption"), revision)
    .option("--to <revision>", say("asset.toOption"), revision)
    .option("--json", say("option.json"), false)
    .action(async (org: string, name: string, given: DifferenceArguments) =>
      (await run()).runAssetDiff(org, name, given, context),
    );
  const remove = named("remove", say("asset.remove.description"))
    .option("--yes", say("option.yes"), false)
    .action(async (org: string, name: string, given: { yes: boolean }) =>
      (await run()).runAssetRemove(org, name, given, context),
    );
  return new Command("asset")
    .description(say("asset.description"))
    .helpCommand(false)
    .addCommand(add)
    .addCommand(list)
    .addCommand(show)
    .addCommand(diff)
    .addCommand(remove);
}
