import type { Context } from "../../../kernel/index.ts";
import { showReport } from "../reports/show.ts";

const order = ["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"];

/** The narrowest marking among those read: what the audit trail says of a page. No label counts as AMBER+STRICT. */
export const narrowest = (labels: readonly (string | null)[]): string =>
  order[Math.max(0, ...labels.map((label) => order.indexOf(label ?? "AMBER+STRICT")))] ?? "RED";

/** Reads a report through the actor's eyes, and notes what was read. Throws `sharing.unknown-report`. */
export async function readReport(context: Context, id: string) {
  const report = await context.seen((database) => showReport(database, id));
  context.note({ subject: { kind: "report", id }, marking: report.marking.tlp ?? "AMBER+STRICT" });
  return report;
}
