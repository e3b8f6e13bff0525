import { type BundleHeader, type Source, verifyBundle } from "@bongsu/bundles";
import type { BundleHub } from "./hub.ts";
import { trustedHub } from "./trust.ts";

/** A bundle's file, every byte of which is what the key in it signed. */
export interface BundleView {
  header: BundleHeader;
  bytes: number;
  frames: number;
  records: Record<string, number>;
  /** Whether the key is this hub's own, or that of one that it trusts. */
  trusted: boolean;
}

const kinds = { A: "advisories", K: "known-exploited", E: "epss", I: "report-index", R: "reports" } as const;

/** Verifies a bundle, whoever signed it, and says what it carries. Throws `bundles.*`. */
export async function showBundle(
  { database, identity }: Pick<BundleHub, "database" | "identity">,
  source: Source,
  onProgress: (share: number) => void = () => {},
): Promise<BundleView> {
  const { header, frames, records } = await verifyBundle(source, async () => true, {
    onFrame: (end) => onProgress(end / source.size),
  });
  const named = Object.entries(kinds).map(([letter, name]) => [name, records[letter as keyof typeof kinds] ?? 0]);
  return {
    header,
    bytes: source.size,
    frames: frames.length,
    records: Object.fromEntries(named),
    trusted: header.key.id === identity.keyId || (await trustedHub(database.kysely, header.key.id)) !== null,
  };
}
