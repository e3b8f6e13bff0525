import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { RequestError } from "@hono/node-server";
import { kernelProblems } from "../kernel/index.ts";
import { newId } from "../platform/ids.ts";
import { problemResponse } from "./problem.ts";
import { securityHeaders } from "./security.ts";

const problems = {
  HPE_HEADER_OVERFLOW: () => kernelProblems.error("http.head-too-large"),
  ERR_HTTP_REQUEST_TIMEOUT: () => kernelProblems.error("http.head-too-slow"),
};

/** Nobody knows yet what language it is in; the document says it in both. */
function refusal(code: string): Response {
  const error = problems[code as keyof typeof problems]?.() ?? kernelProblems.error("http.unreadable-request");
  const request = newId(new Date());
  const response = problemResponse(error, "en", request);
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
  response.headers.set("x-request-id", request);
  return response;
}

/** The answer to an address or a host that none can have, before it is a request. */
export function unreadableRequest(error: unknown): Response {
  if (error instanceof RequestError) return refusal("");
  throw error;
}

/** The answer to what the parser of HTTP could not read (RFC 9112 §2.2), as bytes for the connection; closes it. */
export async function answerUnreadable(error: Error, socket: Duplex): Promise<void> {
  const response = refusal("code" in error ? String(error.code) : "");
  const text = await response.text();
  response.headers.set("connection", "close");
  response.headers.set("content-length", String(Buffer.byteLength(text)));
  const head = [...response.headers].map(([name, value]) => `${name}: ${value}\r\n`).join("");
  socket.end(`HTTP/1.1 ${response.status} ${STATUS_CODES[response.status] ?? ""}\r\n${head}\r\n${text}`);
}
