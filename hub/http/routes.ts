import { type Contract, namesOf } from "@bongsu/contracts";
import type { Hono } from "hono";
import { type Actor, type Answer, etagOf, names, type Operation, perform } from "../kernel/index.ts";
import { bodyOf } from "./body.ts";
import { encodingFor, pack } from "./encoding.ts";
import type { Entry, Face } from "./face.ts";
import { fieldKinds, requestInput } from "./input.ts";

export const prefix = "/api/v1";

/** `/organisations/{organisation}` as Hono writes it. */
const pattern = ({ path }: Contract): string => `${prefix}${path.replace(/\{(\w+)\}/g, ":$1")}`;

/** Bytes that a JSON body may have; files have their own limit. */
const jsonBytes = 2 * 1024 * 1024;

/** Milliseconds in which the next piece of a body must come. */
const idle = 20_000;

/** Characters from which on packing an answer is worth it. */
const worthPacking = 1024;

/** Whose answers may hold a secret: packed beside what the asker chose, their length would tell of it (BREACH). */
const secretive = new Set(["keys", "accounts"]);

const mayPack = (contract: Contract, json: string): boolean =>
  json.length > worthPacking && !secretive.has(namesOf(contract).capability);

function streamed({ mediaType, name, chunks }: NonNullable<Answer["download"]>): Response {
  return new Response(ReadableStream.from(chunks) as ReadableStream<Uint8Array>, {
    headers: {
      "content-type": mediaType,
      "cache-control": "no-store",
      // A proxy that collects an answer before it passes it on would hold back the event stream.
      "x-accel-buffering": "no",
      ...(name === "" ? {} : { "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}` }),
    },
  });
}

async function respond(contract: Contract, answer: Answer, asked: Headers): Promise<Response> {
  if (answer.download !== null) return streamed(answer.download);
  const json = answer.json ?? "null";
  const etag = etagOf(json);
  const encoding = mayPack(contract, json) ? encodingFor(asked.get("accept-encoding"), ["gzip"]) : null;
  const ifNoneMatch = asked.get("if-none-match");
  const headers: Record<string, string> = {
    "content-type": "application/json; charset=utf-8",
    // Shared caches keep nothing; the browser asks each time, and is told when nothing changed.
    "cache-control": "private, no-cache",
    vary: "authorization, cookie, accept-encoding",
    // Weak where it is packed: the same representation in other bytes (RFC 9110 §8.8.1).
    etag: encoding === null ? etag : `W/${etag}`,
    ...(answer.replayed ? { "idempotency-replayed": "true" } : {}),
    ...(answer.problems > 0 ? { "bongsu-problems": String(answer.problems) } : {}),
  };
  if (contract.method === "GET" && ifNoneMatch !== null && names(ifNoneMatch, etag)) {
    return new Response(null, { status: 304, headers });
  }
  const status = contract.creates ? 201 : 200;
  if (encoding === null) return new Response(json, { status, headers });
  return new Response(await pack(json, encoding), { status, headers: { ...headers, "content-encoding": encoding } });
}

/** What comes with another method has no meaning (RFC 9110 §9.3), and is not read. */
const takesBody = ({ method }: Contract): boolean => method !== "GET" && method !== "DELETE";

/** Gives every operation its route. */
export function addRoutes(app: Hono<Entry>, face: Face, operations: readonly Operation[]): void {
  for (const operation of operations) {
    const { contract } = operation;
    const kinds = fieldKinds(contract);
    const bytes = contract.body === "bytes" ? face.hub.config.maxBody : jsonBytes;
    app.on(contract.method, pattern(contract), async (c) => {
      const actor: Actor = c.get("actor");
      c.set("operation", contract.name);
      const request = c.req.raw;
      const body = takesBody(contract) ? await bodyOf(request, { bytes, idle }) : new Uint8Array();
      const query = new URL(request.url).searchParams;
      const contentType = request.headers.get("content-type");
      const input = requestInput(contract, kinds, c.req.param() as Record<string, string>, query, body, contentType);
      const resume = request.headers.get("last-event-id");
      if (contract.answers === "text/event-stream" && resume !== null) input.after = Number(resume);
      const answer = await face.trace(contract.name, request.headers.get("traceparent"), () =>
        perform(face.hub, {
          operation,
          actor,
          input,
          request: c.get("request"),
          idempotencyKey: request.headers.get("idempotency-key"),
          ifMatch: request.headers.get("if-match"),
        }),
      );
      return respond(contract, answer, request.headers);
    });
  }
}

/** The methods that an address takes, for one that it does not. */
export function methodsAt(path: string, operations: readonly Operation[]): string[] {
  const parts = path.slice(prefix.length).split("/");
  const fits = (template: string): boolean => {
    const wanted = template.split("/");
    return (
      wanted.length === parts.length && wanted.every((part, index) => part.startsWith("{") || part === parts[index])
    );
  };
  return operations.filter(({ contract }) => fits(contract.path)).map(({ contract }) => contract.method);
}
