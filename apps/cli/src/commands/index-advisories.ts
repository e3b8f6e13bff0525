import { Command } from "commander";
import type { CliContext } from "../context.ts";

/** `bongsu index build PATH… --output FILE` and `bongsu index info FILE` */
export function indexCommand(context: CliContext): Command {
  const { say } = context;
  const build = new Command("build")
    .description(say("index.build.description"))
    .argument("<path...>", say("index.build.argument"))
    .requiredOption("-o, --output <file>", say("index.build.output"))
    .addHelpText("after", `\n${say("index.build.after")}`)
    .option("--all", say("index.build.all"), false)
    .action(async (paths: string[], given: { output: string; all: boolean }) => {
      const { runIndexBuild } = await import("../advisory-index/build.ts");
      context.exitCode = await runIndexBuild(paths, given, context);
    });
  const info = new Command("info")
    .description(say("index.info.description"))
    .argument("<file>", say("index.info.argument"))
    .option("--json", say("index.info.json"), false)
    .action(async (file: string, { json }: { json: boolean }) => {
      const { runIndexInfo } = await import("../advisory-index/info.ts");
      context.exitCode = await runIndexInfo(file, json, context);
    });
  return new Command("index")
    .description(say("index.description"))
    .helpCommand(false)
    .addCommand(build)
    .addCommand(info);
}
