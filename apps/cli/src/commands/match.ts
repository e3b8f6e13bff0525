import { Command, Option } from "commander";
import type { CliContext } from "../context.ts";
import { formats, type MatchArguments, orders, ratings, thresholds } from "../match/arguments.ts";

/** `bongsu match SBOM… --advisories PATH…` */
export function matchCommand(context: CliContext): Command {
  const { say } = context;
  return new Command("match")
    .description(say("match.description"))
    .argument("<sbom...>", say("match.argument"))
    .requiredOption("-a, --advisories <path...>", say("match.advisories"))
    .addOption(new Option("-f, --format <format>", say("match.format")).choices(formats).default("table"))
    .option("-o, --output <file>", say("match.output"))
    .addOption(new Option("--vex <path...>", say("match.vex")).default([]))
    .addOption(new Option("--ignore <file...>", say("match.ignore")).default([]))
    .addOption(new Option("--fail-on <level>", say("match.failOn")).choices(thresholds))
    .addOption(new Option("--min-severity <level>", say("match.minSeverity")).choices(ratings))
    .addOption(new Option("--sort <order>", say("match.sort")).choices(orders).default("severity"))
    .option("--all", say("match.all"), false)
    .addHelpText("after", `\n${say("match.after")}`)
    .action(async (sboms: string[], given: MatchArguments) => {
      const { runMatch } = await import("../match/run.ts");
      context.exitCode = await runMatch(sboms, given, context);
    });
}
