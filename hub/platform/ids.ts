import { createHash, randomBytes } from "node:crypto";

/** 16 bytes as a UUID of the given version (RFC 9562 §4). */
function uuid(bytes: Uint8Array, version: number): string {
  const copy = Buffer.from(bytes.subarray(0, 16));
  copy[6] = ((copy[6] ?? 0) & 0x0f) | (version << 4);
  copy[8] = ((copy[8] ?? 0) & 0x3f) | 0x80;
  const hex = copy.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A new id that sorts by its time of making (UUIDv7). */
export function newId(now: Date): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  return uuid(bytes, 7);
}

/** The id of something that is what its parts say (UUIDv8 over SHA-256): whoever meets it makes the same id. */
export function idOf(kind: string, ...parts: string[]): string {
  const hash = createHash("sha256").update(kind);
  for (const part of parts) hash.update("\0").update(part);
  return uuid(hash.digest(), 8);
}

export const sha256 = (bytes: Uint8Array | string): Uint8Array => createHash("sha256").update(bytes).digest();
