import { randomUUID } from "node:crypto";
import fc from "fast-check";
import type { Generating } from "./json-schema.ts";
import type { FuzzActor } from "./markers.ts";
import { type Described, type Request, valuesFor } from "./requests.ts";
import type { Got } from "./send.ts";
import type { FuzzWorld } from "./world.ts";

/** The same request twice: once for a thing that is somebody else's, once for one that is not there at all. */
export interface Twins {
  field: string;
  foreign: Request;
  absent: Request;
  foreignId: string;
  absentId: string;
}

/** A name of the same length, shape and end (Korean particles follow the last sound) that names nothing. */
const absentFor = (id: string): string =>
  /^[0-9a-f]{8}-/.test(id) ? `${id.slice(0, 15)}${randomUUID().slice(15, -1)}${id.slice(-1)}` : id.replace("zq", "yq");

function requestOf(
  operation: Described,
  actor: FuzzActor,
  path: Record<string, unknown>,
  query: object,
  body: unknown,
): Request {
  const place = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(path[name] ?? "x")),
  );
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) for (const one of [value].flat()) pairs.append(name, String(one));
  const isJson = operation.body !== null && operation.body !== undefined;
  return {
    actor,
    operation,
    method: operation.method,
    path: `${place}${pairs.size === 0 ? "" : `?${pairs}`}`,
    headers: { ...actor.headers, ...(isJson ? { "content-type": "application/json" } : {}) },
    ...(isJson ? { body: Buffer.from(JSON.stringify(body)) } : {}),
  };
}

/** Enough of those who may not see what the vault has: of every kind, not every one. */
const outside = /^(anonymous|newcomer|red organisation-administrator|red read-only|red analyst key|national|sector)$/;

/**
 * Twins of every operation whose address names a thing that the vault has, for everybody who may not see it. Fields that
 * the body needs are drawn from the seed, the same for both.
 */
export function twinsOf(operation: Described, generating: Generating, world: FuzzWorld, seed: number): Twins[] {
  const values = valuesFor(operation, generating);
  const [drawn] = fc.sample(fc.record(values), { numRuns: 1, seed });
  const fields = operation.parameters.filter(
    ({ in: place, name }) => place === "path" && world.foreign[name] !== undefined,
  );
  const outsiders = world.actors.filter(({ name }) => outside.test(name));
  return fields.flatMap(({ name }) =>
    (world.foreign[name] ?? []).flatMap((foreignId) =>
      outsiders.flatMap((actor) =>
        ["vault", "red"].map((organisation) => {
          const absentId = absentFor(foreignId);
          const path = { ...drawn?.path, organisation };
          const twin = (id: string) =>
            requestOf(operation, actor, { ...path, [name]: id }, drawn?.query ?? {}, drawn?.body);
          return { field: name, foreign: twin(foreignId), absent: twin(absentId), foreignId, absentId };
        }),
      ),
    ),
  );
}

/** An answer without what differs from one to the next: the time, the request's number, and the id that was asked for. */
export function essence({ status, headers, text }: Got, id: string): string {
  const { date: _, "x-request-id": request, etag: __, "content-length": ___, ...rest } = headers;
  return JSON.stringify([status, rest, text]).replaceAll(String(request), "<request>").replaceAll(id, "<id>");
}
