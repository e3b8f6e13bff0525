import { toCycloneDxVex } from "@bongsu/advisories";
import type { MatchResult } from "../result.ts";
import type { ReportContext } from "./context.ts";
import { Speaker } from "./say.ts";
import { describedBy, statementsOf } from "./statements.ts";

/** The findings as a CycloneDX 1.6 VEX document that describes its components itself: a draft, in triage where VEX says no more. */
export function cycloneDxVexReport(result: MatchResult, { tool, at, id, language }: ReportContext): string {
  const { document } = toCycloneDxVex(statementsOf(result.findings, new Speaker(language)), {
    timestamp: at,
    serialNumber: `urn:uuid:${id}`,
    tool: `${tool.name} ${tool.version}`,
    advisories: describedBy(result.findings),
  });
  return `${JSON.stringify(document, null, 2)}\n`;
}
