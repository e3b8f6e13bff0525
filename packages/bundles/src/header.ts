import { isUuid, parseJson } from "@bongsu/base";
import { type HubName, isHubName, isLine } from "./header-fields.ts";
import { isKeyId, isSigningKey, keyIdOf, type SigningKey } from "./keys.ts";

export type { HubName };

export const formatName = "bongsu-bundle-1";

/** Everything, or what changed since another bundle of the same hub for the same recipient. */
export type BundleRange = { kind: "full" } | { kind: "since"; bundle: string; sequence: number };

/** What a bundle says of itself before anything else. Signed with the rest. */
export interface BundleHeader {
  format: typeof formatName;
  /** UUID. */
  id: string;
  hub: HubName;
  key: { id: string; jwk: SigningKey };
  /** ISO 8601 in UTC, when the export began: what was there before is in it. */
  created: string;
  /** Counts the hub's bundles. */
  sequence: number;
  range: BundleRange;
  /** The hub that it was made for: the id of its signing key. Null: for whoever gets it. */
  recipient: string | null;
  /** No object in it is marked narrower: a TLP 2.0 label. */
  highest: string;
  /** How many records of each kind were foreseen. */
  expected: Record<string, number>;
  /** How payloads are sealed; null where they are not. `ephemeral`: public key, X25519, base64url. */
  encryption: { scheme: typeof scheme; key: string; ephemeral: string } | null;
}

export const scheme = "X25519-HKDF-SHA256-A256GCM";

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

const labels = ["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"];

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/;

function rangeOf(value: unknown): BundleRange | null {
  const { kind, bundle, sequence } = Object(value);
  if (kind === "full") return { kind };
  const isSince = kind === "since" && typeof bundle === "string" && isUuid(bundle) && isCount(sequence);
  return isSince ? { kind, bundle, sequence } : null;
}

function encryptionOf(value: unknown): BundleHeader["encryption"] | undefined {
  if (value === null) return null;
  const { scheme: named, key, ephemeral } = Object(value);
  if (named !== scheme || typeof key !== "string" || typeof ephemeral !== "string") return undefined;
  return isKeyId(key) && isKeyId(ephemeral) ? { scheme, key, ephemeral } : undefined;
}

function expectedOf(value: unknown): Record<string, number> | null {
  const entries = Object.entries(Object(value));
  if (entries.length > 20) return null;
  const known = entries.filter(
    (entry): entry is [string, number] => /^[a-z-]{1,40}$/.test(entry[0]) && isCount(entry[1]),
  );
  return known.length === entries.length ? Object.fromEntries(known) : null;
}

/** The header that these bytes hold; null where they hold none. */
export async function parseHeader(bytes: Uint8Array): Promise<BundleHeader | null> {
  let value: unknown;
  try {
    value = parseJson(bytes, { maxBytes: bytes.length, maxDepth: 6 });
  } catch {
    return null;
  }
  const { format, id, hub, key, created, sequence, recipient, highest, ...rest } = Object(value);
  const [range, encryption, expected] = [rangeOf(rest.range), encryptionOf(rest.encryption), expectedOf(rest.expected)];
  const { id: keyId, jwk } = Object(key);
  if (format !== formatName || typeof id !== "string" || !isUuid(id) || !isHubName(hub)) return null;
  if (!isSigningKey(jwk) || keyId !== (await keyIdOf(jwk))) return null;
  if (!isLine(created) || !instant.test(created) || Number.isNaN(Date.parse(created))) return null;
  if (!isCount(sequence) || range === null || encryption === undefined || expected === null) return null;
  if (recipient !== null && !(typeof recipient === "string" && isKeyId(recipient))) return null;
  if (!labels.includes(highest)) return null;
  const own = { kty: jwk.kty, crv: jwk.crv, x: jwk.x };
  const name = { en: hub.en, ko: hub.ko };
  return {
    format,
    id,
    hub: name,
    key: { id: keyId, jwk: own },
    created,
    sequence,
    range,
    recipient,
    highest,
    expected,
    encryption,
  };
}
