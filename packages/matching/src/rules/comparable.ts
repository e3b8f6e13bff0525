import type { Component, UnmatchableReason } from "@bongsu/sbom";
import { ecosystemOfKey, packageKey } from "../compiled/package-key.ts";
import type { AdvisoryIndex } from "../compiled/record.ts";

import { type Installed, installed, installedVersion } from "./installed.ts";
import { postingsFor } from "./lookup.ts";

/** The version to hold against the advisories; or why the component cannot be. */
export type Comparable = { version: Installed; reason: null } | { version: null; reason: UnmatchableReason };

/**
 * Whether a component can be held against the advisories. A package URL of an ecosystem that is not known can, where
 * an advisory names that very package URL.
 */
export function comparable(component: Component, index: AdvisoryIndex): Comparable {
  const text = installedVersion(component);
  const { unmatchable } = component;
  const isNamed = unmatchable === "unknown-ecosystem" && postingsFor(component, index).length > 0;
  if (unmatchable !== null && !isNamed) return { version: null, reason: unmatchable };
  return text === null ? { version: null, reason: "no-version" } : { version: installed(text), reason: null };
}

/** An ecosystem whose version order is known reads the version of every package that it published. */
export function isUnread({ identity }: Component, version: Installed): boolean {
  return identity !== null && version.keyIn(identity.ecosystem) === null;
}

/** The ecosystem and release of a component, where the index speaks of none of its packages; else null. */
export function uncoveredEcosystem({ identity }: Component, index: AdvisoryIndex): string | null {
  const ecosystem = identity === null ? null : ecosystemOfKey(packageKey(identity));
  return ecosystem === null || Object.hasOwn(index.summary.ecosystems, ecosystem) ? null : ecosystem;
}
