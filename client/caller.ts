import type { Contract } from "@bongsu/contracts";
import { answerOf } from "./answer.ts";
import { type ClientOptions, connectionOf } from "./connection.ts";
import { fileOf } from "./file.ts";
import { follow } from "./follow.ts";
import { requestOf } from "./request.ts";
import { send } from "./send.ts";
import type { Answer, CallOptions, HubFile } from "./types.ts";

type Input = Record<string, unknown>;

/** Calls any operation by its contract: what the typed client is made of, and what takes operations by name. */
export interface Caller {
  /** The hub's address. */
  url: string;
  answer(contract: Contract, given?: Input, options?: CallOptions): Promise<Answer<unknown>>;
  /** Every page of a list. */
  pages(contract: Contract, given?: Input, options?: CallOptions): AsyncGenerator<{ items: unknown[] }>;
  file(contract: Contract, given?: Input, options?: CallOptions): Promise<HubFile>;
  follow(contract: Contract, given?: Input, options?: CallOptions): AsyncGenerator<unknown>;
}

interface Page {
  items: unknown[];
  next: string | null;
}

/** Throws `client.invalid-url`. */
export function createCaller(given: ClientOptions): Caller {
  const connection = connectionOf(given);
  const answer: Caller["answer"] = (contract, input = {}, options = {}) =>
    send(connection, requestOf(contract, input, options), options, (response) =>
      answerOf(contract, response, connection.url),
    );
  return {
    url: connection.url,
    answer,
    async *pages(contract, input = {}, options = {}) {
      for (let cursor = input.cursor; ; ) {
        const { data } = await answer(contract, { ...input, cursor }, options);
        const page = data as Page;
        yield page;
        if (page.next === null) return;
        cursor = page.next;
      }
    },
    file: async (contract, input = {}, options = {}) =>
      fileOf(await send(connection, requestOf(contract, input, options), options, async (response) => response)),
    follow: (contract, input = {}, options = {}) => follow(connection, contract, input, options),
  };
}
