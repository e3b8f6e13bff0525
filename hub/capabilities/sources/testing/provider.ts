import { createHash } from "node:crypto";
import { armor } from "../../../../packages/openpgp/src/testing/armor.ts";
import { type Forger, forger, publicKey, signaturePacket } from "../../../../packages/openpgp/src/testing/forge.ts";
import type { Publisher } from "./publisher.ts";

/** A CSAF advisory on one version of one package, as small as a reader takes it. */
export function csaf(id: string, more: { tlp?: string; version?: number; released?: string } = {}): string {
  const { tlp, version = 1, released = "2026-10-01T00:00:00Z" } = more;
  return JSON.stringify({
    document: {
      category: "csaf_security_advisory",
      csaf_version: "2.0",
      ...(tlp === undefined ? {} : { distribution: { tlp: { label: tlp } } }),
      publisher: { category: "vendor", name: "Beacon Works", namespace: "https://beacon.example" },
      title: `${id} in lodash`,
      tracking: {
        id,
        status: "final",
        version: String(version),
        current_release_date: released,
        initial_release_date: released,
        revision_history: [{ date: released, number: String(version), summary: "Released." }],
      },
    },
    product_tree: {
      full_product_names: [
        {
          product_id: "P1",
          name: "lodash 4.17.20",
          product_identification_helper: { purl: "pkg:npm/lodash@4.17.20" },
        },
      ],
    },
    vulnerabilities: [{ cve: `CVE-2026-${1000 + version}`, product_status: { known_affected: ["P1"] } }],
  });
}

export interface Key {
  forger: Forger;
  armored: string;
}

export async function newKey(): Promise<Key> {
  const one = await forger(4, 22);
  return { forger: one, armored: armor("PUBLIC KEY BLOCK", await publicKey(one)) };
}

export async function signed({ forger: key }: Key, document: string): Promise<string> {
  const bytes = new TextEncoder().encode(document);
  return armor("SIGNATURE", await signaturePacket(key, 0, [bytes]));
}

const hash = (algorithm: string, text: string): string => createHash(algorithm).update(text).digest("hex");

/** A CSAF trusted provider on a publisher's server: what it says, and ways to make it say something else. */
export class Provider {
  readonly publisher: Publisher;
  readonly address: string;
  keys: Key[];
  private readonly documents = new Map<string, { text: string; updated: string }>();

  constructor(publisher: Publisher, keys: Key[]) {
    this.publisher = publisher;
    this.keys = keys;
    this.address = `${publisher.origin}/csaf/provider-metadata.json`;
  }

  url(name: string): string {
    return `${this.publisher.origin}/csaf/white/2026/${name}`;
  }

  /** Publishes a document, with its hash and its signature, and lists it. */
  async publish(name: string, text: string, updated = "2026-10-01T00:00:00Z", key = this.keys[0]): Promise<void> {
    const path = `/csaf/white/2026/${name}`;
    this.documents.set(name, { text, updated });
    this.publisher.put(path, text);
    this.publisher.put(`${path}.sha512`, `${hash("sha512", text)}  ${name}\n`);
    if (key !== undefined) this.publisher.put(`${path}.asc`, await signed(key, text));
    this.list();
  }

  /** The feed and the directory, as they stand. */
  list(): void {
    const entries = [...this.documents].map(([name, { updated }]) => ({
      id: name,
      title: name,
      updated,
      published: updated,
      link: [
        { rel: "self", href: this.url(name) },
        { rel: "hash", href: `${this.url(name)}.sha512` },
        { rel: "signature", href: `${this.url(name)}.asc` },
      ],
      content: { type: "application/json", src: this.url(name) },
    }));
    this.publisher.put("/csaf/white.json", JSON.stringify({ feed: { id: "white", title: "white", entry: entries } }));
    const lines = [...this.documents].map(([name, { updated }]) => `"2026/${name}","${updated}"`);
    this.publisher.put("/csaf/white/changes.csv", `${lines.join("\n")}\n`);
    this.publisher.put("/csaf/white/index.txt", [...this.documents.keys()].map((name) => `2026/${name}`).join("\n"));
  }

  /** The provider's metadata: by ROLIE, or by a directory. */
  describe(distribution: "rolie" | "directory" = "rolie", more: { tlp?: string } = {}): void {
    const { origin } = this.publisher;
    const feeds = [{ summary: "all", tlp_label: more.tlp ?? "WHITE", url: `${origin}/csaf/white.json` }];
    const rolie = { rolie: { feeds } };
    const folder = { directory_url: `${origin}/csaf/white` };
    for (const [index, { armored }] of this.keys.entries()) this.publisher.put(`/csaf/openpgp/${index}.asc`, armored);
    this.publisher.put(
      "/csaf/provider-metadata.json",
      JSON.stringify({
        canonical_url: this.address,
        distributions: [distribution === "rolie" ? rolie : folder],
        last_updated: "2026-10-01T00:00:00Z",
        metadata_version: "2.0",
        public_openpgp_keys: this.keys.map(({ forger: { fingerprint } }, index) => ({
          fingerprint,
          url: `${origin}/csaf/openpgp/${index}.asc`,
        })),
        publisher: { category: "vendor", name: "Beacon Works", namespace: "https://beacon.example" },
        role: "csaf_trusted_provider",
      }),
    );
  }
}
