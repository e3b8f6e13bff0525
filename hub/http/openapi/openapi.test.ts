import assert from "node:assert/strict";
import { test } from "node:test";
import * as all from "@bongsu/contracts";
import { type Contract, contractsIn, pathFields } from "@bongsu/contracts";
import { Hono } from "hono";
import * as notes from "../../../testing/notes.ts";
import type { Entry } from "../face.ts";
import { addOpenapi } from "./add.ts";
import { openapi } from "./document.ts";
import { schemaFaults } from "./testing/schema-faults.ts";

const contracts: Contract[] = [...contractsIn(all), ...contractsIn(notes)];
const about = { url: "https://hub.example.org", version: "1.2.3", cookie: "bongsu.session_token" };
const document = openapi(contracts, { ...about, language: "en" });

interface Parameter {
  $ref?: string;
  name: string;
  in: string;
  required: boolean;
  schema: unknown;
}

interface Operation {
  operationId: string;
  summary: string;
  tags: string[];
  parameters: Parameter[];
  requestBody?: {
    required: boolean;
    content: Record<string, { schema?: { required?: string[]; properties: object } }>;
  };
  responses: Record<string, { description: string; content?: Record<string, { schema?: unknown }>; headers?: object }>;
  security: Record<string, string[]>[];
}

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({ path, method, operation })),
);

const operationOf = (name: string): Operation => {
  const found = operations.find(({ operation }) => operation.operationId === name);
  assert.ok(found, name);
  return found.operation;
};

/** Every value under a key, wherever it stands in the document. */
function valuesOf(value: unknown, key: string): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => [...(name === key ? [one] : []), ...valuesOf(one, key)]);
}

function resolved(pointer: string): unknown {
  let at: unknown = document;
  for (const part of pointer.slice(2).split("/")) at = (at as Record<string, unknown> | undefined)?.[part];
  return at;
}

test("every operation is there once, under its method and path", () => {
  assert.equal(operations.length, contracts.length);
  assert.equal(new Set(operations.map(({ operation }) => operation.operationId)).size, contracts.length);
  for (const { name, method, path } of contracts) {
    const written = (document.paths[path]?.[method.toLowerCase()] as Operation | undefined)?.operationId;
    assert.equal(written, name, `${method} ${path} stands for two operations`);
  }
});

test("no two paths are the same but for the names of their fields", () => {
  const forms = Object.keys(document.paths).map((path) => path.replace(/\{\w+\}/g, "{}"));
  assert.equal(new Set(forms).size, forms.length);
});

test("every field of a path is declared, required, and a part of the input; names stand once in their place", () => {
  for (const { path, operation } of operations) {
    const own = operation.parameters.filter(({ $ref }) => $ref === undefined);
    const inPath = own.filter((one) => one.in === "path");
    assert.deepEqual(inPath.map(({ name }) => name).sort(), pathFields(path).sort(), operation.operationId);
    assert.ok(
      inPath.every(({ required, schema }) => required && Object.keys(schema as object).length > 0),
      path,
    );
    assert.equal(new Set(own.map((one) => `${one.in} ${one.name}`)).size, own.length, operation.operationId);
  }
});

test("every reference leads somewhere, and nothing that is shared is without a reader", () => {
  const references = valuesOf(document, "$ref").map(String);
  for (const reference of references) assert.notEqual(resolved(reference), undefined, reference);
  for (const name of Object.keys(document.components.schemas)) {
    assert.match(name, /^[A-Za-z0-9._-]+$/);
    assert.ok(references.includes(`#/components/schemas/${name}`), `${name} is not used`);
  }
});

test("every schema is one of JSON Schema 2020-12", () => {
  const schemas = [
    ...valuesOf(document.paths, "schema").map((schema, n) => [`schema ${n}`, schema] as const),
    ...Object.entries(document.components.schemas),
  ];
  assert.deepEqual(
    schemas.flatMap(([place, schema]) => schemaFaults(schema, place)),
    [],
  );
  assert.notDeepEqual(schemaFaults({ type: "text" }, ""), []);
  assert.notDeepEqual(schemaFaults({ properties: { a: { pattern: "(" } } }, ""), []);
});

test("every answer is described, and every security scheme that is asked for exists", () => {
  for (const { operation } of operations) {
    for (const [status, { description }] of Object.entries(operation.responses)) {
      assert.match(status, /^[2345]\d\d$/);
      assert.ok(description.length > 0);
    }
    for (const name of operation.security.flatMap(Object.keys)) assert.ok(name in document.components.securitySchemes);
    assert.ok(document.tags.some(({ name }) => name === operation.tags[0]));
  }
});

test("what an operation takes stands where it travels", () => {
  const add = operationOf("notes.addNote");
  const body = add.requestBody?.content["application/json"]?.schema;
  assert.deepEqual(body?.required, ["title", "due"]);
  assert.deepEqual(Object.keys(body?.properties ?? {}), ["title", "due", "weight", "name", "tags", "links"]);
  const list = operationOf("notes.listNotes").parameters;
  assert.deepEqual(
    list.find(({ name }) => name === "tags"),
    {
      name: "tags",
      in: "query",
      required: false,
      schema: { type: "array", items: { type: "string" } },
      style: "form",
      explode: true,
    },
  );
  assert.deepEqual(operationOf("notes.importNotes").requestBody?.content, { "application/octet-stream": {} });
});

test("what an operation answers: created, not changed, a file, events; and every refusal with its codes", () => {
  const add = operationOf("notes.addNote").responses;
  assert.deepEqual(
    [200, 201, 304, 401, 403, 409, 429, 503].map((status) => String(status) in add),
    [false, true, false, true, true, true, true, true],
  );
  assert.match(JSON.stringify(add[409]), /notes\.title-taken/);
  assert.match(JSON.stringify(add[429]), /Retry-After/);
  assert.ok("304" in operationOf("notes.listNotes").responses);
  assert.deepEqual(operationOf("notes.exportNotes").responses[200]?.content, { "text/plain": {} });
  assert.match(JSON.stringify(operationOf("notes.followNotes").responses[200]), /text\/event-stream.*"number"/);
});

test("what several operations speak of is described once", () => {
  const pages = operationOf("members.listOrganisations").responses[200]?.content?.["application/json"]?.schema;
  assert.match(JSON.stringify(pages), /"items":\{"\$ref":"#\/components\/schemas\/Organisation"\}/);
});

test("it is served in the reader's language, and not again to whom has it", async () => {
  const app = new Hono<Entry>();
  addOpenapi(app, contracts, about);
  const english = await app.request("/api/openapi.json");
  const korean = await app.request("/api/openapi.json", { headers: { "accept-language": "ko-KR,ko;q=0.9" } });
  const etag = english.headers.get("etag") ?? "";
  assert.notEqual(korean.headers.get("etag"), etag);
  assert.match(await korean.text(), /"summary":"회원 기관 목록"/);
  assert.match(await english.text(), /"summary":"List the member organisations"/);
  assert.equal((await app.request("/api/openapi.json", { headers: { "if-none-match": etag } })).status, 304);
  const asked = await app.request("/api/openapi.json?lang=en", { headers: { "accept-language": "ko" } });
  assert.equal(asked.headers.get("etag"), etag);
});
