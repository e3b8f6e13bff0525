export { type CefSource, cefLine, cefSeverity } from "./cef.ts";
export type { Fault, FaultKind, Verification } from "./chain.ts";
export {
  type Checkpoint,
  exportCheckpoint,
  type IsSigned,
  readCheckpoint,
  type Signer,
  signedBytes,
  trusting,
} from "./checkpoint.ts";
export { type CheckpointMaker, checkpointWhereDue, listCheckpoints, makeCheckpoint } from "./checkpoints.ts";
export type { ActorKind, AuditDraft, AuditRecord, Outcome } from "./entry.ts";
export { type ExportRange, exportCef, exportEntries, exportJsonLines, jsonLine } from "./export.ts";
export { auditNumbering } from "./numbering.ts";
export { type AuditFilter, type AuditPage, type AuditScope, listEntries } from "./query.ts";
export { record, recordAll } from "./record.ts";
export { type Retention, removeOldEntries } from "./retention.ts";
export { type VerifyOptions, verifyAudit } from "./verify.ts";
export { verifyExport } from "./verify-export.ts";
