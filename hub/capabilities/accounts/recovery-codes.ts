import { limits } from "./limits.ts";
import { keyedHash, newCode, plainCode } from "./secrets.ts";

const mark = "hash:";

/** A recovery code as it is kept. */
export const recoveryHash = (secret: string, code: string): string =>
  mark + Buffer.from(keyedHash(secret, "recovery-code", plainCode(code))).toString("base64url");

export const newRecoveryCodes = (): string[] => Array.from({ length: limits.recoveryCodes }, () => newCode(2, 6));

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
