import type { CliContext } from "../context.ts";
import { exitCodes } from "../exit.ts";

export async function runDemo(_context: CliContext): Promise<number> {
  return exitCodes.done;
}
