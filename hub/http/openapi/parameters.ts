import type { Language } from "@bongsu/base";
import { type Contract, type Field, fieldsOf, type JsonSchema } from "@bongsu/contracts";
import { mayBeHeld } from "./codes.ts";
import { texts } from "./texts.ts";

const header = (name: string, description: string, schema: JsonSchema) => ({
  ...{ name, in: "header", required: false, description, schema },
});

/** Headers that several operations take, by their names among the components. */
export const headerParameters = (language: Language) => ({
  AcceptLanguage: header("Accept-Language", texts.language[language], { type: "string" }),
  IdempotencyKey: header("Idempotency-Key", texts.idempotencyKey[language], {
    type: "string",
    minLength: 8,
    maxLength: 200,
  }),
  IfMatch: header("If-Match", texts.ifMatch[language], { type: "string" }),
  IfNoneMatch: header("If-None-Match", texts.ifNoneMatch[language], { type: "string" }),
  LastEventId: header("Last-Event-ID", texts.lastEventId[language], { type: "integer", minimum: 0 }),
});

const reference = (name: keyof ReturnType<typeof headerParameters>) => ({ $ref: `#/components/parameters/${name}` });

const isList = ({ type, anyOf = [] }: JsonSchema): boolean => type === "array" || anyOf.some((one) => isList(one));

function parameterOf({ name, travels, required }: Field, whole: JsonSchema) {
  const { description, ...schema } = whole;
  return {
    name,
    in: travels,
    required,
    ...(description === undefined ? {} : { description }),
    schema,
    // One `name=value` for each item of a list.
    ...(isList(schema) ? { style: "form", explode: true } : {}),
  };
}

/** What travels in the address and in headers. */
export function parametersOf(contract: Contract, input: JsonSchema) {
  const fields = fieldsOf(contract).filter(({ travels }) => travels === "path" || travels === "query");
  const stream = contract.answers === "text/event-stream";
  return [
    ...fields.map((field) => parameterOf(field, input.properties?.[field.name] ?? {})),
    ...(contract.creates ? [reference("IdempotencyKey")] : []),
    ...(mayBeHeld(contract) ? [reference("IfMatch")] : []),
    ...(contract.method === "GET" && contract.answers === "application/json" ? [reference("IfNoneMatch")] : []),
    ...(stream ? [reference("LastEventId")] : []),
    reference("AcceptLanguage"),
  ];
}

/** What travels in the body; null where nothing does. */
export function bodyOf(contract: Contract, input: JsonSchema) {
  // A body of bytes has no schema (OpenAPI 3.1 §4.8.14.4).
  if (contract.body === "bytes") return { required: true, content: { "application/octet-stream": {} } };
  const fields = fieldsOf(contract).filter(({ travels }) => travels === "body");
  if (fields.length === 0) return null;
  const required = fields.filter((field) => field.required).map(({ name }) => name);
  const schema = {
    type: "object",
    properties: Object.fromEntries(fields.map(({ name }) => [name, input.properties?.[name] ?? {}])),
    ...(required.length === 0 ? {} : { required }),
  };
  return { required: required.length > 0, content: { "application/json": { schema } } };
}
