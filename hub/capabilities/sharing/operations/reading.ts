import { compareTlp, type Tlp } from "@bongsu/markings";
import type { Context } from "../../../kernel/index.ts";
import { showReport } from "../reports/show.ts";

/** The narrowest marking among those read: what the audit trail says of a page. No label counts as AMBER+STRICT. */
export const narrowest = (labels: readonly (Tlp | null)[]): Tlp =>
  labels
    .map((label) => label ?? "AMBER+STRICT")
    .reduce((one, other) => (compareTlp(one, other) < 0 ? other : one), "CLEAR");

/** Reads a report through the actor's eyes, and notes what was read. Throws `sharing.unknown-report`. */
export async function readReport(context: Context, id: string) {
  const report = await context.seen((database) => showReport(database, id));
  context.note({ subject: { kind: "report", id }, marking: report.marking.tlp ?? "AMBER+STRICT" });
  return report;
}
