import type { Server } from "node:http";
import type { Socket } from "node:net";
import { serve } from "@hono/node-server";
import type { Hono } from "hono";
import type { Entry } from "./face.ts";

export interface HttpServer {
  /** `http://127.0.0.1:8400`: where it listens. */
  address: string;
  /** Takes no new requests, lets those at work finish for so many milliseconds, then cuts them. */
  stop(grace: number): Promise<void>;
}

/** Starts to listen. Port 0 chooses a free one. Rejects where the port is taken. */
export function listen(app: Hono<Entry>, host: string, port: number): Promise<HttpServer> {
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch: app.fetch as never,
        hostname: host,
        port,
        serverOptions: {
          // A request's head must come at once; a large file may take its time, piece by piece (`bodyOf`).
          headersTimeout: 15_000,
          requestTimeout: 600_000,
          keepAliveTimeout: 65_000,
          maxHeaderSize: 16_384,
        },
      },
      (info) => {
        const name = info.family === "IPv6" ? `[${info.address}]` : info.address;
        resolve({ address: `http://${name}:${info.port}`, stop });
      },
    );
    const stop = stopper(server as Server);
    server.on("error", reject);
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
