import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestContext } from "node:test";

/** A request as the sink got it. */
export interface SunkRequest {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

type Answer = (response: ServerResponse, request: SunkRequest) => unknown;

export interface Sink {
  url: string;
  received: SunkRequest[];
  /** What the next requests are answered with: this from now on. */
  answer(with_: Answer): void;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

/** A receiver of webhooks on this machine; it takes everything with 200 until it is told otherwise. */
export async function startSink(context: Pick<TestContext, "after">): Promise<Sink> {
  const received: SunkRequest[] = [];
  let answer: Answer = (response) => response.end("ok");
  const server = createServer(async (request, response) => {
    const sunk = { path: request.url ?? "", headers: request.headers, body: await bodyOf(request) };
    received.push(sunk);
    answer(response, sunk);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answer: (with_) => {
      answer = with_;
    },
  };
}

/** Answers with a status, and headers where some are given. */
export const status =
  (code: number, headers: Record<string, string> = {}, body = ""): Answer =>
  (response) =>
    response.writeHead(code, headers).end(body);
