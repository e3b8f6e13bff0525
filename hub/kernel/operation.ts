import type { Contract, OutputOf } from "@bongsu/contracts";
import type { z } from "zod";
import type { Clock } from "../platform/clock.ts";
import type { Context } from "./context.ts";
import type { Services } from "./services.ts";

/** A file as an answer: what it is, what to call it, and its bytes as they come. */
export interface Download {
  mediaType: string;
  name: string;
  chunks: AsyncIterable<Uint8Array>;
  /**
   * What the audit trail is told in an entry of its own when the last chunk has been taken, or whoever took them broke
   * off: how much it came to. Without it, the entry of the beginning is all.
   */
  told?: () => Record<string, unknown>;
}

/** What is done without holding the database: calls to others, who may take their time. */
export interface Around<Input, Output> {
  /** Before the transaction, when the caller may call it and the input is right. Throws what keeps it from beginning. */
  before?(hub: Services, input: Input): Promise<void>;
  /** When the transaction is through: makes the answer from what `run` gave. It runs once and is not taken back. */
  after?(hub: Services & { clock: Clock }, output: Output): Promise<Output>;
}

export interface Operation extends Around<never, never> {
  contract: Contract;
  run(context: Context, input: never): Promise<unknown>;
}

/** Joins a contract with what does it. */
export function operation<Input extends z.ZodObject, Output extends z.ZodType>(
  contract: Contract<Input, Output>,
  run: (context: Context, input: z.output<Input>) => Promise<OutputOf<Contract<Input, Output>> | Download>,
  around: Around<z.output<Input>, OutputOf<Contract<Input, Output>>> = {},
): Operation {
  return { contract, run, ...around } as Operation;
}
