import { BongsuError } from "@bongsu/base";
import { isDomain } from "../kinds.ts";
import type { SourceLimits } from "../limits.ts";
import type { Fetcher } from "../reading/fetcher.ts";
import { AskedToWait } from "../reading/fetcher.ts";
import { type Provider, readProvider } from "./metadata.ts";
import { csafProblems } from "./problems.ts";

/** Addresses of a security.txt that are tried. */
const tried = 5;

/** The providers that a security.txt names (CSAF §7.1.8; RFC 9116 §2: one field a line, names in any case). */
export function providersNamed(text: string): string[] {
  const addresses = [...text.matchAll(/^csaf:[ \t]*(\S+)[ \t]*\r?$/gim)].map(([, address]) => address ?? "");
  return addresses.filter((address) => /^https:\/\//i.test(address)).slice(0, tried);
}

/** What is away, or not what it should be, is looked for at the next place. */
async function quietly<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof BongsuError) || error instanceof AskedToWait) throw error;
    return null;
  }
}

/**
 * The provider's metadata: at the address itself, or for a domain at the places where CSAF has them looked for, in its
 * order (§7.3.1): the well-known address (§7.1.9), the domain's security.txt (§7.1.8), the DNS path (§7.1.10). Throws
 * `sources.no-provider-metadata`, and what a named address throws.
 */
export async function findProvider(fetcher: Fetcher, address: string, limits: SourceLimits): Promise<Provider> {
  const at = async (url: string): Promise<Provider> => {
    const answer = await fetcher.changed(url, limits.listBytes, null);
    return readProvider(answer?.bytes ?? new Uint8Array(), answer?.address ?? url);
  };
  if (!isDomain(address)) return at(address);
  const wellKnown = await quietly(() => at(`https://${address}/.well-known/csaf/provider-metadata.json`));
  if (wellKnown !== null) return wellKnown;
  for (const path of ["/.well-known/security.txt", "/security.txt"]) {
    const text = await quietly(() => fetcher.bytes(`https://${address}${path}`, limits.smallBytes));
    for (const named of text === null ? [] : providersNamed(new TextDecoder().decode(text))) {
      const found = await quietly(() => at(named));
      if (found !== null) return found;
    }
  }
  const byName = await quietly(() => at(`https://csaf.data.security.${address}/`));
  if (byName !== null) return byName;
  throw csafProblems.error("sources.no-provider-metadata", { domain: address });
}
