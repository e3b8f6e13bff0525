import { type Identification, type PackageContext, packageIdentity, readPurl } from "@bongsu/versions";
import type { Component } from "./component.ts";

type Distribution = NonNullable<PackageContext["distribution"]>;

/** A document that lists more operating systems than this leaves no way to tell to which of them a package belongs. */
const mostSystems = 16;

/** The operating systems that a document lists, and which packages it says to be theirs. */
export class Systems {
  readonly #byRef = new Map<string, Distribution>();
  readonly #distinct = new Map<string, Distribution>();
  readonly #owners = new Map<string, string>();

  add(ref: string, distribution: Distribution): void {
    this.#byRef.set(ref, distribution);
    this.#distinct.set(`${distribution.id} ${distribution.release}`.toLowerCase(), distribution);
  }

  /** Notes that an operating system contains an element, or needs it. */
  link(from: string, to: readonly string[]): void {
    if (this.#byRef.has(from)) for (const ref of to) this.#owners.set(ref, from);
  }

  /**
   * Identifies a package that does not tell its distribution's release by the operating system around it: the one that
   * contains it, else the one that its document lists. Several of different releases: none.
   */
  identify({ purl: text, ref, parent }: Component, context: PackageContext): Identification | null {
    const purl = text === null ? null : readPurl(text).purl;
    if (purl === null) return null;
    const owner = this.#byRef.get(this.#owners.get(ref) ?? "") ?? this.#byRef.get(parent ?? "");
    if (owner === undefined && this.#distinct.size > mostSystems) return null;
    const found = (owner === undefined ? [...this.#distinct.values()] : [owner])
      .map((distribution) => packageIdentity(purl, { ...context, distribution }))
      .filter(({ identity }) => identity !== null);
    const releases = new Set(found.map(({ identity }) => `${identity?.ecosystem}:${identity?.release}`));
    return releases.size === 1 ? (found[0] ?? null) : null;
  }
}
