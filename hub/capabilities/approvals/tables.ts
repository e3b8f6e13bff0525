import type { ApprovalKind, ApprovalState } from "@bongsu/contracts";
import type { Generated, JSONColumnType } from "kysely";

export interface ApprovalRow {
  id: string;
  kind: ApprovalKind;
  subject_kind: string;
  subject: string;
  organisation: string | null;
  payload: JSONColumnType<Record<string, unknown>>;
  reason: string;
  requested_by: string;
  requested_name: string;
  requested_at: Date;
  expires_at: Date;
  /** A request that nobody decided in time reads as expired from `expires_at` on, whatever stands here. */
  state: ApprovalState;
  decided_by: Generated<string | null>;
  decided_name: Generated<string | null>;
  decided_at: Generated<Date | null>;
  decision_reason: Generated<string>;
}

export type ApprovalsTables = { approval: ApprovalRow };
