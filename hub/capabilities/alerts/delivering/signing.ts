import { createHmac, randomBytes } from "node:crypto";

/** How a secret is shown and kept: 32 random bytes (Standard Webhooks 1.0.0, “Signature scheme”). */
export const newSecret = (): string => `whsec_${randomBytes(32).toString("base64")}`;

/**
 * The headers of a signed message (Standard Webhooks 1.0.0): HMAC-SHA-256 over `id.timestamp.body`, once with each
 * secret, so that a receiver may change secrets without missing anything. The id is the same at each try, the time its own.
 */
export function signedHeaders(id: string, now: Date, body: string, secrets: readonly string[]): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
    return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
  });
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    ...(signatures.length === 0 ? {} : { "webhook-signature": signatures.join(" ") }),
  };
}
