import type { Problem } from "@bongsu/base";
import type { JSONColumnType } from "kysely";

export interface AssetRow {
  organisation: string;
  id: string;
  name: string;
  criticality: string;
  network: string;
  created_at: Date;
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
  problems: JSONColumnType<Problem[]>;
  original: Uint8Array;
}

export interface ComponentUseRow {
  organisation: string;
  asset: string;
  package_version: string;
  ref: string;
  path: string;
  occurrences: number;
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
  };
};
