import type { Guard } from "../../../platform/net/index.ts";
import { type Result, resultOf, resultOfError } from "./rules.ts";

/** Characters of an answer that are kept. */
const kept = 2_000;

/** Milliseconds for the whole, and for silence (Standard Webhooks 1.0.0, “Request timeouts”: 15 to 30 seconds). */
const limits = { bytes: 65_536, total: 20_000, idle: 15_000, redirects: 0 };

/** Milliseconds for which the answer's body is listened to: its status says all that counts. */
const listening = 2_000;

/** Without what drives a terminal or hides text; line ends and tabs become spaces. */
const cleaned = (text: string): string =>
  text
    .replace(/\s+/gu, " ")
    .replace(/[\p{Cc}\p{Cf}\ufffd]/gu, "")
    .trim();

/** How the answer begins. An answer that never ends, or is slow, is left. */
async function beginning(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return "";
  const end = AbortSignal.timeout(listening);
  const ended = new Promise<null>((resolve) => end.addEventListener("abort", () => resolve(null), { once: true }));
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    while (length < kept) {
      const next = await Promise.race([reader.read(), ended]);
      if (next === null || next.done) break;
      chunks.push(next.value);
      length += next.value.length;
    }
  } catch {
    // What came until then is what there is.
  }
  void reader.cancel().catch(() => {});
  return cleaned(Buffer.concat(chunks).toString("utf8").slice(0, kept).toWellFormed());
}

export interface Message {
  url: string;
  body: string;
  headers: Record<string, string>;
}

/**
 * Sends a message to an address that somebody gave us. Redirects are not followed: what is signed and AMBER+STRICT is
 * meant for the address that an administrator gave, and a receiver that was led elsewhere could lead it inside.
 */
export async function post(net: Guard, { url, body, headers }: Message, now: Date, http: boolean): Promise<Result> {
  try {
    const response = await net.fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", "user-agent": "Bongsu", ...headers },
      body,
      http,
      limits,
    });
    return resultOf(response.status, await beginning(response), response.headers, now);
  } catch (error) {
    return resultOfError(error);
  }
}
