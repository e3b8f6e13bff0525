import type { AdvisoryIndex, Posting, VulnerabilityRecord } from "./record.ts";

function remembering<V>(look: (key: string) => V): (key: string) => V {
  const known = new Map<string, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = look(key);
    known.set(key, value);
    return value;
  };
}

/** The same index, which decodes each package and each vulnerability once. */
export function remember(index: AdvisoryIndex): AdvisoryIndex {
  return {
    summary: index.summary,
    postings: remembering<Posting[]>((key) => index.postings(key)),
    vulnerability: remembering<VulnerabilityRecord | null>((name) => index.vulnerability(name)),
  };
}
