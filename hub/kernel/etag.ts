import { createHash } from "node:crypto";

/** The entity tag of a representation (RFC 9110 §8.8.3): strong, by its bytes. */
export const etagOf = (json: string): string =>
  `"${createHash("sha256").update(json).digest("base64url").slice(0, 27)}"`;

/** Whether `If-Match` or `If-None-Match` names this tag. */
export const names = (header: string, etag: string): boolean =>
  header.trim() === "*" || header.split(",").some((one) => one.trim().replace(/^W\//, "") === etag);
