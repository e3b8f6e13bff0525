import { BongsuError } from "@bongsu/base";
import { boundedText } from "../../../platform/database/bounded-json.ts";
import { dueAgain, keyOf, type Listed, undecided } from "../ledger.ts";
import { sourceProblems } from "../problems.ts";
import { AskedToWait } from "../reading/fetcher.ts";
import type { Read, Work } from "../reading/work.ts";
import { findProvider } from "./discover.ts";
import { judgeKeys, offeredKeys } from "./keys.ts";
import { type ListedDocument, type ListMemory, listDirectory, listFeed, merged, narrowLabel } from "./lists.ts";
import type { Provider } from "./metadata.ts";
import { csafProblems } from "./problems.ts";
import { checkDocument, type SignatureTerms } from "./verify.ts";

/** Documents that are looked up at a time. */
const lookedUp = 500;

/** Every document that the provider lists to all. Lists that are kept to fewer are counted as refused. */
export async function listDocuments(
  { fetcher, limits, signal }: Pick<Work, "fetcher" | "limits" | "signal">,
  { feeds, directories }: Provider,
  memory: ListMemory,
  onNarrow: (url: string, label: string) => Promise<void>,
): Promise<ListedDocument[]> {
  const lists: ListedDocument[][] = [];
  for (const [kind, all] of [["feed", feeds] as const, ["directory", directories] as const]) {
    for (const list of all) {
      signal.throwIfAborted();
      const narrow = narrowLabel(list);
      if (narrow !== null) await onNarrow(list.url, narrow);
      else if (kind === "feed") lists.push(await listFeed(fetcher, list.url, limits, memory));
      else lists.push(await listDirectory(fetcher, list.url, limits, memory));
    }
  }
  return merged(lists);
}

interface Candidate extends Listed {
  document: ListedDocument;
}

type Fetched = { candidate: Candidate } & ({ bytes: Uint8Array } | { error: BongsuError });

/** A document with all that vouches for it, or why it does not count. That the source wants a rest ends the run. */
async function fetchDocument({ fetcher, limits }: Work, candidate: Candidate, terms: SignatureTerms): Promise<Fetched> {
  const { document } = candidate;
  try {
    const bytes = await fetcher.bytes(document.url, limits.documentBytes);
    await checkDocument(fetcher, document, bytes, terms, limits);
    return { candidate, bytes };
  } catch (error) {
    if (!(error instanceof BongsuError) || error instanceof AskedToWait) throw error;
    return { candidate, error };
  }
}

const isAway = ({ code }: BongsuError): boolean => code.startsWith("net.") || code === "sources.http-status";

async function takeAll(work: Work, candidates: readonly Candidate[], terms: SignatureTerms): Promise<void> {
  const { intake, limits, signal, progress } = work;
  let inVain = 0;
  for (let start = 0; start < candidates.length; start += limits.together) {
    signal.throwIfAborted();
    const together = candidates.slice(start, start + limits.together);
    const settled = await Promise.allSettled(together.map((one) => fetchDocument(work, one, terms)));
    for (const one of settled) {
      if (one.status === "rejected") {
        await intake.flush();
        throw one.reason;
      }
      const { candidate, ...came } = one.value;
      const listed = { key: candidate.key, mark: candidate.mark };
      if ("bytes" in came) await intake.offer(listed, came.bytes, /^csaf-/);
      else await intake.refuse(listed, came.error.problem);
      inVain = "error" in came && isAway(came.error) ? inVain + 1 : 0;
      if ("error" in came && inVain >= limits.inVain) {
        await intake.flush();
        throw came.error;
      }
    }
    await progress();
  }
}

/** Accepts the provider's keys, or stops. Throws `sources.keys-changed`, `sources.no-keys`. */
async function trustedKeys(work: Work, provider: Provider, policy: SignatureTerms["policy"]) {
  const { source, fetcher, limits, keepKeys } = work;
  const { trusted, hasChanged, ...keys } = judgeKeys(source, await offeredKeys(fetcher, provider, limits));
  await keepKeys(keys);
  if (hasChanged) throw csafProblems.error("sources.keys-changed");
  if (trusted.length === 0 && policy === "required") throw csafProblems.error("sources.no-keys");
  return trusted;
}

/** A CSAF provider: its documents with their hashes and signatures (CSAF §7.1). */
export const readProviderDocuments: Read = async (work) => {
  const { source, fetcher, database, clock, limits, intake } = work;
  const policy = source.signatures ?? "required";
  const provider = await findProvider(fetcher, source.address, limits);
  if (provider.feeds.length + provider.directories.length === 0) {
    throw sourceProblems.error("sources.not-what-it-says", { name: provider.url, kind: "provider-metadata.json" });
  }
  const keys = await trustedKeys(work, provider, policy);
  // What was refused and is due again is looked for in lists that did not change, too.
  const again = await dueAgain(database.kysely, source.id, clock.now(), 1);
  const memory: ListMemory = { before: again.length > 0 ? {} : source.validators, after: {} };
  const documents = await listDocuments(work, provider, memory, (url, tlp) =>
    intake.refuse({ key: keyOf(url), mark: tlp }, csafProblems.problem("sources.list-restricted", { tlp })),
  );
  const terms: SignatureTerms = { policy, keys, now: clock.now() };
  let fetched = 0;
  for (let start = 0; start < documents.length; start += lookedUp) {
    const batch = documents.slice(start, start + lookedUp).map((document) => {
      const key = keyOf(document.url);
      return { key, mark: boundedText(document.updated, 100), document };
    });
    const fresh = await undecided(database.kysely, source.id, batch, clock.now());
    intake.unchanged(batch.length - fresh.length);
    fetched += fresh.length;
    await takeAll(work, fresh, terms);
    await intake.flush();
  }
  await intake.flush();
  work.validators = memory.after;
  return fetched === 0 ? "unchanged" : "done";
};
