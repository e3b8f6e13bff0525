import type { SMTPPoolOptions } from "nodemailer/lib/smtp-pool";

/** Milliseconds that each step may take. */
const connecting = 15_000;
const silence = 60_000;

const isLocal = (host: string): boolean => host === "localhost" || host === "127.0.0.1" || host === "::1";

/**
 * How the server in `smtp://user:password@host:port` is called: over TLS from the start (`smtps:`), or by STARTTLS,
 * without which nothing is sent but on this very machine or with `?tls=optional` (RFC 8314 §3).
 */
export function serverOptions(address: string, ca?: string): SMTPPoolOptions & { pool: true } {
  const url = new URL(address);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const secure = url.protocol === "smtps:";
  const inClear = url.searchParams.get("tls") === "optional" || isLocal(host);
  return {
    pool: true,
    host,
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    requireTLS: !secure && !inClear,
    ...(url.username === ""
      ? {}
      : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    tls: { minVersion: "TLSv1.2", ...(ca === undefined ? {} : { ca }) },
    connectionTimeout: connecting,
    greetingTimeout: connecting,
    dnsTimeout: connecting,
    socketTimeout: silence,
    maxConnections: 5,
    // What we send never reaches for a file or an address by itself.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
