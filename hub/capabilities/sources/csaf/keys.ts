import { type PublicKey, readPublicKeys } from "@bongsu/openpgp";
import { boundedText } from "../../../platform/database/bounded-json.ts";
import type { SourceLimits } from "../limits.ts";
import type { Fetcher } from "../reading/fetcher.ts";
import type { Source } from "../store.ts";
import type { KeptKey } from "../tables.ts";
import type { Provider } from "./metadata.ts";
import { csafProblems } from "./problems.ts";

/** A key as people compare it. */
export const keptKey = ({ fingerprint, userIds, created, expires, revoked }: PublicKey): KeptKey => ({
  fingerprint,
  userIds: userIds.slice(0, 10).map((name) => boundedText(name, 200)),
  created: created.toISOString(),
  expires: expires?.toISOString() ?? null,
  revoked,
});

/**
 * The keys that the provider says it signs with (CSAF §7.1.20). Throws `sources.key-not-as-said` where the file of a
 * fingerprint holds another key, and `openpgp.*`.
 */
export async function offeredKeys(fetcher: Fetcher, provider: Provider, limits: SourceLimits): Promise<PublicKey[]> {
  const keys = new Map<string, PublicKey>();
  for (const { url, fingerprint } of provider.keys) {
    const found = await readPublicKeys(await fetcher.bytes(url, limits.smallBytes));
    const meant = fingerprint === null ? found : found.filter((key) => key.fingerprint === fingerprint);
    if (meant.length === 0) throw csafProblems.error("sources.key-not-as-said", { fingerprint: fingerprint ?? "" });
    for (const key of meant) keys.set(key.fingerprint, key);
  }
  return [...keys.values()];
}

export interface KeyDecision {
  /** What signatures may be checked with. */
  trusted: PublicKey[];
  /** What stands on the source from now on. */
  accepted: KeptKey[];
  offered: KeptKey[];
  /** The provider shows keys that nobody accepted, or none of those accepted any more. */
  hasChanged: boolean;
}

/**
 * Which of the offered keys are trusted: those that an administrator named, else those accepted before, else (the first
 * time) all of them. A key that is no longer offered is trusted no more.
 */
export function judgeKeys(
  { pinned, keys: before }: Pick<Source, "pinned" | "keys">,
  offered: readonly PublicKey[],
): KeyDecision {
  const known = pinned ?? (before.length > 0 ? before.map(({ fingerprint }) => fingerprint) : null);
  const isKnown = ({ fingerprint }: { fingerprint: string }) => known === null || known.includes(fingerprint);
  const trusted = offered.filter(isKnown);
  const others = offered.filter((key) => !isKnown(key));
  // Keys that an administrator named are the only ones that count: what else is shown beside them changes nothing.
  const hasChanged =
    known !== null && known.length > 0 && (trusted.length === 0 || (pinned === null && others.length > 0));
  const kept = before.filter(({ fingerprint }) => !trusted.some((key) => key.fingerprint === fingerprint));
  return {
    trusted,
    accepted: hasChanged ? [...before] : [...trusted.map(keptKey), ...(pinned === null ? kept : [])],
    offered: others.map(keptKey),
    hasChanged,
  };
}
