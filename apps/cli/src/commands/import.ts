import { Command, Option } from "commander";
import type { CliContext } from "../context.ts";
import type { ImportSbomArguments } from "../hub/import-sbom.ts";
import type { ImportVexArguments } from "../hub/import-vex.ts";

export const criticalities = ["low", "medium", "high", "very-high"] as const;
export const networks = ["isolated", "internal", "internet"] as const;

/** KEV and EPSS are told by their content, like every other format: their names only say what is meant. */
const signals = ["advisories", "kev", "epss"] as const;

/** `bongsu import advisories|sbom|vex|kev|epss PATH…` */
export function importCommand(context: CliContext): Command {
  const { say } = context;
  const command = new Command("import")
    .description(say("import.description"))
    .helpCommand(false)
    .addHelpText("after", `\n${say("import.after")}`);
  for (const name of signals) {
    command.addCommand(
      new Command(name)
        .description(say(`import.${name}.description`))
        .argument("<path...>", say("import.path"))
        .option("--json", say("option.json"), false)
        .action(async (paths: string[], given: { json: boolean }) => {
          const { runImportAdvisories } = await import("../hub/import-advisories.ts");
          context.exitCode = await runImportAdvisories(paths, given, context);
        }),
    );
  }
  const sbom = new Command("sbom")
    .description(say("import.sbom.description"))
    .argument("<path...>", say("import.path"))
    .requiredOption("--org <handle>", say("import.sbom.org"))
    .option("--asset <name>", say("import.sbom.asset"))
    .option("--create", say("import.sbom.create"), false)
    .addOption(
      new Option("--criticality <level>", say("asset.criticalityOption")).choices(criticalities).default("medium"),
    )
    .addOption(new Option("--network <reach>", say("asset.networkOption")).choices(networks).default("internal"))
    .option("--json", say("option.json"), false)
    .action(async (paths: string[], given: ImportSbomArguments) => {
      const { runImportSbom } = await import("../hub/import-sbom.ts");
      context.exitCode = await runImportSbom(paths, given, context);
    });
  const vex = new Command("vex")
    .description(say("import.vex.description"))
    .argument("<path...>", say("import.path"))
    .option("--org <handle>", say("import.vex.org"))
    .option("--asset <name>", say("import.vex.asset"))
    .option("--json", say("option.json"), false)
    .action(async (paths: string[], given: ImportVexArguments) => {
      const { runImportVex } = await import("../hub/import-vex.ts");
      context.exitCode = await runImportVex(paths, given, context);
    });
  return command.addCommand(sbom).addCommand(vex);
}
