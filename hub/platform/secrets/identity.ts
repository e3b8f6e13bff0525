import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from "node:crypto";
import { sql } from "kysely";
import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import { patiently } from "../database/transaction.ts";
import { sha256 } from "../ids.ts";
import type { Vault } from "./vault.ts";

/** The public part of an Ed25519 key (RFC 8037 §2). */
export interface PublicJwk {
  kty: "OKP";
  crv: "Ed25519";
  x: string;
  kid: string;
  alg: "EdDSA";
  use: "sig";
}

/** The key by which a hub signs what leaves it: checkpoints of the audit trail, bundles, labels. */
export interface HubIdentity {
  /** The key's thumbprint (RFC 7638), in Base64url. */
  keyId: string;
  publicKey: {
    /** 32 bytes (RFC 8032 §5.1.5). */
    raw: Uint8Array;
    jwk: PublicJwk;
    pem: string;
  };
  /** An Ed25519 signature: 64 bytes. */
  sign(bytes: Uint8Array): Uint8Array;
}

const name = "hub-identity";

/** The purpose under which a row of the table `secret` is sealed. */
export const secretPurpose = (row: string): string => `secret/${row}`;

function identityOf(privateKey: KeyObject): HubIdentity {
  const publicKey = createPublicKey(privateKey);
  const { x = "" } = publicKey.export({ format: "jwk" });
  const keyId = Buffer.from(sha256(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`)).toString("base64url");
  return {
    keyId,
    publicKey: {
      raw: new Uint8Array(Buffer.from(x, "base64url")),
      jwk: { kty: "OKP", crv: "Ed25519", x, kid: keyId, alg: "EdDSA", use: "sig" },
      pem: publicKey.export({ format: "pem", type: "spki" }).toString(),
    },
    sign: (bytes) => new Uint8Array(sign(null, bytes, privateKey)),
  };
}

const find = async ({ kysely }: Database): Promise<string | null> => {
  const { rows } = await sql<{ sealed: string }>`select sealed from secret where name = ${name}`.execute(kysely);
  return rows[0]?.sealed ?? null;
};

/**
 * The hub's signing identity, made at the first call. Of several processes that come at once, one makes it and all have
 * it. Throws `secrets.unknown-key` where this process has another key than those before it, `secrets.damaged`, and the
 * product's database errors.
 */
export async function hubIdentity(database: Database, vault: Vault, clock: Clock): Promise<HubIdentity> {
  const sealed = await patiently(async () => {
    const there = await find(database);
    if (there !== null) return there;
    const { privateKey } = generateKeyPairSync("ed25519");
    const made = vault.seal(secretPurpose(name), privateKey.export({ format: "der", type: "pkcs8" }));
    await sql`insert into secret (name, sealed, created_at) values (${name}, ${made}, ${clock.now()}) on conflict do nothing`.execute(
      database.kysely,
    );
    return (await find(database)) ?? made;
  });
  const bytes = vault.open(secretPurpose(name), sealed);
  return identityOf(createPrivateKey({ key: Buffer.from(bytes), format: "der", type: "pkcs8" }));
}

/** True where the holder of this public key (32 bytes) signed these bytes. Never throws. */
export function isSignedBy(raw: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean {
  if (raw.length !== 32 || signature.length !== 64) return false;
  try {
    const x = Buffer.from(raw).toString("base64url");
    const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
    return verify(null, bytes, key, signature);
  } catch {
    return false;
  }
}
