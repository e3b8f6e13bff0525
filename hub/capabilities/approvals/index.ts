export { type AnyApprovable, type Approvable, type Approved, approvable } from "./approvable.ts";
export { type ApprovalDraft, patience, requestApproval } from "./request.ts";
export type { ApprovalsTables } from "./tables.ts";
