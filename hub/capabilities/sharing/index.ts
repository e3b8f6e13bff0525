export { asViewer } from "./as-viewer.ts";
export { fromJson, fromRow, type MarkingJson, toJson, toRow } from "./marking-rows.ts";
export type { ReferenceDraft, ReportDraft } from "./reports/draft.ts";
export { eventMarking, reportEvent } from "./reports/events.ts";
export {
  applyWidening,
  type MarkingChange,
  markReport,
  requestWidening,
  type WideningRequest,
} from "./reports/mark.ts";
export { publishDue } from "./reports/publish.ts";
export {
  countReports,
  listReports,
  type MarkingView,
  type ReportFilter,
  type ReportItem,
  type ReportPosition,
} from "./reports/read.ts";
export { removeReports } from "./reports/remove.ts";
export { type MarkingDraft, resolveMarking } from "./reports/resolve-marking.ts";
export { reviseReport, withdrawReport } from "./reports/revise.ts";
export { type ReportChange, shareReport } from "./reports/share.ts";
export type { Sharer } from "./reports/sharer.ts";
export { type ReferenceView, type ReportRevision, type ReportView, reportHistory, showReport } from "./reports/show.ts";
export { keepReport, type Report } from "./reports/store.ts";
export type { ReportAction, SharingTables } from "./reports/tables.ts";
export { type MarkingRow, markedTable, markingColumnNames, markingColumns } from "./visibility/marking-columns.ts";
export { policed } from "./visibility/policed.ts";
export { ensureMemberRole, memberRole } from "./visibility/role.ts";
export { maySeeSql, type ViewerSql } from "./visibility/rule.ts";
export { visibleEvents } from "./visible-events.ts";
export { type Receiving, whoWillReceive } from "./who-will-receive.ts";
