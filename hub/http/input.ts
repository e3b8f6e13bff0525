import { parseJson } from "@bongsu/base";
import { type Contract, changes, pathFields } from "@bongsu/contracts";
import { z } from "zod";
import { kernelProblems } from "../kernel/index.ts";

type Kind = "text" | "number" | "boolean" | "list" | "numbers";

interface Schema {
  type?: string;
  anyOf?: Schema[];
  items?: Schema;
}

function kindOf(schema: Schema): Kind {
  const { type } = schema.anyOf?.find((one) => one.type !== "null") ?? schema;
  if (type === "integer" || type === "number") return "number";
  if (type === "array")
    return kindOf((schema.anyOf?.find((one) => one.type === "array") ?? schema).items ?? {}) === "number"
      ? "numbers"
      : "list";
  return type === "boolean" ? "boolean" : "text";
}

/** How each field of a contract's input is written where only text can stand: in the path and in the query. */
export function fieldKinds({ input }: Contract): Map<string, Kind> {
  const schema = z.toJSONSchema(input, { io: "input", unrepresentable: "any" });
  return new Map(Object.entries(schema.properties ?? {}).map(([name, field]) => [name, kindOf(field as Schema)]));
}

/** Text that is no number stays text: the contract's check says so with its place. */
function fieldOf(texts: readonly string[], kind: Kind): unknown {
  const [first = ""] = texts;
  const number = (text: string) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text);
  switch (kind) {
    case "number":
      return number(first);
    case "boolean":
      return first === "true" || first === "1" ? true : first === "false" || first === "0" ? false : first;
    case "list":
      return [...texts];
    case "numbers":
      return texts.map(number);
    default:
      return first;
  }
}

function jsonOf(body: Uint8Array, contentType: string | null): Record<string, unknown> {
  if (body.length === 0) return {};
  const mediaType = (contentType ?? "").split(";")[0]?.trim().toLowerCase();
  if (mediaType !== "application/json") {
    throw kernelProblems.error("http.invalid-body", { reason: `content-type ${mediaType || "missing"}` });
  }
  const value = parseJson(body, { file: "body" });
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw kernelProblems.error("http.invalid-body", { reason: "not a JSON object" });
  }
  return value as Record<string, unknown>;
}

/**
 * The input of an operation as its request carries it: the path's fields, the query's, and the body's. The body cannot
 * name what the path names. Throws `http.invalid-body`.
 */
export function requestInput(
  contract: Contract,
  kinds: ReadonlyMap<string, Kind>,
  path: Record<string, string>,
  query: URLSearchParams,
  body: Uint8Array,
  contentType: string | null,
): Record<string, unknown> {
  const input: Record<string, unknown> = Object.create(null);
  const inBody = changes(contract) && contract.method !== "DELETE" && contract.body === "json";
  if (inBody) Object.assign(input, jsonOf(body, contentType));
  else {
    for (const name of new Set(query.keys())) input[name] = fieldOf(query.getAll(name), kinds.get(name) ?? "text");
    if (contract.body === "bytes") input.document = body;
  }
  for (const name of pathFields(contract.path)) input[name] = fieldOf([path[name] ?? ""], kinds.get(name) ?? "text");
  return { ...input };
}
