import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { cyclonedx, openvex, osv } from "../documents.ts";
import { bomb, hostileBodies, hostileCursors, hostileHeaders, hostileTexts, large, wrongValues } from "./hostile.ts";
import { arbitraryOf, type Generating, type Schema } from "./json-schema.ts";
import type { FuzzActor } from "./markers.ts";
import type { Sent } from "./send.ts";
import type { FuzzWorld } from "./world.ts";

interface Parameter {
  name: string;
  in: string;
  required: boolean;
  schema: Schema;
}

/** One operation of the OpenAPI document. */
export interface Described {
  operationId: string;
  method: string;
  path: string;
  parameters: Parameter[];
  /** Of a JSON body; null for bytes, undefined without a body. */
  body: Schema | null | undefined;
  /** Who may call it. */
  who: readonly { to: string; role?: string }[];
  /** The codes that it may give, by status. */
  codes: Record<string, readonly string[]>;
}

export interface Request extends Sent {
  actor: FuzzActor;
  operation: Described;
}

interface Document {
  paths: Record<
    string,
    Record<
      string,
      {
        operationId: string;
        parameters: (Parameter & { $ref?: string })[];
        requestBody?: { content: Record<string, { schema?: Schema }> };
        responses: Record<string, { content?: Record<string, { schema?: Schema }> }>;
        "x-who": Described["who"];
      }
    >
  >;
  components: { schemas: Record<string, Schema> };
}

/** Every operation that the document describes. */
export function describedIn({ paths }: Document): Described[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, parameters, requestBody, responses, "x-who": who }]) => ({
      operationId,
      method: method.toUpperCase(),
      path: `/api/v1${path}`,
      parameters: parameters.filter((one) => one.$ref === undefined),
      body: requestBody === undefined ? undefined : (requestBody.content["application/json"]?.schema ?? null),
      who,
      codes: Object.fromEntries(
        Object.entries(responses).map(([status, { content }]) => [
          status,
          (content?.["application/problem+json"]?.schema?.properties?.code?.enum ?? []) as string[],
        ]),
      ),
    })),
  );
}

