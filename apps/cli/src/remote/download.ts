import { createWriteStream, existsSync, renameSync, rmSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { HubFile } from "@bongsu/client";
import type { CliContext } from "../context.ts";
import { reasonOf } from "../io/reason.ts";
import { cliProblems } from "../problems.ts";
import { remoteProblems } from "./problems.ts";

/**
 * Keeps a file that a hub answered with: where it was asked for, else under the name that the hub gave it, or on
 * standard output where that is no terminal. Whole or not at all. Throws `cli.file-exists`, `cli.not-writable`.
 */
export async function keepFile(file: HubFile, output: string | undefined, context: CliContext): Promise<void> {
  const source = Readable.from(file.stream);
  if (output === "-" || (output === undefined && !context.out.isTerminal)) {
    return pipeline(source, process.stdout, { end: false });
  }
  const name = output ?? file.name ?? "download";
  // A name that somebody else chose never replaces what is there.
  if (output === undefined && existsSync(name)) throw remoteProblems.error("cli.file-exists", {}, { file: name });
  const draft = `${name}.${process.pid}.part`;
  try {
    await pipeline(source, createWriteStream(draft));
    renameSync(draft, name);
  } catch (cause) {
    rmSync(draft, { force: true });
    if (!(cause instanceof Error && "syscall" in cause)) throw cause;
    throw cliProblems.error("cli.not-writable", { reason: reasonOf(cause) }, { file: name }, cause);
  }
  context.err.write(`${context.say("hub.written", { file: name })}\n`);
}
