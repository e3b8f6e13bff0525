import { readFileSync } from "node:fs";
import { BongsuError } from "@bongsu/base";
import { verifyIndex } from "@bongsu/matching";
import type { CliContext } from "../context.ts";
import { exitCodes } from "../exit.ts";
import { reasonOf } from "../io/reason.ts";
import { cliProblems } from "../problems.ts";
import { summaryLines } from "./summary.ts";

function readIndexFile(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === "ENOENT";
    throw isMissing
      ? cliProblems.error("cli.not-found", {}, { file }, cause)
      : cliProblems.error("cli.not-readable", { reason: reasonOf(cause) }, { file }, cause);
  }
}

/** Checks every byte of a compiled index, and shows what it holds. Throws where it is none, or damaged. */
export async function runIndexInfo(file: string, json: boolean, context: CliContext): Promise<number> {
  const bytes = readIndexFile(file);
  try {
    const summary = verifyIndex(bytes);
    if (json) context.out.write(`${JSON.stringify({ file, bytes: bytes.length, ...summary }, null, 2)}\n`);
    else context.out.write(summaryLines(file, bytes.length, summary, context.say));
    return exitCodes.done;
  } catch (error) {
    if (!(error instanceof BongsuError)) throw error;
    throw new BongsuError({ ...error.problem, place: { ...error.problem.place, file } }, { cause: error });
  }
}
