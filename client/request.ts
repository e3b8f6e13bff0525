import { type Contract, travelOf } from "@bongsu/contracts";
import { z } from "zod";
import { HubError } from "./hub-error.ts";
import { clientProblems } from "./problems.ts";
import type { Bytes, CallOptions } from "./types.ts";

/** A request as it goes out, as often as it must. */
export interface Outgoing {
  method: string;
  /** After the hub's address. */
  path: string;
  headers: Record<string, string>;
  body: Bytes | null;
  /** Doing it twice is as doing it once: it may be repeated where nobody knows whether it arrived. */
  idempotent: boolean;
}

/** A value as it is written on the way; what the contract does not allow goes as it is, for the hub to say so. */
function encoded(contract: Contract, name: string, value: unknown): unknown {
  const schema = contract.input.shape[name];
  if (schema === undefined) return value;
  try {
    const result = z.safeEncode(schema as z.ZodType, value);
    return result.success ? result.data : value;
  } catch {
    // Zod cannot turn back a transformation of one direction; the hub reads what is given.
    return value;
  }
}

const asText = (value: unknown): string =>
  typeof value === "string" ? value : value instanceof Date ? value.toISOString() : JSON.stringify(value);

function segment(field: string, value: unknown): string {
  const text = value === undefined || value === null ? "" : asText(value);
  // A browser would take these as steps through the tree.
  if (/^\.{0,2}$/.test(text)) throw new HubError(clientProblems.problem("client.invalid-path", { field, value: text }));
  return encodeURIComponent(text);
}

function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

const sorted = (contract: Contract, given: Record<string, unknown>, travel: string): [string, unknown][] =>
  Object.entries(given)
    .filter(([name, value]) => value !== undefined && travelOf(contract, name) === travel)
    .map(([name, value]) => [name, encoded(contract, name, value)]);

function queryOf(fields: readonly [string, unknown][]): string {
  const query = new URLSearchParams();
  for (const [name, value] of fields) {
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, asText(one));
  }
  return query.size === 0 ? "" : `?${query}`;
}

/** An operation's call as a request (the counterpart of the hub's reading). Throws `client.invalid-path`. */
export function requestOf(contract: Contract, given: Record<string, unknown>, options: CallOptions): Outgoing {
  const path = contract.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    segment(name, encoded(contract, name, given[name])),
  );
  const bytes = contract.body === "bytes" ? ((given.document ?? "") as Bytes) : null;
  const inBody = sorted(contract, given, "body");
  const writes = contract.method !== "GET" && contract.method !== "DELETE";
  const key = contract.creates ? (options.idempotencyKey ?? newKey()) : undefined;
  return {
    method: contract.method,
    path: `/api/v1${path}${queryOf(sorted(contract, given, "query"))}`,
    headers: {
      ...(bytes !== null ? { "content-type": "application/octet-stream" } : {}),
      ...(bytes === null && writes ? { "content-type": "application/json" } : {}),
      ...(options.language === undefined ? {} : { "accept-language": options.language }),
      ...(options.ifMatch === undefined ? {} : { "if-match": options.ifMatch }),
      ...(options.etag === undefined ? {} : { "if-none-match": options.etag }),
      ...(key === undefined ? {} : { "idempotency-key": key }),
    },
    body: bytes ?? (writes ? JSON.stringify(Object.fromEntries(inBody)) : null),
    idempotent: !(bytes instanceof ReadableStream) && (/^(GET|PUT|DELETE)$/.test(contract.method) || contract.creates),
  };
}
