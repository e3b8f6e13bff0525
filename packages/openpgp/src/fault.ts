/** What stops the reading of bytes. It stays within this package: outward it becomes a problem or a reason. */
export class Fault extends Error {
  readonly kind: "unreadable" | "too-large";
  /** What is wrong: a word or two of the specification, or the limit and its value. */
  readonly detail: string;

  constructor(kind: "unreadable" | "too-large", detail: string) {
    super(`${kind}: ${detail}`);
    this.kind = kind;
    this.detail = detail;
  }
}

export const unreadable = (detail: string): Fault => new Fault("unreadable", detail);

/** What `read` gives, or null where the bytes are not what it reads. A limit that was exceeded is thrown on. */
export function readable<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Fault && error.kind === "unreadable") return null;
    throw error;
  }
}
