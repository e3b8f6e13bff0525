import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { securityHeaders } from "../../hub/http/security.ts";
import { type Marker, markers } from "./markers.ts";
import type { Request } from "./requests.ts";
import type { Got } from "./send.ts";

/** The codes that docs/errors.md explains. */
export const documentedCodes: ReadonlySet<string> = new Set(
  [...readFileSync(new URL("../../docs/errors.md", import.meta.url), "utf8").matchAll(/^## `([\w.-]+)`$/gm)].map(
    ([, code]) => code ?? "",
  ),
);

const uuid = /^urn:uuid:[0-9a-f-]{36}$/;

function faultsOfProblem({ headers, text, status }: Got): string[] {
  if (!/^application\/problem\+json/.test(headers["content-type"] ?? ""))
    return [`an error that is no problem document: ${headers["content-type"]}`];
  try {
    const document = JSON.parse(text);
    return [
      ...(documentedCodes.has(document.code) ? [] : [`undocumented code ${document.code}`]),
      ...(document.status === status ? [] : [`status ${document.status} in the document`]),
      ...(uuid.test(document.instance) ? [] : ["no instance"]),
      ...(document.message?.en && document.message?.ko && document.fix?.en && document.fix?.ko
        ? []
        : ["not in both languages"]),
      ...(/\bat .*:\d+:\d+\)?$|node_modules|\bselect\b.*\bfrom\b|\/hub\/|PGlite/m.test(
        text.replaceAll(/"pointer":"[^"]*"/g, ""),
      )
        ? ["tells of the inside"]
        : []),
    ];
  } catch {
    return ["a problem document that cannot be read"];
  }
}

function bodyAsSent({ headers, body }: Request): string {
  if (body === undefined) return "";
  const plain = Buffer.from(body).toString("utf8");
  if (headers["content-encoding"] !== "gzip") return plain;
  try {
    return gunzipSync(body, { maxOutputLength: 10_000_000 }).toString("utf8");
  } catch {
    return plain;
  }
}

/** Words of others' things that the actor may not see; what he sent himself he may get back. */
export function leaksIn(request: Request, { headers, text }: Got, hidden: readonly Marker[]): string[] {
  const told = `${text}\n${JSON.stringify(headers)}`;
  const sent = `${request.path}\n${bodyAsSent(request)}`;
  return [...markers, ...hidden]
    .filter(
      ({ word, may }) => !may(request.actor) && told.includes(word) && !decodeURIComponentSafe(sent).includes(word),
    )
    .map(({ word }) => `shows ${word} to ${request.actor.name}`);
}

const decodeURIComponentSafe = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The words that an answer shows to somebody who may see them: so the test knows that it would find the others. */
export const shownIn = ({ actor }: Request, { text }: Got): string[] =>
  markers.filter(({ word, may }) => may(actor) && text.includes(word)).map(({ word }) => word);

/** Codes that come before anybody knows which operation it is, or with another method; and what is wrong with JSON itself. */
const general = /^http\.(not-found|method-not-allowed|unreadable-request|head-too-large|forged|not-signed-in)$|^json\./;

/** A code that the OpenAPI document does not say of this operation. */
function unannounced({ operation, method }: Request, { status, text }: Got): string[] {
  const [, code = ""] = /"code":"([\w.-]+)"/.exec(text) ?? [];
  if (status < 400 || method !== operation.method || general.test(code)) return [];
  return operation.codes[status]?.includes(code) ? [] : [`${code} (${status}) is not announced`];
}

/** What is wrong with an answer, whatever the request was. */
export function faultsOf(request: Request, got: Got, hidden: readonly Marker[]): string[] {
  const { status, headers, text } = got;
  const bare = request.method === "HEAD" || text === "";
  return [
    ...(status >= 500 ? [`status ${status}: ${text.slice(0, 300)}`] : []),
    ...(status >= 400 && !bare ? faultsOfProblem(got) : []),
    ...(status >= 400 && text === "" && request.method !== "HEAD" ? [`an error without a word (${status})`] : []),
    ...Object.entries(securityHeaders)
      .filter(([name, value]) => headers[name] !== value)
      .map(([name]) => `without ${name}`),
    ...(headers["cache-control"] === undefined ? ["without cache-control"] : []),
    ...(headers["x-request-id"] === undefined ? ["without a request id"] : []),
    ...(headers["set-cookie"] !== undefined || headers["x-powered-by"] !== undefined || headers.server !== undefined
      ? ["a header too many"]
      : []),
    ...unannounced(request, got),
    ...leaksIn(request, got, hidden),
  ];
}
