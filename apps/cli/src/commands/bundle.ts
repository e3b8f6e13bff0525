import { Command } from "commander";
import type { CliContext } from "../context.ts";
import type { ExportArguments } from "../hub/bundle/export.ts";
import type { ImportArguments } from "../hub/bundle/import.ts";
import type { TrustArguments } from "../hub/bundle/trust.ts";

/** `bongsu bundle key|trust|trusted|distrust|export|import|show|list` */
export function bundleCommand(context: CliContext): Command {
  const { say } = context;
  const trusting = () => import("../hub/bundle/trust.ts");
  const showing = () => import("../hub/bundle/show.ts");
  const sub = (name: string) => new Command(name).option("--json", say("option.json"), false);
  const key = sub("key")
    .description(say("bundle.key.description"))
    .option("-o, --output <file>", say("bundle.key.output"))
    .action(async (given: { output?: string; json: boolean }) => (await trusting()).runBundleKey(given, context));
  const trust = sub("trust")
    .description(say("bundle.trust.description"))
    .argument("<key>", say("bundle.trust.argument"))
    .option("--max <marking>", say("bundle.trust.max"))
    .option("--community", say("bundle.trust.community"))
    .option("--no-community", say("bundle.trust.notCommunity"))
    .option("--authors", say("bundle.trust.authors"))
    .option("--no-authors", say("bundle.trust.notAuthors"))
    .option("--represents <handles>", say("bundle.trust.represents"))
    .action(async (named: string, given: TrustArguments) => (await trusting()).runBundleTrust(named, given, context));
  const trusted = sub("trusted")
    .description(say("bundle.trusted.description"))
    .action(async (given: { json: boolean }) => (await trusting()).runBundleTrusted(given, context));
  const distrust = new Command("distrust")
    .description(say("bundle.distrust.description"))
    .argument("<hub>", say("bundle.hub"))
    .option("--yes", say("option.yes"), false)
    .action(async (hub: string, given: { yes: boolean }) => (await trusting()).runBundleDistrust(hub, given, context));
  const out = sub("export")
    .description(say("bundle.export.description"))
    .argument("<file>", say("bundle.export.file"))
    .option("--for <hub>", say("bundle.export.for"))
    .option("--since <bundle>", say("bundle.export.since"))
    .option("--plain", say("bundle.export.plain"), false)
    .action(async (file: string, given: ExportArguments) =>
      (await import("../hub/bundle/export.ts")).runBundleExport(file, given, context),
    );
  const into = sub("import")
    .description(say("bundle.import.description"))
    .argument("<file>", say("bundle.import.file"))
    .option("--replay", say("bundle.import.replay"), false)
    .option("--allow-gap", say("bundle.import.gap"), false)
    .action(async (file: string, given: ImportArguments) => {
      context.exitCode = await (await import("../hub/bundle/import.ts")).runBundleImport(file, given, context);
    });
  const show = sub("show")
    .description(say("bundle.show.description"))
    .argument("<file>", say("bundle.import.file"))
    .action(async (file: string, given: { json: boolean }) => (await showing()).runBundleShow(file, given, context));
  const list = sub("list")
    .description(say("bundle.list.description"))
    .action(async (given: { json: boolean }) => (await showing()).runBundleList(given, context));
  const command = new Command("bundle")
    .description(say("bundle.description"))
    .helpCommand(false)
    .addHelpText("after", `\n${say("bundle.after")}`);
  for (const one of [key, trust, trusted, distrust, out, into, show, list]) command.addCommand(one);
  return command;
}
