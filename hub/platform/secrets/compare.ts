import { timingSafeEqual } from "node:crypto";
import { sha256 } from "../ids.ts";

/** Compares two secrets; the time it takes tells neither where they differ nor how long either is. */
export const constantTimeEqual = (one: Uint8Array | string, other: Uint8Array | string): boolean =>
  timingSafeEqual(sha256(one), sha256(other));
