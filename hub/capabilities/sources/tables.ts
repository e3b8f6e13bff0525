import type { Text } from "@bongsu/base";
import type { OpenLabel, RunOutcome, SignaturePolicy, SourceKind, SourceTrust } from "@bongsu/contracts";
import type { ColumnType, JSONColumnType } from "kysely";
import type { Executor } from "../../platform/database/database.ts";

/** What went wrong, as it is kept. */
export interface KeptError {
  code: string;
  message: Text;
  fix: Text;
  at: string;
}

export interface KeptKey {
  fingerprint: string;
  userIds: string[];
  created: string;
  expires: string | null;
  revoked: boolean;
}

export interface KeptTest {
  at: string;
  publisher: string | null;
  documents: number | null;
  bytes: number | null;
  updatedAt: string | null;
  keys: KeptKey[];
  error: KeptError | null;
}

export interface Counts {
  taken: number;
  unchanged: number;
  refused: number;
  problems: number;
  bytes: number;
}

/** What the source said of one address, to ask next time whether it changed (RFC 9110 §13). */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

type Json<T> = ColumnType<T | null, string | null, string | null>;

export interface SourceRow {
  id: string;
  handle: string;
  kind: SourceKind;
  name: string;
  address: string;
  interval_minutes: number;
  trust: SourceTrust;
  marking: OpenLabel;
  signatures: SignaturePolicy | null;
  /** The organisation that is alerted; null: those of the hub's administrators. */
  owner: string | null;
  paused: boolean;
  /** Fingerprints that an administrator named; null: none named, what is shown first is accepted. */
  pinned: string[] | null;
  keys: JSONColumnType<KeptKey[]>;
  offered_keys: JSONColumnType<KeptKey[]>;
  added_at: Date;
  last_attempt: Date | null;
  last_success: Date | null;
  error: Json<KeptError>;
  failures: number;
  next_run: Date;
  /** When a job was last put into the queue that has not begun. */
  queued_at: Date | null;
  /** Who fetches it now, and until when that counts without renewal. */
  lease: string | null;
  leased_until: Date | null;
  /** By address: what may be left unread next time. */
  validators: JSONColumnType<Record<string, Validators>>;
  counts: Json<Counts>;
  test: Json<KeptTest>;
}

export interface SourceRunRow {
  source: string;
  id: string;
  started_at: Date;
  ended_at: Date | null;
  outcome: RunOutcome;
  counts: JSONColumnType<Counts>;
  error: Json<KeptError>;
}

export interface SourceDocumentRow {
  source: string;
  /** What the source calls it: an address, a path. */
  key: string;
  /** What tells, without reading it, that it is as it was. */
  mark: string;
  sha256: Uint8Array | null;
  state: "taken" | "refused";
  error: Json<KeptError>;
  at: Date;
  /** How often it was refused in a row. */
  tries: number;
  next_try: Date | null;
}

export type SourcesTables = { source: SourceRow; source_run: SourceRunRow; source_document: SourceDocumentRow };

export const tables = (database: Executor) => database.withTables<SourcesTables>();
