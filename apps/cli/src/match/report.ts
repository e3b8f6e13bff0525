import {
  csvReport,
  cycloneDxVexReport,
  jsonReport,
  type MatchResult,
  markdownReport,
  openVexReport,
  type ReportContext,
  sarifReport,
  type TableOptions,
  tableReport,
} from "@bongsu/matching";
import type { MatchArguments } from "./arguments.ts";

/** Writes a result in the form that was asked for. */
export function reportIn(
  format: MatchArguments["format"],
  result: MatchResult,
  context: ReportContext,
  table: TableOptions,
): string {
  switch (format) {
    case "table":
      return tableReport(result, context, table);
    case "json":
      return jsonReport(result, context);
    case "sarif":
      return sarifReport(result, context);
    case "csv":
      return csvReport(result, context);
    case "cyclonedx-vex":
      return cycloneDxVexReport(result, context);
    case "openvex":
      return openVexReport(result, context);
    case "markdown":
      return markdownReport(result, context);
  }
}
