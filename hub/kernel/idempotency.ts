import { canonicalJson } from "@bongsu/base";
import type { Contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { z } from "zod";
import type { Executor } from "../platform/database/database.ts";
import { sha256 } from "../platform/ids.ts";
import type { Vault } from "../platform/secrets/index.ts";
import { kernelProblems } from "./problems.ts";

/** Milliseconds for which an answer is kept. */
export const keptFor = 24 * 3_600_000;

/** A request that may come a second time: who sent it, under which key, and what it asked. */
export interface Repeatable {
  actor: string;
  key: string;
  operation: string;
  fingerprint: Uint8Array;
}

/** Takes the input as it was checked; two are the same that travel alike. Throws `http.invalid-key`. */
export function repeatable(actor: string, key: string, contract: Contract, input: unknown): Repeatable {
  if (!/^[\x21-\x7e]{8,200}$/.test(key)) throw kernelProblems.error("http.invalid-key");
  const travelling = canonicalJson(z.encode(contract.input, input as never) as never);
  return { actor, key, operation: contract.name, fingerprint: sha256(new TextEncoder().encode(travelling)) };
}

/** Under which the answers are sealed. */
export const answerPurpose = "idempotency";

/**
 * The answer that was given to this request before; null where it is the first. The first holds the key until its
 * transaction ends, so that a second at the same time waits for it. Throws `http.key-reused`.
 */
export async function earlierAnswer(transaction: Executor, request: Repeatable, vault: Vault, now: Date) {
  const { actor, key, operation, fingerprint } = request;
  const expired = new Date(now.getTime() - keptFor);
  await sql`delete from idempotency where actor = ${actor} and key = ${key} and at < ${expired}`.execute(transaction);
  const { rows: taken } = await sql`
    insert into idempotency (actor, key, operation, fingerprint, at)
    values (${actor}, ${key}, ${operation}, ${fingerprint}, ${now}) on conflict do nothing returning 1
  `.execute(transaction);
  if (taken.length > 0) return null;
  const { rows } = await sql<{ operation: string; fingerprint: Uint8Array; answer: string }>`
    select operation, fingerprint, answer from idempotency where actor = ${actor} and key = ${key}
  `.execute(transaction);
  const [earlier] = rows;
  if (earlier?.operation !== operation || Buffer.compare(earlier.fingerprint, fingerprint) !== 0) {
    throw kernelProblems.error("http.key-reused");
  }
  const answer: unknown = JSON.parse(Buffer.from(vault.open(answerPurpose, earlier.answer)).toString("utf8"));
  return { answer };
}

/** Keeps the answer, sealed: it may hold a secret that is shown once. */
export async function keepAnswer(transaction: Executor, request: Repeatable, vault: Vault, answer: unknown) {
  const sealed = vault.seal(answerPurpose, new TextEncoder().encode(JSON.stringify(answer)));
  await sql`
    update idempotency set answer = ${sealed} where actor = ${request.actor} and key = ${request.key}
  `.execute(transaction);
}

export async function forgetAnswers(database: Executor, now: Date): Promise<void> {
  await sql`delete from idempotency where at < ${new Date(now.getTime() - keptFor)}`.execute(database);
}
