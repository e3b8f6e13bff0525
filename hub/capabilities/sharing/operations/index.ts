import type { Operation } from "../../../kernel/index.ts";
import { countReports } from "./count-reports.ts";
import { listReports } from "./list-reports.ts";
import { markReport } from "./mark-report.ts";
import { reviseReport } from "./revise-report.ts";
import { shareReport } from "./share-report.ts";
import { showReport } from "./show-report.ts";
import { showReportHistory } from "./show-report-history.ts";
import { whoWillReceive } from "./who-will-receive.ts";
import { withdrawReport } from "./withdraw-report.ts";

export const sharingOperations: readonly Operation[] = [
  listReports,
  countReports,
  showReport,
  showReportHistory,
  shareReport,
  reviseReport,
  markReport,
  withdrawReport,
  whoWillReceive,
];