/** A value in an address; `raw` says that it is there byte by byte, percent signs and all. */
const written = (value: unknown, raw: boolean): string => {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return raw ? text.replace(/[^!-~]|[#?]/g, "%20") : encodeURIComponent(text.toWellFormed());
};

const documents: readonly Uint8Array[] = [
  cyclonedx(["pkg:npm/lodash@4.17.20", "pkg:npm/left-pad@1.0.0"]),
  osv({ id: "GHSA-zzzz-zzzz-zzzz", package: ["npm", "left-pad"], events: [{ introduced: "0" }] }),
  openvex({ vulnerability: "CVE-2026-0001", products: ["pkg:npm/lodash@4.17.20"], status: "fixed" }),
  ...hostileTexts.slice(0, 30).flatMap((text) => [
    cyclonedx(["pkg:npm/a@1"], {
      components: [{ type: text, name: text, version: text, purl: text, "bom-ref": text }],
    }),
    osv({ id: "GHSA-yyyy-yyyy-yyyy", summary: text, package: ["npm", text], versions: [text], aliases: [text] }),
    openvex({ vulnerability: text, products: [text], status: "fixed", timestamp: text }),
  ]),
];

const hostile = fc.constantFrom<unknown>(...hostileTexts, ...wrongValues);

/** What is done to a request that would be right. */
type Twist =
  | "none"
  | "hostile-field"
  | "missing"
  | "superfluous"
  | "raw-body"
  | "header"
  | "method"
  | "type"
  | "encoding"
  | "truncated"
  | "large"
  | "cursor"
  | "repeat";

const twists = fc.oneof(
  { weight: 8, arbitrary: fc.constant<Twist>("none") },
  { weight: 8, arbitrary: fc.constant<Twist>("hostile-field") },
  {
    weight: 8,
    arbitrary: fc.constantFrom<Twist>(
      "missing",
      "superfluous",
      "raw-body",
      "header",
      "method",
      "type",
      "encoding",
      "truncated",
      "cursor",
      "repeat",
    ),
  },
  { weight: 1, arbitrary: fc.constant<Twist>("large") },
);

const superfluous = fc.constantFrom<[string, unknown]>(
  ["__proto__", { admin: true }],
  ["constructor", { prototype: {} }],
  ["organisation", "vault"],
  ["owner", "vault"],
  ["id", "x"],
  ["hasOwnProperty", 1],
  ["", ""],
  ["a\0b", 1],
  ["role", "hub-administrator"],
  ["document", "x"],
);

/** Actors whose requests for an operation mostly come through; they are asked more often. */
function capable({ who }: Described, actors: readonly FuzzActor[]): FuzzActor[] {
  const roles = who.flatMap(({ to, role }) => (to === "hub" ? [role] : []));
  const inOrganisation = who.length > roles.length;
  return actors.filter(
    ({ name, hubRole }) =>
      (hubRole !== null && roles.includes(hubRole)) ||
      (inOrganisation && /^(red organisation-administrator|blue boss|red analyst key|red reporter)$/.test(name)),
  );
}

const contentTypes = [
  "text/plain",
  "application/xml",
  "multipart/form-data; boundary=x",
  "application/json; charset=utf-16",
  "application/x-www-form-urlencoded",
  "",
  "application/JSON;;;",
  "*/*",
];
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "PROPFIND"];

/** Whoever administers the hub could lawfully let somebody into the vault; then the markers would prove nothing. */
const lettingIn = /^(people\.grantRole|accounts\.invitePerson|people\.appointAdministrator)$/;

interface Drawn {
  actor: FuzzActor;
  path: Record<string, unknown>;
  rawPath: boolean;
  query: Record<string, unknown>;
  body: Record<string, unknown>;
  document: Uint8Array;
  twist: Twist;
  pick: number;
  hostile: unknown;
  extra: [string, unknown];
  cursor: string;
  header: Record<string, string>;
  rawBody: Uint8Array;
  method: string;
  contentType: string;
}

const at = <Item>(items: readonly Item[], index: number): Item | undefined => items[index % Math.max(1, items.length)];

function twisted(operation: Described, drawn: Drawn): Request {
  const { actor, twist, pick, query, path, body } = drawn;
  const isJson = operation.body !== null && operation.body !== undefined;
  const headers: Record<string, string> = { ...actor.headers };
  let method = operation.method;
  const fields = [
    ...Object.keys(path).map((name) => [path, name] as const),
    ...Object.keys(query).map((name) => [query, name] as const),
    ...Object.keys(body).map((name) => [body, name] as const),
  ];
  const [holder, name] = at(fields, pick) ?? [query, "x"];
  if (twist === "hostile-field") holder[name] = drawn.hostile;
  if (twist === "missing" && holder !== path) delete holder[name];
  if (twist === "superfluous")
    Object.defineProperty(isJson ? body : query, drawn.extra[0], { value: drawn.extra[1], enumerable: true });
  if (twist === "large") (isJson ? body : query)[isJson ? name : "x"] = isJson ? large : large.slice(0, 7000);
  if (twist === "cursor") query.cursor = drawn.cursor;
  if (twist === "header") Object.assign(headers, drawn.header);
  if (twist === "method") method = drawn.method;
  if (twist === "repeat") headers["idempotency-key"] = `repeated-${operation.operationId}`;
  if (actor.hubRole === "hub-administrator" && lettingIn.test(operation.operationId) && path.organisation === "vault")
    path.organisation = "red";
  const place = operation.path.replace(/\{(\w+)\}/g, (_, field: string) => written(path[field] ?? "x", drawn.rawPath));
  const pairs = Object.entries(query).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => `${encodeURIComponent(key)}=${written(one, drawn.rawPath)}`),
  );
  let sent: Uint8Array | undefined = isJson
    ? Buffer.from(JSON.stringify(body))
    : operation.body === null
      ? drawn.document
      : undefined;
  if (sent !== undefined) headers["content-type"] = isJson ? "application/json" : "application/octet-stream";
  if (twist === "raw-body") sent = drawn.rawBody;
  if (twist === "type") headers["content-type"] = drawn.contentType;
  if (twist === "encoding") {
    headers["content-encoding"] = at(["gzip", "gzip", "gzip", "br", "deflate", "identity, gzip", "x"], pick) ?? "";
    sent = at([gzipSync(sent ?? Buffer.from("{}")), sent ?? Buffer.from("{}"), bomb], pick);
  }
  return {
    actor,
    operation,
    method,
    path: `${place}${pairs.length === 0 ? "" : `?${pairs.join("&")}`}`,
    headers,
    ...(sent === undefined ? {} : { body: sent }),
    ...(twist === "truncated" && sent !== undefined ? { truncated: true } : {}),
  };
}

/** The values that a request for this operation carries where nothing is wrong with it. */
export function valuesFor(operation: Described, generating: Generating) {
  const of = (place: string) =>
    Object.fromEntries(
      operation.parameters
        .filter((one) => one.in === place)
        .map(({ name, schema }) => [name, arbitraryOf(schema, generating, name)]),
    );
  const required = operation.parameters.filter((one) => one.in === "query" && one.required).map(({ name }) => name);
  return {
    path: fc.record(of("path")) as fc.Arbitrary<Record<string, unknown>>,
    query: fc.record(of("query"), { requiredKeys: required as never[] }) as fc.Arbitrary<Record<string, unknown>>,
    body: (operation.body ? arbitraryOf(operation.body, generating) : fc.constant({})) as fc.Arbitrary<
      Record<string, unknown>
    >,
  };
}

/** Requests for one operation, from right to as wrong as can be. */
export function requestsFor(
  operation: Described,
  generating: Generating,
  { actors }: FuzzWorld,
): fc.Arbitrary<Request> {
  const strong = capable(operation, actors);
  return fc
    .record({
      actor: fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...strong) },
        { weight: 2, arbitrary: fc.constantFrom(...actors) },
      ),
      ...valuesFor(operation, generating),
      rawPath: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
      document: fc.constantFrom(...documents),
      twist: twists,
      pick: fc.nat(1000),
      hostile,
      extra: superfluous,
      cursor: fc.constantFrom(...hostileCursors),
      header: fc.constantFrom(...hostileHeaders),
      rawBody: fc.constantFrom(...hostileBodies),
      method: fc.constantFrom(...methods),
      contentType: fc.constantFrom(...contentTypes),
    })
    .map((drawn) =>
      twisted(operation, { ...drawn, path: { ...drawn.path }, query: { ...drawn.query }, body: { ...drawn.body } }),
    );
}
