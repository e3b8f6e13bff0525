import { createHmac, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import { sha256 } from "../../platform/ids.ts";

/** A secret for a link: 32 random bytes, of which only the hash is kept. */
export function newToken(): { token: string; hash: Uint8Array } {
  const token = randomBytes(32).toString("base64url");
  return { token, hash: sha256(token) };
}

export const hashOf = (token: string): Uint8Array => sha256(token);

/** Compares in a time that tells nothing. */
export const areEqual = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);

/** Letters and digits that nobody takes for each other. */
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

/** Groups of characters for people to type: `k3m9x-7qpda`. */
export const newCode = (groups: number, length: number): string =>
  Array.from({ length: groups }, () =>
    Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join(""),
  ).join("-");

/** What somebody typed, without the differences that do not matter. */
export const plainCode = (typed: string): string => typed.toLowerCase().replace(/[^a-z0-9]/g, "");

/** A keyed hash: without the hub's secret, short codes cannot be tried against it either. */
export const keyedHash = (secret: string, purpose: string, value: string): Uint8Array =>
  createHmac("sha256", secret).update(`${purpose}\0${value}`).digest();
