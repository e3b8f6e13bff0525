import { connect, createServer, type Socket } from "node:net";

/** Stands between a client and a server, and fails as networks do. */
export interface Proxy {
  /** The address of the server, by way of the proxy. */
  url: string;
  /** Cuts every connection that is open. */
  cut(): void;
  /** Refuses new connections, or takes them again. */
  refuse(refusing: boolean): void;
  close(): Promise<void>;
}

export function startProxy(url: string): Promise<Proxy> {
  const target = new URL(url);
  const open = new Set<Socket>();
  let refusing = false;
  const server = createServer((client) => {
    if (refusing) return void client.resetAndDestroy();
    const upstream = connect(Number(target.port || 5432), target.hostname);
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      open.add(from);
      from.on("error", () => {});
      from.on("close", () => {
        open.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  });
  const cut = () => {
    for (const socket of open) socket.resetAndDestroy();
  };
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const own = new URL(url);
      own.hostname = "127.0.0.1";
      own.port = String(typeof address === "object" && address !== null ? address.port : 0);
      resolve({
        url: own.toString(),
        cut,
        refuse: (now) => {
          refusing = now;
        },
        close: () =>
          new Promise((done) => {
            cut();
            server.close(() => done());
          }),
      });
    });
  });
}
