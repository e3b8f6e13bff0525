import type { Params, Text } from "@bongsu/base";
import { type Detail, detailText } from "./details.ts";
import { openpgpLimits } from "./limits.ts";

/** What stops the reading of bytes. It stays within this package: outward it becomes a problem or a reason. */
export class Fault extends Error {
  readonly kind: "unreadable" | "too-large";
  readonly detail: Text;

  constructor(kind: "unreadable" | "too-large", detail: Text) {
    super(`${kind}: ${detail.en}`);
    this.kind = kind;
    this.detail = detail;
  }
}

export const unreadable = (detail: Detail, params: Params = {}): Fault =>
  new Fault("unreadable", detailText(detail, params));

/** A bound was exceeded: `limit` as it is called in `openpgpLimits`. */
export const tooLarge = (detail: Detail, limit: keyof typeof openpgpLimits): Fault =>
  new Fault("too-large", detailText(detail, { limit: openpgpLimits[limit] }));

/** What `read` gives, or the fault by which the bytes are not what it reads. */
export function attempt<T>(read: () => T): T | Fault {
  try {
    return read();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
}
