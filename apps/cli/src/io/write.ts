import { renameSync, writeFileSync } from "node:fs";
import { cliProblems } from "../problems.ts";
import { reasonOf } from "./reason.ts";

/** Writes a file whole or not at all: under another name first. Throws `cli.not-writable`. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const draft = `${file}.${process.pid}.part`;
  try {
    writeFileSync(draft, content);
    renameSync(draft, file);
  } catch (cause) {
    throw cliProblems.error("cli.not-writable", { reason: reasonOf(cause) }, { file }, cause);
  }
}
