import { BongsuError, describeProblem } from "@bongsu/base";
import { Command, CommanderError } from "commander";
import { commands } from "./commands/index.ts";
import { type CliContext, processContext } from "./context.ts";
import { exitCodes } from "./exit.ts";
import { configureCommand, usageMessage } from "./help.ts";
import { reasonOf } from "./io/reason.ts";
import { cliProblems } from "./problems.ts";
import { tool } from "./tool.ts";

async function programOf(args: readonly string[], context: CliContext): Promise<Command> {
  const { say } = context;
  const program = new Command("bongsu")
    .description(say("program.description"))
    .version(tool.version, "--version", say("option.version"))
    .helpCommand(false)
    .option("--lang <language>", say("option.lang"))
    .addHelpText("after", `\n${say("program.after")}`);
  for (const make of commands) program.addCommand(await make(context, args));
  configureCommand(program, context);
  return program;
}

/** The command that the arguments name: `bongsu index build`. */
function commandLine(program: Command, args: readonly string[]): string {
  let command = program;
  const names = [program.name()];
  for (const arg of args) {
    const child = command.commands.find((one) => one.name() === arg);
    if (child === undefined) continue;
    command = child;
    names.push(arg);
  }
  return names.join(" ");
}

/** Runs the program's own command line. Gives the exit code; never throws. */
export async function run(args: readonly string[]): Promise<number> {
  const context = processContext(args, execute);
  // The reader of a pipe may close it early (`bongsu match … | head`): that is no fault.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(context.exitCode);
    throw error;
  });
  return execute(args, context);
}

/** Runs one command line in a given context. Gives the exit code; never throws. */
export async function execute(args: readonly string[], context: CliContext): Promise<number> {
  const program = await programOf(args, context);
  try {
    if (args.length === 0) {
      program.outputHelp();
      return exitCodes.usage;
    }
    await program.parseAsync([...args], { from: "user" });
    return context.exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return exitCodes.done;
      context.err.write(`${usageMessage(error, commandLine(program, args), context)}\n`);
      return exitCodes.usage;
    }
    if (error instanceof BongsuError) {
      context.err.write(`bongsu: ${describeProblem(error.problem, context.language)}\n`);
      return exitCodes.nothingDone;
    }
    const problem = cliProblems.problem("cli.unexpected", { reason: reasonOf(error) });
    context.err.write(`bongsu: ${describeProblem(problem, context.language)}\n`);
    if (process.env.BONGSU_DEBUG && error instanceof Error) context.err.write(`${error.stack}\n`);
    return exitCodes.fault;
  }
}
