import assert from "node:assert/strict";
import { createPublicKey, createSecretKey, randomBytes, verify } from "node:crypto";
import { BongsuError } from "@bongsu/base";
import { calculateJwkThumbprint } from "jose";
import { sql } from "kysely";
import { onBothDatabases } from "../../../testing/databases.ts";
import { manualClock } from "../clock.ts";
import { hubIdentity, isSignedBy } from "./identity.ts";
import { resealAll } from "./reseal.ts";
import { vaultOf } from "./vault.ts";

const clock = manualClock("2026-11-20T00:00:00Z");
const newKey = () => createSecretKey(randomBytes(32));
const text = (words: string) => new TextEncoder().encode(words);
const hasCode = (code: string) => (error: unknown) => error instanceof BongsuError && error.code === code;

onBothDatabases("a hub has one identity, whoever asks first and however often", async (database) => {
  const vault = vaultOf(newKey());
  const identities = await Promise.all(Array.from({ length: 6 }, () => hubIdentity(database, vault, clock)));
  assert.equal(new Set(identities.map(({ keyId }) => keyId)).size, 1);
  const { rows } = await sql<{ sealed: string }>`select sealed from secret`.execute(database.kysely);
  assert.equal(rows.length, 1);
});

onBothDatabases("what the hub signs, anybody checks with the public key in any of its forms", async (database) => {
  const identity = await hubIdentity(database, vaultOf(newKey()), clock);
  const bytes = text("checkpoint 41");
  const signature = identity.sign(bytes);
  const { raw, jwk, pem } = identity.publicKey;
  assert.equal(raw.length, 32);
  assert.equal(identity.keyId, await calculateJwkThumbprint(jwk));
  assert.equal(jwk.kid, identity.keyId);
  assert.ok(verify(null, bytes, createPublicKey(pem), signature));
  assert.ok(verify(null, bytes, createPublicKey({ key: { ...jwk }, format: "jwk" }), signature));
  assert.ok(isSignedBy(raw, bytes, signature));
  assert.equal(isSignedBy(raw, text("checkpoint 42"), signature), false);
  assert.equal(isSignedBy(raw, bytes, signature.with(0, (signature[0] ?? 0) ^ 1)), false);
  assert.equal(isSignedBy(raw, bytes, signature.subarray(1)), false);
  assert.equal(isSignedBy(new Uint8Array(31), bytes, signature), false);
  assert.equal(isSignedBy(raw.with(0, (raw[0] ?? 0) ^ 1), bytes, signature), false);
});

onBothDatabases("a process with another key stops before it makes a second identity", async (database) => {
  await hubIdentity(database, vaultOf(newKey()), clock);
  await assert.rejects(hubIdentity(database, vaultOf(newKey()), clock), hasCode("secrets.unknown-key"));
});

onBothDatabases("a sealed text that is moved to another row does not open", async (database) => {
  const vault = vaultOf(newKey());
  const sealed = vault.seal("secret/other", text("something else"));
  await sql`insert into secret (name, sealed, created_at) values ('hub-identity', ${sealed}, now())`.execute(
    database.kysely,
  );
  await assert.rejects(hubIdentity(database, vault, clock), hasCode("secrets.damaged"));
});

onBothDatabases("after a change of keys everything is sealed anew, once", async (database) => {
  const [before, after] = [newKey(), newKey()];
  const old = vaultOf(before);
  const { keyId } = await hubIdentity(database, old, clock);
  await sql`create table answer (actor uuid, number text, sealed text, primary key (actor, number))`.execute(
    database.kysely,
  );
  const actor = "0190a0b0-0000-7000-8000-000000000001";
  for (let number = 0; number < 1_203; number += 1) {
    const sealed = number === 1_202 ? null : old.seal(`answer/${number}`, text(`answer ${number}`));
    await sql`insert into answer values (${actor}, ${String(number)}, ${sealed})`.execute(database.kysely);
  }
  const columns = [
    {
      table: "answer",
      keys: ["actor", "number"],
      column: "sealed",
      purpose: ({ number = "" }: Record<string, string>) => `answer/${number}`,
    },
  ];
  assert.equal(await resealAll(database, vaultOf(after, [before]), columns), 1_203);
  assert.equal(await resealAll(database, vaultOf(after, [before]), columns), 0);
  const only = vaultOf(after);
  assert.equal((await hubIdentity(database, only, clock)).keyId, keyId);
  const { rows } = await sql<{ number: string; sealed: string | null }>`select number, sealed from answer`.execute(
    database.kysely,
  );
  assert.equal(rows.length, 1_203);
  for (const { number, sealed } of rows) {
    if (sealed !== null) assert.deepEqual(only.open(`answer/${number}`, sealed), text(`answer ${number}`));
  }
  await assert.rejects(resealAll(database, vaultOf(newKey())), hasCode("secrets.unknown-key"));
});
