import { assetKinds } from "@bongsu/contracts";
import { Command, InvalidArgumentError, Option } from "commander";
import type { CliContext } from "../context.ts";
import { formats, thresholds, type UploadArguments } from "../upload/arguments.ts";

function seconds(text: string): number {
  const value = Number(text);
  if (!/^\d{1,6}$/.test(text) || value < 1) throw new InvalidArgumentError("");
  return value;
}

/** `bongsu upload SBOM…` */
export function uploadCommand(context: CliContext): Command {
  const { say } = context;
  return new Command("upload")
    .description(say("upload.description"))
    .argument("<sbom...>", say("upload.argument"))
    .requiredOption("--organisation <handle>", say("upload.organisation"))
    .addOption(new Option("--asset <name...>", say("upload.asset")).default([]))
    .option("--create", say("upload.create"), false)
    .addOption(new Option("--kind <kind>", say("upload.kind")).choices(Object.keys(assetKinds)))
    .option("--commit <commit>", say("upload.commit"))
    .option("--ref <ref>", say("upload.ref"))
    .option("--pipeline <url>", say("upload.pipeline"))
    .option("--tool <tool>", say("upload.tool"))
    .option("--wait", say("upload.wait"), false)
    .option("--timeout <seconds>", say("upload.timeout"), seconds, 600)
    .addOption(new Option("--fail-on <decision>", say("upload.failOn")).choices(thresholds))
    .addOption(new Option("--format <format>", say("upload.format")).choices(formats).default("text"))
    .option("--output <file>", say("upload.output"))
    .addHelpText("after", `\n${say("upload.after")}`)
    .action(async (files: string[], given: UploadArguments) => {
      const { runUpload } = await import("../upload/run.ts");
      context.exitCode = await runUpload(files, given, context);
    });
}
