import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { TestContext } from "node:test";
import { testCertificate } from "../../../../testing/certificate.ts";

/** A web server in a test's hands. */
export interface TestServer {
  port: number;
  /** Paths that were asked for, in order. */
  asked: string[];
}

/** Starts a server on a port of its own; it ends with the test. */
export function startServer(
  context: TestContext,
  listener: RequestListener,
  { tls = false, address = "127.0.0.1", port = 0 } = {},
): Promise<TestServer> {
  const asked: string[] = [];
  const noting: RequestListener = (request, response) => {
    asked.push(request.url ?? "");
    listener(request, response);
  };
  const server: Server = tls ? createTlsServer(testCertificate, noting) : createServer(noting);
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(port, address, () => {
      const own = server.address();
      resolve({ port: typeof own === "object" && own !== null ? own.port : 0, asked });
    });
  });
}
