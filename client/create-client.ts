import { answersPages, type Contract } from "@bongsu/contracts";
import { type Caller, createCaller } from "./caller.ts";
import { catalogue } from "./catalogue.ts";
import type { ClientOptions } from "./connection.ts";
import type { CallOptions, Client } from "./types.ts";

type Input = Record<string, unknown>;

async function* itemsOf(pages: AsyncIterable<{ items: unknown[] }>): AsyncGenerator<unknown> {
  for await (const { items } of pages) yield* items;
}

function callable(caller: Caller, contract: Contract) {
  if (contract.answers === "text/event-stream") {
    return Object.assign((given?: Input, options?: CallOptions) => caller.follow(contract, given, options), {
      contract,
    });
  }
  if (contract.answers !== "application/json") {
    return Object.assign((given?: Input, options?: CallOptions) => caller.file(contract, given, options), { contract });
  }
  const answer = (given?: Input, options?: CallOptions) => caller.answer(contract, given, options);
  const pages = (given?: Input, options?: CallOptions) => caller.pages(contract, given, options);
  return Object.assign(async (given?: Input, options?: CallOptions) => (await answer(given, options)).data, {
    contract,
    answer,
    ...(answersPages(contract)
      ? { pages, all: (given?: Input, options?: CallOptions) => itemsOf(pages(given, options)) }
      : {}),
  });
}

/**
 * A hub's client: every operation as a function, typed by its contract. Each call throws `HubError`.
 * Throws `client.invalid-url`.
 */
export function createClient(options: ClientOptions): Client {
  const caller = createCaller(options);
  const client: Record<string, Record<string, unknown>> = {};
  for (const [capability, contracts] of Object.entries(catalogue)) {
    client[capability] = Object.fromEntries(
      Object.entries(contracts).map(([name, contract]) => [name, callable(caller, contract as Contract)]),
    );
  }
  return client as Client;
}
