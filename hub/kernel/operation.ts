import type { Contract, OutputOf } from "@bongsu/contracts";
import type { z } from "zod";
import type { Context } from "./context.ts";

/** A file as an answer: what it is, what to call it, and its bytes as they come. */
export interface Download {
  mediaType: string;
  name: string;
  chunks: AsyncIterable<Uint8Array>;
}

export interface Operation {
  contract: Contract;
  run(context: Context, input: never): Promise<unknown>;
}

/** Joins a contract with what does it. */
export function operation<Input extends z.ZodObject, Output extends z.ZodType>(
  contract: Contract<Input, Output>,
  run: (context: Context, input: z.output<Input>) => Promise<OutputOf<Contract<Input, Output>> | Download>,
): Operation {
  return { contract, run };
}
