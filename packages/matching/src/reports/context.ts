import type { Language, Problem } from "@bongsu/base";
import type { IndexSummary } from "../compiled/record.ts";

/** What a report says beside the result. */
export interface ReportContext {
  language: Language;
  /** The program that made it. */
  tool: { name: string; version: string };
  /** When it was made (ISO 8601, UTC). */
  at: string;
  /** A UUID of the report's own, for formats that ask for one. */
  id: string;
  sboms: { name: string; id: string | null; revision: number | null; components: number }[];
  advisories: IndexSummary;
  /** What could not be read of the inputs. */
  problems: readonly Problem[];
}
