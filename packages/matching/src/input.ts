import type { VexStatement } from "@bongsu/advisories";
import type { Component } from "@bongsu/sbom";
import type { IgnoreEntry } from "./rules/ignore.ts";

/** One SBOM as matching takes it. */
export interface Bom {
  /** How the reader knows it: a file's name. */
  name: string;
  /** Serial number or namespace, by which other documents refer to it; null if it has none. */
  id: string | null;
  /** The revision of that number (CycloneDX `version`). */
  revision: number | null;
  /** What the document is about. */
  subject: Component | null;
  components: readonly Component[];
  /** VEX that stands in the SBOM itself. */
  statements: readonly VexStatement[];
}

export interface MatchOptions {
  /** VEX beside what the index holds. */
  statements?: readonly VexStatement[];
  ignore?: readonly IgnoreEntry[];
  /** ISO date by which entries of the ignore file expire. */
  today?: string;
}
