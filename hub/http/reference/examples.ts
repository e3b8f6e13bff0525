import { answersPages, type Contract, type Field, fieldsOf, namesOf } from "@bongsu/contracts";
import { sampleOf } from "./samples.ts";

/** What must be given, and one filter or field more where nothing must. */
export function exampleInput(contract: Contract): { field: Field; value: unknown }[] {
  const fields = fieldsOf(contract);
  const needed = fields.filter(({ required }) => required);
  const ask = contract.method === "GET" && !needed.some(({ travels }) => travels === "query");
  const filter = ask ? fields.find(({ name, words }) => words !== null && name !== "sort") : undefined;
  const something = contract.method === "PATCH" ? fields.find(({ travels }) => travels === "body") : undefined;
  return [...new Set([...needed, ...[filter, something].filter((one) => one !== undefined)])].map((field) => ({
    field,
    value: field.travels === "bytes" ? null : sampleOf(field.schema, field.name),
  }));
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
const written = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** The call as a command line. */
export function curlExample(contract: Contract, url: string): string {
  const given = exampleInput(contract);
  const of = (travels: string) => given.filter(({ field }) => field.travels === travels);
  const path = of("path").reduce(
    (done, { field, value }) => done.replace(`{${field.name}}`, encodeURIComponent(written(value))),
    contract.path,
  );
  const query = new URLSearchParams(
    of("query").flatMap(({ field, value }) =>
      (Array.isArray(value) ? value : [value]).map((one): [string, string] => [field.name, written(one)]),
    ),
  );
  const body = of("body");
  const inBody = contract.body === "json" && !["GET", "DELETE"].includes(contract.method);
  const flags = [
    ...(contract.answers === "text/event-stream" ? ["-N"] : contract.answers === "application/json" ? [] : ["-OJ"]),
    ...(contract.method === "GET" ? [] : [`-X ${contract.method}`]),
  ];
  const lines = [
    ["curl", ...flags, quoted(`${url}/api/v1${path}${query.size === 0 ? "" : `?${query}`}`)].join(" "),
    ...(contract.who.some(({ to }) => to === "anyone") ? [] : ['-H "Authorization: Bearer $BONGSU_KEY"']),
    ...(contract.creates ? ['-H "Idempotency-Key: $(uuidgen)"'] : []),
    ...(inBody ? ["-H 'Content-Type: application/json'"] : []),
    ...(inBody
      ? [`-d ${quoted(JSON.stringify(Object.fromEntries(body.map(({ field, value }) => [field.name, value]))))}`]
      : []),
    ...(contract.body === "bytes" ? ["-H 'Content-Type: application/octet-stream'", "--data-binary @file"] : []),
  ];
  return lines.join(" \\\n  ");
}

function literal(value: unknown, depth: number): string {
  if (typeof value === "string" && /^\d{4}-\d\d-\d\dT[\d:]+Z$/.test(value)) return `new Date("${value}")`;
  if (Array.isArray(value)) return `[${value.map((one) => literal(one, depth)).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([name, one]) => `${name}: ${literal(one, depth + 1)}`);
  const line = `{ ${entries.join(", ")} }`;
  if (entries.length === 0) return "{}";
  const indent = "  ".repeat(depth);
  return line.length < 60 ? line : `{\n${entries.map((entry) => `${indent}  ${entry},`).join("\n")}\n${indent}}`;
}

/** The call in the typed client. */
export function clientExample(contract: Contract): string {
  const { capability, operation } = namesOf(contract);
  const given = exampleInput(contract).map(({ field, value }) => [field.name, value] as const);
  const input = literal(Object.fromEntries(given.filter(([, value]) => value !== null)), 0);
  const bytes =
    contract.body === "bytes" ? input.replace(/ ?\}$/, `${input === "{}" ? " " : ", "}document: bytes }`) : input;
  const call = `hub.${capability}.${operation}`;
  const inside = bytes === "{}" ? "" : bytes;
  if (answersPages(contract)) return `for await (const one of ${call}.all(${inside})) {\n  console.log(one);\n}`;
  if (contract.answers === "text/event-stream") {
    return `for await (const event of ${call}(${inside})) {\n  console.log(event);\n}`;
  }
  return contract.answers === "application/json"
    ? `const answer = await ${call}(${inside});`
    : `const { name, stream } = await ${call}(${inside});`;
}
