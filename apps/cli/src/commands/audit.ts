import { Command, InvalidArgumentError, Option } from "commander";
import type { CliContext } from "../context.ts";
import type { AuditExportArguments, VerifyArguments } from "../hub/audit.ts";

/** `bongsu audit verify|export|checkpoint` */
export function auditCommand(context: CliContext): Command {
  const { say } = context;
  const run = () => import("../hub/audit.ts");
  const number = (text: string): number => {
    if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError(say("audit.number"));
    return Number(text);
  };
  const verify = new Command("verify")
    .description(say("audit.verify.description"))
    .option("--checkpoint <file...>", say("audit.verify.checkpoint"), [])
    .option("--export <file>", say("audit.verify.export"))
    .option("--key <file>", say("audit.verify.key"))
    .option("--json", say("option.json"), false)
    .action(async (given: VerifyArguments) => (await run()).runAuditVerify(given, context));
  const out = new Command("export")
    .description(say("audit.export.description"))
    .addOption(new Option("--format <format>", say("audit.export.format")).choices(["jsonl", "cef"]).default("jsonl"))
    .option("--after <number>", say("audit.export.after"), number, 0)
    .option("-o, --output <file>", say("audit.output"))
    .action(async (given: AuditExportArguments) => (await run()).runAuditExport(given, context));
  const checkpoint = new Command("checkpoint")
    .description(say("audit.checkpoint.description"))
    .option("-o, --output <file>", say("audit.output"))
    .action(async (given: { output?: string }) => (await run()).runAuditCheckpoint(given, context));
  const command = new Command("audit").description(say("audit.description")).helpCommand(false);
  return command.addCommand(verify).addCommand(out).addCommand(checkpoint);
}
