import { markReport as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { requestApproval } from "../../approvals/index.ts";
import { markReport as mark } from "../reports/mark.ts";
import { readReport } from "./reading.ts";
import { sharerFor } from "./sharer.ts";

export const markReport = operation(contract, async (context, { report: id, reason, ...draft }) => {
  const before = await readReport(context, id);
  const change = await mark(context.database, sharerFor(context, before.owner.handle), id, draft, context.now);
  for (const problem of change.problems) context.warn(problem);
  if (change.outcome === "marked") {
    await context.emit(change.event);
    return { outcome: "marked" as const, approval: null, reasons: [] };
  }
  const { request } = change;
  const approval = await requestApproval(context, {
    kind: "widen-marking",
    subject: { kind: "report", id },
    organisation: request.owner,
    payload: { ...request },
    reason,
  });
  return { outcome: "requested" as const, approval, reasons: request.reasons };
});
