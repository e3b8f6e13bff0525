import type { Server } from "node:http";
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
        resolve({ address: `http://${name}:${info.port}`, stop: (grace) => stop(server as Server, grace) });
      },
    );
    server.on("error", reject);
  });
}

/** Milliseconds between two looks for connections that have become idle since. */
const look = 25;

function stop(server: Server, grace: number): Promise<void> {
  return new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), look);
    const cut = setTimeout(() => server.closeAllConnections(), grace);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(cut);
      resolve();
    });
  });
}
