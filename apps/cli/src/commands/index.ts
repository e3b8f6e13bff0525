import type { Command } from "commander";
import type { CliContext } from "../context.ts";
import { demoCommand } from "./demo.ts";
import { indexCommand } from "./index-advisories.ts";
import { matchCommand } from "./match.ts";

/** Every command, in the order of the help. What a command does is loaded when it is called. */
export const commands: ((context: CliContext) => Command)[] = [matchCommand, indexCommand, demoCommand];
