import type { Problem } from "@bongsu/base";
import type { JSONColumnType } from "kysely";

export interface AssetRow {
  organisation: string;
  id: string;
  name: string;
  kind: string;
  description: string;
  criticality: string;
  network: string;
  owner: string | null;
  tags: string[];
  fresh_days: number | null;
  /** When an SBOM last came, the same one again as well. */
  received_at: Date | null;
  /** With which version of `details.ts` its current SBOM was read. */
  details: number;
  created_at: Date;
}

/** Where a document came from, as a pipeline says. */
export interface Build {
  commit: string | null;
  ref: string | null;
  pipeline: string | null;
  tool: string | null;
}

export interface SbomDocumentRow {
  organisation: string;
  asset: string;
  revision: number;
  sha256: Uint8Array;
  format: string;
  spec_version: string;
  file: string;
  received_at: Date;
  created: string | null;
  components: number;
  matchable: number;
  models: number;
  datasets: number;
  problems: JSONColumnType<Problem[]>;
  build: JSONColumnType<Build> | null;
  original: Uint8Array;
}

export interface ComponentUseRow {
  organisation: string;
  asset: string;
  package_version: string;
  ref: string;
  path: string;
  occurrences: number;
  supplier: string | null;
}

export type InventoriesTables = {
  package: { id: string; ecosystem: string; release: string; name: string };
  package_version: { id: string; package: string; version: string; key: Uint8Array | null };
  asset: AssetRow;
  sbom_document: SbomDocumentRow;
  component_use: ComponentUseRow;
  unmatchable_component: {
    organisation: string;
    asset: string;
    ordinal: number;
    name: string;
    version: string | null;
    reason: string;
    path: string;
    supplier: string | null;
  };
};
