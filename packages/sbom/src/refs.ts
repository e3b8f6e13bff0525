import type { Place } from "@bongsu/base";
import type { Log } from "./log.ts";

/** Names of other documents' elements (CycloneDX BOM-Link, SPDX `DocumentRef-`), which cannot be looked up here. */
const elsewhere = /^(?:urn:cdx:|DocumentRef-)/;

/** The names by which a document's elements refer to each other. */
export class Refs {
  readonly #log: Log;
  readonly #defined = new Set<string>();
  readonly #awaited = new Map<string, Place>();
  readonly #elsewhere = new Set<string>();

  constructor(log: Log) {
    this.#log = log;
  }

  /** Gives an element its name: its own, or one made from its path where it has none, or one that is taken. */
  define(ref: string | null, place: Place): string {
    const name = ref ?? "";
    if (name !== "" && !this.#defined.has(name)) return this.#add(name);
    if (name !== "") this.#log.report("sbom.duplicate-ref", { ref: name }, place);
    const made = `#${place.path ?? ""}`;
    let unique = made;
    for (let n = 2; this.#defined.has(unique); n++) unique = `${made}~${n}`;
    return this.#add(unique);
  }

  /** Notes a name that must be some element's. */
  mention(ref: string, place: Place): void {
    if (!this.#defined.has(ref) && !this.#awaited.has(ref) && !elsewhere.test(ref)) this.#awaited.set(ref, place);
  }

  /** Notes that a name is another document's. */
  leave(ref: string): void {
    this.#elsewhere.add(ref);
  }

  has(ref: string): boolean {
    return this.#defined.has(ref);
  }

  /** Reports the names that are no element's. A document without elements speaks of another's. */
  finish(): void {
    if (this.#defined.size === 0) return;
    for (const [ref, place] of this.#awaited)
      if (!this.#elsewhere.has(ref)) this.#log.report("sbom.dangling-ref", { ref }, place);
  }

  #add(name: string): string {
    this.#defined.add(name);
    this.#awaited.delete(name);
    return name;
  }
}
