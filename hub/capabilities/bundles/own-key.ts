import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { type KeyFile, keyFileMessage, toBase64url } from "@bongsu/bundles";
import { sql } from "kysely";
import { patiently } from "../../platform/database/transaction.ts";
import { privateKeyFrom, publicPart } from "./encryption.ts";
import type { BundleHub } from "./hub.ts";

const name = "hub-encryption";
/** As the platform names the purpose of its table `secret`, so that a new key reseals this one, too. */
const purpose = `secret/${name}`;

/** The private key to which other hubs seal bundles, made at the first call. Of several processes one makes it. */
export async function ownEncryptionKey({ database, vault, clock }: Omit<BundleHub, "record">): Promise<KeyObject> {
  const find = async () => {
    const { rows } = await sql<{ sealed: string }>`select sealed from secret where name = ${name}`.execute(
      database.kysely,
    );
    return rows[0]?.sealed ?? null;
  };
  const sealed = await patiently(async () => {
    const there = await find();
    if (there !== null) return there;
    const { privateKey } = generateKeyPairSync("x25519");
    const made = vault.seal(purpose, privateKey.export({ format: "der", type: "pkcs8" }));
    await sql`
      insert into secret (name, sealed, created_at) values (${name}, ${made}, ${clock.now()}) on conflict do nothing
    `.execute(database.kysely);
    return (await find()) ?? made;
  });
  return privateKeyFrom(vault.open(purpose, sealed));
}

/** What this hub's administrator hands to another's, so that the two may exchange bundles. */
export async function ownKeyFile(hub: Omit<BundleHub, "record">): Promise<KeyFile> {
  const { x } = hub.identity.publicKey.jwk;
  const facts = {
    format: "bongsu-hub-key-1",
    hub: hub.name,
    signing: { kty: "OKP", crv: "Ed25519", x },
    encryption: publicPart(await ownEncryptionKey(hub)),
  } as const;
  return { ...facts, signature: toBase64url(hub.identity.sign(keyFileMessage(facts))) };
}
