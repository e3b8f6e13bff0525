import type { Generated } from "kysely";
import type { MarkingRow } from "../visibility/marking-columns.ts";

/** What made a revision. */
export type ReportAction = "shared" | "revised" | "marked" | "withdrawn";

export interface ReportRow extends MarkingRow {
  id: string;
  kind: string;
  title: string;
  /** Markdown, as written: whoever shows it makes it harmless. */
  text: string;
  revision: number;
  created_at: Date;
  changed_at: Date;
  withdrawn_at: Date | null;
  /** When its embargo ends, until that has been told; null otherwise. */
  due_at: Date | null;
}

export interface ReportRevisionRow extends MarkingRow {
  report: string;
  revision: number;
  action: string;
  by_person: string | null;
  kind: string;
  title: string;
  text: string;
  at: Date;
}

export interface ReportReferenceRow {
  report: string;
  revision: number;
  position: number;
  kind: string;
  /** A vulnerability's name; a report's or an asset's id. */
  target: string;
  target_id: string | null;
  /** Of an asset. */
  organisation: string | null;
}

export type SharingTables = {
  report: Omit<ReportRow, "due_at"> & { due_at: Generated<Date | null> };
  report_revision: ReportRevisionRow;
  report_reference: ReportReferenceRow;
};
