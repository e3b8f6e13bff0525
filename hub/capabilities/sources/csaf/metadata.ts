import { parseJson } from "@bongsu/base";
import { z } from "zod";
import { sourceProblems } from "../problems.ts";
import { csafProblems } from "./problems.ts";

const url = z.string().max(4_000);

const feed = z.object({ url, tlp_label: z.string().max(40).optional() });

/** What is read of a `provider-metadata.json` (CSAF 2.0 and 2.1 §7.1.7); whatever else it says stays unread. */
const providerMetadata = z.object({
  canonical_url: url.optional(),
  distributions: z
    .array(
      z.object({
        directory_url: url.optional(),
        /** CSAF 2.1 says the same with a label. */
        directory: z.object({ url, tlp_label: z.string().max(40).optional() }).optional(),
        rolie: z.object({ feeds: z.array(feed).max(200) }).optional(),
      }),
    )
    .max(200)
    .default([]),
  public_openpgp_keys: z
    .array(z.object({ url, fingerprint: z.string().max(200).optional() }))
    .max(50)
    .default([]),
  publisher: z.object({ name: z.string().max(500).optional() }).optional(),
});

export interface List {
  url: string;
  /** As the provider writes it; null where it does not say. */
  label: string | null;
}

export interface Provider {
  /** Where it was found. */
  url: string;
  publisher: string | null;
  feeds: List[];
  directories: List[];
  keys: { url: string; fingerprint: string | null }[];
}

/** An address in a document, which may be relative to it. Throws `sources.provider-metadata-invalid`. */
function absolute(address: string, base: string): string {
  if (!URL.canParse(address, base)) {
    throw csafProblems.error("sources.provider-metadata-invalid", { reason: `URL ${address}` });
  }
  return new URL(address, base).href;
}

const folder = (address: string): string => (address.endsWith("/") ? address : `${address}/`);

/** Reads a provider's metadata. Throws `sources.provider-metadata-invalid`, `sources.not-what-it-says`. */
export function readProvider(bytes: Uint8Array, foundAt: string): Provider {
  let value: unknown;
  try {
    value = parseJson(bytes);
  } catch (cause) {
    throw sourceProblems.error(
      "sources.not-what-it-says",
      { name: foundAt, kind: "provider-metadata.json" },
      {},
      cause,
    );
  }
  const result = providerMetadata.safeParse(value);
  if (!result.success) {
    const [issue] = result.error.issues;
    const reason = `${issue?.path.join("/") ?? ""} ${issue?.message ?? ""}`;
    throw csafProblems.error("sources.provider-metadata-invalid", { reason });
  }
  const { distributions, public_openpgp_keys, publisher } = result.data;
  const list = (address: string, label: string | undefined): List => ({
    url: absolute(address, foundAt),
    label: label ?? null,
  });
  return {
    url: foundAt,
    publisher: publisher?.name ?? null,
    feeds: distributions.flatMap(({ rolie }) => (rolie?.feeds ?? []).map((one) => list(one.url, one.tlp_label))),
    directories: distributions.flatMap(({ directory_url, directory }) => [
      ...(directory_url === undefined ? [] : [list(folder(directory_url), undefined)]),
      ...(directory === undefined ? [] : [list(folder(directory.url), directory.tlp_label)]),
    ]),
    keys: public_openpgp_keys.map((key) => ({
      url: absolute(key.url, foundAt),
      fingerprint: key.fingerprint?.replace(/[\s:]/g, "").toUpperCase() ?? null,
    })),
  };
}
