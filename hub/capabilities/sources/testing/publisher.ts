import type { IncomingMessage, ServerResponse } from "node:http";
import type { TestContext } from "node:test";
import { testCertificate } from "../../../../testing/certificate.ts";
import { type Guard, guardOf } from "../../../platform/net/index.ts";
import { startServer } from "../../../platform/net/testing/servers.ts";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A publisher's web server, over TLS, that says what a test puts there and otherwise 404. */
export interface Publisher {
  /** `https://feeds.example.test:…`, without a path. */
  origin: string;
  host: string;
  /** What was asked for, and how it was answered, in order: `/all.zip 200`. */
  asked: string[];
  net: Guard;
  /** Bytes under a path; with an ETag that changes with them, and 304 for whoever has it (RFC 9110 §13). */
  put(path: string, body: Uint8Array | string): void;
  /** Whatever a test wants to happen there. */
  answer(path: string, answer: Answer): void;
  remove(path: string): void;
}

export async function startPublisher(context: TestContext): Promise<Publisher> {
  const answers = new Map<string, Answer>();
  const asked: string[] = [];
  const server = await startServer(
    context,
    (request, response) => {
      const path = request.url ?? "";
      response.on("close", () => asked.push(`${path} ${response.statusCode}`));
      const answer = answers.get(path);
      if (answer === undefined) response.writeHead(404).end();
      else answer(request, response);
    },
    { tls: true },
  );
  const net = guardOf({
    allow: ["127.0.0.0/8"],
    resolve: async (host) => (host.endsWith(".corp") ? ["10.1.2.3"] : ["127.0.0.1"]),
    ca: testCertificate.cert,
  });
  context.after(() => net.close());
  let version = 0;
  const host = `feeds.example.test:${server.port}`;
  return {
    origin: `https://${host}`,
    host,
    asked,
    net,
    put: (path, body) => {
      version += 1;
      const etag = `"${version}"`;
      answers.set(path, (request, response) => {
        if (request.headers["if-none-match"] === etag) return void response.writeHead(304, { etag }).end();
        const bytes = Buffer.from(body);
        const headers = { etag, "content-length": bytes.length, "last-modified": "Fri, 20 Nov 2026 00:00:00 GMT" };
        response.writeHead(200, headers).end(request.method === "HEAD" ? undefined : bytes);
      });
    },
    answer: (path, answer) => void answers.set(path, answer),
    remove: (path) => void answers.delete(path),
  };
}
