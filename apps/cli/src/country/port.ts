import { once } from "node:events";
import { createServer } from "node:net";

/** Listens for a moment; gives the port, or null where it is taken. */
async function tried(port: number): Promise<number | null> {
  const server = createServer();
  try {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    return typeof address === "object" && address !== null ? address.port : null;
  } catch {
    return null;
  } finally {
    if (server.listening) {
      server.close();
      await once(server, "close");
    }
  }
}

/** The port that is wanted, or a free one where that is taken. */
export async function freePort(wanted: number): Promise<number> {
  return (await tried(wanted)) ?? (await tried(0)) ?? wanted;
}
