import { shareReport as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { shareReport as share } from "../reports/share.ts";
import { idsOfAssets } from "./assets.ts";
import { readReport } from "./reading.ts";
import { sharerOf } from "./sharer.ts";

export const shareReport = operation(contract, async (context, { organisation, kind, title, text, ...input }) => {
  const { references, ...marking } = input;
  const draft = { kind, title, text, references: await idsOfAssets(context, references), marking };
  const { report, event, problems } = await share(
    context.database,
    sharerOf(context, organisation),
    draft,
    context.now,
  );
  await context.emit(event);
  for (const problem of problems) context.warn(problem);
  return readReport(context, report.id);
});
