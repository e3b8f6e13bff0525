import type { Operation } from "../../../../kernel/index.ts";
import { exportCsv } from "./export-csv.ts";
import { exportJson } from "./export-json.ts";
import { exportVex } from "./export-vex.ts";
import { reportPdf } from "./report-pdf.ts";

/** Exposures as files for others' programs, and for officials. */
export const exposureExportOperations: readonly Operation[] = [exportCsv, exportJson, exportVex, reportPdf];
