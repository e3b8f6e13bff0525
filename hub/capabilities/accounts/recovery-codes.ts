import { sql } from "kysely";
import { limits } from "./limits.ts";
import { keyedHash, newCode, plainCode } from "./secrets.ts";
import type { Setting } from "./setting.ts";

const mark = "hash:";

/** A recovery code as it is kept. */
const recoveryHash = (secret: string, code: string): string =>
  mark + Buffer.from(keyedHash(secret, "recovery-code", plainCode(code))).toString("base64url");

export const newRecoveryCodes = (): string[] => Array.from({ length: limits.recoveryCodes }, () => newCode(2, 6));

/** The code as it was kept, under this secret or one of before; as under this one where it is none of theirs. */
export async function keptAs(
  { database, secret, earlierSecrets }: Setting,
  person: string,
  code: string,
): Promise<string> {
  const { rows } = await sql<{ kept: string }>`
    select backup_codes as kept from two_factor where user_id = ${person}
  `.execute(database.kysely);
  const hashes = [secret, ...earlierSecrets].map((own) => recoveryHash(own, code));
  return hashes.find((hash) => rows[0]?.kept.includes(hash)) ?? hashes[0] ?? "";
}

/**
 * How the library keeps recovery codes: it would encrypt them, we let it keep hashes. What it asks to encrypt are new
 * codes, or, after one was used, the hashes of the others.
 */
export const recoveryStorage = (secret: string) => ({
  encrypt: async (json: string): Promise<string> => {
    const codes: string[] = JSON.parse(json);
    return JSON.stringify(codes.map((code) => (code.startsWith(mark) ? code : recoveryHash(secret, code))));
  },
  decrypt: async (json: string): Promise<string> => json,
});
