import { toOpenVex } from "@bongsu/advisories";
import type { MatchResult } from "../result.ts";
import type { ReportContext } from "./context.ts";
import { Speaker } from "./say.ts";
import { statementsOf } from "./statements.ts";

/** The findings as an OpenVEX 0.2.0 document: a draft, each under investigation where VEX says no more. */
export function openVexReport(result: MatchResult, { tool, at, id, language }: ReportContext): string {
  const { document } = toOpenVex(statementsOf(result.findings, new Speaker(language)), {
    id: `urn:uuid:${id}`,
    author: tool.name,
    timestamp: at,
    tooling: `${tool.name} ${tool.version}`,
  });
  return `${JSON.stringify(document, null, 2)}\n`;
}
