import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** A request as a server saw it. */
export interface Asked {
  method: string;
  url: string;
  headers: IncomingMessage["headers"];
  body: Buffer;
}

/** A server of a few lines that keeps what it was asked. `await using` stops it. */
export class Answering implements AsyncDisposable {
  readonly asked: Asked[] = [];
  readonly url: string;
  private readonly server;

  private constructor(server: ReturnType<typeof createServer>, port: number) {
    this.server = server;
    this.url = `http://127.0.0.1:${port}`;
  }

  /** `answer` is called with each request and how many came before it. */
  static start(answer: (asked: Asked, response: ServerResponse, before: number) => void): Promise<Answering> {
    return new Promise((resolve) => {
      const server = createServer(async (request, response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk as Buffer);
        const { method = "", url = "", headers } = request;
        const asked = { method, url, headers, body: Buffer.concat(chunks) };
        const before = self.asked.push(asked) - 1;
        answer(asked, response, before);
      });
      let self: Answering;
      server.listen(0, "127.0.0.1", () => {
        const address = server.address();
        self = new Answering(server, typeof address === "object" && address !== null ? address.port : 0);
        resolve(self);
      });
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

export const json = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) =>
  void response
    .writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers })
    .end(JSON.stringify(body));

/** A problem document as the hub writes it. */
export const problem = (response: ServerResponse, status: number, code: string, headers: Record<string, string> = {}) =>
  void response
    .writeHead(status, { "content-type": "application/problem+json", "x-request-id": "request-1", ...headers })
    .end(
      JSON.stringify({
        type: `urn:bongsu:problem:${code}`,
        title: "It did not go.",
        status,
        code,
        message: { en: "It did not go.", ko: "되지 않았습니다." },
        fix: { en: "Do otherwise.", ko: "다르게 하십시오." },
      }),
    );
