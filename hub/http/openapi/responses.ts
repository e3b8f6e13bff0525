import type { Language, Text } from "@bongsu/base";
import type { Contract, JsonSchema } from "@bongsu/contracts";
import { codesOf, type GivenCode } from "./codes.ts";
import { texts } from "./texts.ts";

const header = (text: Text, language: Language, schema: JsonSchema = { type: "string" }) => ({
  description: text[language],
  schema,
});

/** Headers of answers, by their names among the components. */
export const answerHeaders = (language: Language) => ({
  ETag: header(texts.etag, language),
  IdempotencyReplayed: header(texts.replayed, language, { const: "true" }),
  Problems: header(texts.problems, language, { type: "integer" }),
  RequestId: header(texts.requestId, language, { type: "string", format: "uuid" }),
  RetryAfter: header(texts.retryAfter, language, { type: "integer" }),
  Authenticate: header(texts.authenticate, language),
});

const reference = (name: keyof ReturnType<typeof answerHeaders>) => ({ $ref: `#/components/headers/${name}` });
const requestId = { "X-Request-Id": reference("RequestId") };

function success(contract: Contract, output: JsonSchema, language: Language) {
  const { answers } = contract;
  if (answers !== "application/json") {
    const stream = answers === "text/event-stream";
    const description = (stream ? texts.stream : texts.file)[language];
    // Each event's `data` is JSON by this schema.
    return { 200: { description, headers: requestId, content: { [answers]: stream ? { schema: output } : {} } } };
  }
  const headers = {
    ETag: reference("ETag"),
    "Bongsu-Problems": reference("Problems"),
    ...(contract.creates ? { "Idempotency-Replayed": reference("IdempotencyReplayed") } : {}),
    ...requestId,
  };
  const description = (contract.creates ? texts.created : texts.done)[language];
  const done = { description, headers, content: { "application/json": { schema: output } } };
  const unchanged = { description: texts.unchanged[language], headers: { ETag: reference("ETag") } };
  return {
    [contract.creates ? 201 : 200]: done,
    ...(contract.method === "GET" ? { 304: unchanged } : {}),
  };
}

function refusal(status: number, codes: readonly GivenCode[], language: Language) {
  const words = codes.map(({ code }) => code);
  return {
    description: `${texts.refused[language]}: ${words.map((word) => `\`${word}\``).join(", ")}`,
    headers: {
      ...(status === 429 || status === 503 ? { "Retry-After": reference("RetryAfter") } : {}),
      ...(status === 401 ? { "WWW-Authenticate": reference("Authenticate") } : {}),
      ...requestId,
    },
    content: {
      "application/problem+json": {
        schema: { $ref: "#/components/schemas/ProblemDocument", properties: { code: { enum: words } } },
      },
    },
  };
}

/** Everything that an operation may answer, by status. */
export function responsesOf(contract: Contract, output: JsonSchema, language: Language) {
  const codes = codesOf(contract);
  const statuses = [...new Set(codes.map(({ status }) => status))];
  const refusals = statuses.map((status) => {
    const given = codes.filter((one) => one.status === status);
    return [status, refusal(status, given, language)] as const;
  });
  return { ...success(contract, output, language), ...Object.fromEntries(refusals) };
}

/** A problem document (RFC 9457) as a schema. */
export const problemDocumentSchema = {
  type: "object",
  properties: {
    type: { type: "string", format: "uri" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    instance: { type: "string", format: "uri" },
    code: { type: "string" },
    message: { $ref: "#/components/schemas/BothLanguages" },
    fix: { $ref: "#/components/schemas/BothLanguages" },
    place: { type: "object", properties: { path: { type: "string" }, line: { type: "integer" } } },
    errors: {
      type: "array",
      items: {
        type: "object",
        properties: {
          pointer: { type: "string" },
          detail: { type: "string" },
          message: { $ref: "#/components/schemas/BothLanguages" },
        },
        required: ["pointer", "detail", "message"],
      },
    },
  },
  required: ["type", "title", "status", "detail", "instance", "code", "message", "fix"],
} satisfies JsonSchema;

export const bothLanguagesSchema = {
  type: "object",
  properties: { en: { type: "string" }, ko: { type: "string" } },
  required: ["en", "ko"],
} satisfies JsonSchema;
