import { showReportHistory as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { reportHistory } from "../reports/show.ts";
import { narrowest } from "./reading.ts";

export const showReportHistory = operation(contract, async ({ seen, note }, { report }) => {
  const items = await seen((database) => reportHistory(database, report));
  note({ subject: { kind: "report", id: report }, marking: narrowest(items.map(({ marking }) => marking.tlp)) });
  return { items };
});
