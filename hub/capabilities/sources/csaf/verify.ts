import { createHash, timingSafeEqual } from "node:crypto";
import { BongsuError } from "@bongsu/base";
import type { SignaturePolicy } from "@bongsu/contracts";
import { type PublicKey, verifyDetached } from "@bongsu/openpgp";
import type { SourceLimits } from "../limits.ts";
import type { Fetcher } from "../reading/fetcher.ts";
import type { ListedDocument } from "./lists.ts";
import { csafProblems } from "./problems.ts";

const algorithms = { sha512: 128, sha256: 64 } as const;

type Algorithm = keyof typeof algorithms;

const algorithmOf = (url: string): Algorithm | null => {
  const ending = /\.(sha512|sha256)$/i.exec(new URL(url).pathname)?.[1]?.toLowerCase();
  return ending === "sha512" || ending === "sha256" ? ending : null;
};

/** The hash in a file of `sha256sum` (§7.1.18): the first word. Null where it is none. */
export function hashIn(text: string, algorithm: Algorithm): Uint8Array | null {
  const word = /^\s*([0-9a-f]+)(?=\s|$)/i.exec(text)?.[1] ?? "";
  return word.length === algorithms[algorithm] ? Buffer.from(word, "hex") : null;
}

/** Throws `sources.wrong-hash`, `sources.hash-unreadable`. */
async function checkHash(
  fetcher: Fetcher,
  { url, hashes }: ListedDocument,
  document: Uint8Array,
  { smallBytes }: SourceLimits,
): Promise<void> {
  for (const address of hashes ?? [`${url}.sha512`, `${url}.sha256`]) {
    const algorithm = algorithmOf(address);
    const file = algorithm === null ? null : await fetcher.optional(address, smallBytes);
    if (algorithm === null || file === null) continue;
    const said = hashIn(new TextDecoder().decode(file), algorithm);
    if (said === null) throw csafProblems.error("sources.hash-unreadable");
    const is = createHash(algorithm).update(document).digest();
    if (!timingSafeEqual(said, is)) throw csafProblems.error("sources.wrong-hash", { algorithm });
    return;
  }
}

export interface SignatureTerms {
  policy: SignaturePolicy;
  keys: readonly PublicKey[];
  now: Date;
}

/**
 * A document that is what its provider published, or an error why not: its hash fits (§7.1.18) and its signature is good
 * (§7.1.19), as far as there are any; without a signature it counts by the policy. Throws `sources.wrong-hash`,
 * `sources.hash-unreadable`, `sources.not-signed`, `sources.no-keys`, `openpgp.*`.
 */
export async function checkDocument(
  fetcher: Fetcher,
  listed: ListedDocument,
  document: Uint8Array,
  { policy, keys, now }: SignatureTerms,
  limits: SourceLimits,
): Promise<void> {
  await checkHash(fetcher, listed, document, limits);
  const signature = await fetcher.optional(listed.signature ?? `${listed.url}.asc`, limits.smallBytes);
  if (signature === null) {
    if (policy === "required") throw csafProblems.error("sources.not-signed");
    return;
  }
  if (keys.length === 0) {
    if (policy === "required") throw csafProblems.error("sources.no-keys");
    return;
  }
  const verified = await verifyDetached(document, signature, [...keys], now);
  if (!verified.ok) throw new BongsuError(verified.problem);
}
