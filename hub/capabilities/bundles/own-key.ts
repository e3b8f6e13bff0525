import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { type KeyFile, keyFileMessage, toBase64url } from "@bongsu/bundles";
import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { privateKeyFrom, publicPart } from "./encryption.ts";
import type { BundleHub } from "./hub.ts";

const name = "hub-encryption";
/** As the platform names the purpose of its table `secret`, so that a new key reseals this one, too. */
const purpose = `secret/${name}`;

type Own = Pick<BundleHub, "vault" | "clock">;

/** The private key to which other hubs seal bundles, made at the first call. Of several processes one makes it. */
export async function ownEncryptionKey(database: Executor, { vault, clock }: Own): Promise<KeyObject> {
  const find = async () => {
    const { rows } = await sql<{ sealed: string }>`select sealed from secret where name = ${name}`.execute(database);
    return rows[0]?.sealed ?? null;
  };
  let sealed = await find();
  if (sealed === null) {
    const { privateKey } = generateKeyPairSync("x25519");
    const made = vault.seal(purpose, privateKey.export({ format: "der", type: "pkcs8" }));
    await sql`
      insert into secret (name, sealed, created_at) values (${name}, ${made}, ${clock.now()}) on conflict do nothing
    `.execute(database);
    sealed = (await find()) ?? made;
  }
  return privateKeyFrom(vault.open(purpose, sealed));
}

/** What this hub's administrator hands to another's, so that the two may exchange bundles. */
export async function ownKeyFile(
  database: Executor,
  hub: Own & Pick<BundleHub, "identity" | "name">,
): Promise<KeyFile> {
  const { x } = hub.identity.publicKey.jwk;
  const facts = {
    format: "bongsu-hub-key-1",
    hub: hub.name,
    signing: { kty: "OKP", crv: "Ed25519", x },
    encryption: publicPart(await ownEncryptionKey(database, hub)),
  } as const;
  return { ...facts, signature: toBase64url(hub.identity.sign(keyFileMessage(facts))) };
}
