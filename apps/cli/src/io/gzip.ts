import { gunzipSync } from "node:zlib";
import { cliProblems } from "../problems.ts";
import type { Budget } from "./budget.ts";
import { reasonOf } from "./reason.ts";

export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;

/** Unpacks a gzip file. Throws `cli.zip-bomb` or `cli.gzip-damaged`. */
export function gunzip(packed: Uint8Array, name: string, budget: Budget): Uint8Array {
  try {
    const bytes = gunzipSync(packed, { maxOutputLength: Math.max(1, budget.room) });
    budget.addBytes(bytes.length);
    return bytes;
  } catch (cause) {
    const reason = reasonOf(cause);
    if (reason === "ERR_BUFFER_TOO_LARGE") throw budget.exceeded(name);
    throw cliProblems.error("cli.gzip-damaged", { reason }, { file: name }, cause);
  }
}
