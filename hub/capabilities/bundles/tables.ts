import type { BundleHeader } from "@bongsu/bundles";
import type { Generated, JSONColumnType } from "kysely";

export interface TrustedHubRow {
  /** The thumbprint of its signing key: people compare it as the fingerprint. */
  key_id: string;
  name_en: string;
  name_ko: string;
  /** Ed25519, base64url; null where only the fingerprint is known. */
  public_key: string | null;
  /** X25519, base64url; null where only the fingerprint is known. */
  encryption_key: string | null;
  /** Nothing narrower goes to it or is taken from it. */
  max_marking: string;
  /** It receives GREEN. */
  community: boolean;
  /** It is told who wrote a report. */
  names_authors: boolean;
  /** The organisations that it stands for: the handle under which one travels, and its id here. */
  represents: JSONColumnType<Record<string, string>>;
  added_at: Date;
  changed_at: Date;
}

export interface ExportRow {
  id: string;
  sequence: number;
  recipient: string | null;
  since_sequence: number | null;
  created_at: Date;
  header: JSONColumnType<BundleHeader>;
  /** Fingerprints of the catalogues as they were. */
  signals: JSONColumnType<SignalPrints>;
  /** The key of the payloads, until the file is finished. */
  sealed_key: string | null;
  finished_at: Generated<Date | null>;
  /** What it was called, without the folder. */
  file: Generated<string | null>;
  sha256: Generated<Uint8Array | null>;
  bytes: Generated<number | null>;
  records: JSONColumnType<Record<string, number>> | null;
}

export interface SignalPrints {
  exploited: string;
  epss: string;
}

/** What an import did so far. */
export interface ImportResult {
  advisories: number;
  unchanged: number;
  signals: number;
  opened: number;
  changed: number;
  closed: number;
  reports: number;
  /** Reports that their hub no longer shares with this one. */
  removed: number;
  /** Reports that are shared with this hub, but are not in this bundle and were never taken. */
  missing: number;
  refusedCount: number;
  /** The first of what was not taken, with the reason's code. */
  refused: { kind: string; name: string; code: string }[];
}

export interface ImportRow {
  bundle: string;
  key_id: string;
  sequence: number;
  header: JSONColumnType<BundleHeader>;
  frames: number;
  applied: number;
  started_at: Date;
  finished_at: Generated<Date | null>;
  result: JSONColumnType<ImportResult>;
}

export interface ForeignOwnerRow {
  id: string;
  key_id: string;
  their_handle: string;
  /** Made here: no organisation's, whatever it is called there. */
  handle: string;
  name_en: string;
  name_ko: string;
}

export interface ForeignReportRow {
  report: string;
  key_id: string;
  their_id: string;
  revision: number;
  /** The bundle that spoke of it last. */
  sequence: number;
  digest: Uint8Array;
  author_name: string | null;
  gone: boolean;
}

export type BundlesTables = {
  trusted_hub: TrustedHubRow;
  bundle_export: ExportRow;
  bundle_sent_report: { recipient: string; report: string; digest: Uint8Array; sequence: number };
  bundle_import: ImportRow;
  foreign_owner: ForeignOwnerRow;
  foreign_report: ForeignReportRow;
};
