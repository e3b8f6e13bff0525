import { createServer, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import type { Entry } from "./face.ts";
import { answerUnreadable, unreadableRequest } from "./unreadable.ts";

export interface HttpServer {
  /** `http://127.0.0.1:8400`: where it listens. */
  address: string;
  /** Takes no new requests, lets those at work finish for so many milliseconds, then cuts them. */
  stop(grace: number): Promise<void>;
}

/** Milliseconds that a client has. */
export interface Patience {
  /** For a request's head, which must come at once. */
  head: number;
  /** For a whole request: a large file may take its time, piece by piece (`bodyOf`). */
  request: number;
  /** Between two requests on one connection. */
  idle: number;
}

const usual: Patience = { head: 15_000, request: 600_000, idle: 65_000 };

/** Bytes that a request's line and headers may have together. */
const headBytes = 16_384;

/** Starts to listen. Port 0 chooses a free one. Rejects where the port is taken. */
export function listen(app: Hono<Entry>, host: string, port: number, patience = usual): Promise<HttpServer> {
  const listener = getRequestListener(app.fetch as never, { hostname: host, errorHandler: unreadableRequest });
  const server = createServer(
    {
      headersTimeout: patience.head,
      requestTimeout: patience.request,
      keepAliveTimeout: patience.idle,
      connectionsCheckingInterval: Math.min(patience.head, 5_000),
      maxHeaderSize: headBytes,
    },
    listener,
  );
  // Expectations that nobody knows may be passed over (RFC 9110 §10.1.1).
  server.on("checkExpectation", (request, response) => void server.emit("request", request, response));
  const stop = stopper(server);
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(port, host, () => {
      const info = server.address() as AddressInfo;
      const name = info.family === "IPv6" ? `[${info.address}]` : info.address;
      resolve({ address: `http://${name}:${info.port}`, stop });
    });
  });
}

/**
 * Stops listening; connections on which nothing is under way are closed, the others when their answer is through, at the
 * latest after the grace. Counted here: Node.js takes a connection that has not asked anything yet for a busy one.
 */
function stopper(server: Server): (grace: number) => Promise<void> {
  const underWay = new Map<Socket, number>();
  let stopping = false;
  const count = (socket: Socket, by: number): void => {
    const left = (underWay.get(socket) ?? 0) + by;
    underWay.set(socket, left);
    if (stopping && left === 0) socket.destroy();
  };
  server.on("connection", (socket) => {
    count(socket, 0);
    socket.on("close", () => underWay.delete(socket));
  });
  server.on("clientError", (error, socket) => {
    // Bytes of ours in the middle of an answer would be taken for a part of it.
    if (!socket.writable || (underWay.get(socket as Socket) ?? 0) > 0) socket.destroy();
    else void answerUnreadable(error, socket);
  });
  server.on("request", ({ socket }, response) => {
    count(socket, 1);
    response.on("close", () => count(socket, -1));
  });
  return (grace) =>
    new Promise((resolve) => {
      stopping = true;
      const cut = setTimeout(() => server.closeAllConnections(), grace);
      server.close(() => {
        clearTimeout(cut);
        resolve();
      });
      for (const [socket, left] of underWay) if (left === 0) socket.destroy();
    });
}
