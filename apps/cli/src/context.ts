import type { Language } from "@bongsu/base";
import { languageOf, type Say, sayIn } from "./messages/say.ts";

/** What a command may use of the world around it. */
export interface CliContext {
  language: Language;
  say: Say;
  /** Where results go. */
  out: Output;
  /** Where what is not a result goes: progress, problems. */
  err: Output;
  /** ISO 8601, UTC. */
  now(): string;
  /** Runs another command line with the same outputs and language. Gives its exit code; never throws. */
  run(args: readonly string[]): Promise<number>;
  /** Set by a command that ends with something else than 0. */
  exitCode: number;
}

export interface Output {
  write(text: string): void;
  isTerminal: boolean;
  /** Columns of the terminal; null where there is none. */
  width: number | null;
  colour: boolean;
}

function outputOf(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): Output {
  const isTerminal = stream.isTTY === true;
  return {
    write: (text) => void stream.write(text),
    isTerminal,
    width: isTerminal ? stream.columns : null,
    // https://no-color.org: any value but an empty one.
    colour: isTerminal && !env.NO_COLOR && env.TERM !== "dumb",
  };
}

export function processContext(
  args: readonly string[],
  execute: (args: readonly string[], context: CliContext) => Promise<number>,
): CliContext {
  const { stdout, stderr, env } = process;
  const language = languageOf(args, env);
  const context: CliContext = {
    language,
    say: sayIn(language),
    out: outputOf(stdout, env),
    err: outputOf(stderr, env),
    now: () => new Date().toISOString(),
    exitCode: 0,
    run: (line) => execute(line, { ...context, exitCode: 0 }),
  };
  return context;
}
