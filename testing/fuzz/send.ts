import { Agent, type IncomingHttpHeaders, request } from "node:http";
import { connect } from "node:net";

export interface Sent {
  method: string;
  /** As it stands in the request line: nothing is tidied. */
  path: string;
  headers: Record<string, string>;
  body?: Uint8Array;
  /** Says that so many bytes more will come, and then hangs up. */
  truncated?: boolean;
}

export interface Got {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

export const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** Milliseconds after which a request hangs. */
const patience = 30_000;

/** Milliseconds for which a stream that never ends is listened to. */
const listening = 60;

/**
 * Sends a request as it is. Gives null where it could not be sent at all (Node.js refuses some characters itself), or
 * was cut by intention. Rejects where no answer comes.
 */
export function send(address: string, { method, path, headers, body, truncated }: Sent): Promise<Got | null> {
  return new Promise((resolve, reject) => {
    let sent: ReturnType<typeof request>;
    const length = body === undefined ? {} : { "content-length": String(body.byteLength + (truncated ? 1000 : 0)) };
    try {
      sent = request(address, { method, path, headers: { ...headers, ...length }, agent: truncated ? false : agent });
    } catch {
      return resolve(null);
    }
    const hanging = setTimeout(() => {
      sent.destroy();
      reject(new Error(`no answer within ${patience} ms`));
    }, patience);
    const done = (got: Got | null) => {
      clearTimeout(hanging);
      resolve(got);
    };
    sent.on("error", (error: NodeJS.ErrnoException) => {
      // Whoever is refused while he still sends sees the connection close.
      if (truncated || error.code === "EPIPE" || error.code === "ECONNRESET") return done(null);
      clearTimeout(hanging);
      reject(error);
    });
    sent.on("response", (response) => {
      const chunks: Buffer[] = [];
      const got = () =>
        done({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString("utf8"),
        });
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", got);
      response.on("error", got);
      if (/event-stream/.test(response.headers["content-type"] ?? "")) {
        setTimeout(() => {
          got();
          sent.destroy();
        }, listening);
      }
    });
    if (body !== undefined) sent.write(body);
    if (truncated) setTimeout(() => sent.destroy(), 30);
    else sent.end();
  });
}

/** Writes bytes to the port, and gives all that comes back until the other side closes or is silent for a while. */
export function sendBytes(address: string, bytes: string | Uint8Array, silence = 300): Promise<string> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.setTimeout(silence, () => socket.destroy());
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "ECONNRESET" && error.code !== "EPIPE") reject(error);
    });
    socket.on("close", () => resolve(Buffer.concat(chunks).toString("latin1")));
  });
}
