import { readFile } from "node:fs/promises";
import { cliProblems } from "../problems.ts";
import { limits } from "./limits.ts";
import { reasonOf } from "./reason.ts";

async function standardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length > limits.fileBytes) throw cliProblems.error("cli.too-large", { limit: limits.fileBytes }, { file: "-" });
  }
  return Buffer.concat(chunks);
}

/** A file whole; `-` is standard input, and `@` before a path does no harm. Throws `cli.not-found`, `cli.not-readable`. */
export async function wholeInput(name: string): Promise<Uint8Array> {
  if (name === "-") return standardInput();
  const file = name.replace(/^@/, "");
  try {
    return await readFile(file);
  } catch (cause) {
    const missing = cause instanceof Error && "code" in cause && cause.code === "ENOENT";
    if (missing) throw cliProblems.error("cli.not-found", {}, { file }, cause);
    throw cliProblems.error("cli.not-readable", { reason: reasonOf(cause) }, { file }, cause);
  }
}
