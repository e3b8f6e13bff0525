import { withdrawStatement as contract } from "@bongsu/contracts";
import { operation } from "../../../../kernel/index.ts";
import { vulnerabilitiesNamed } from "../../../advisories/index.ts";
import { organisationSeen } from "../../../inventories/index.ts";
import { lockMatching } from "../../locks.ts";
import { exposureProblems } from "../../problems.ts";
import { refreshExposures } from "../../refresh.ts";
import { countsOf, tellExposures } from "../../told.ts";
import { recordAction } from "../actions.ts";
import { beginDoing } from "../doing.ts";
import { takeStatement } from "../statement-rows.ts";

export const withdrawStatement = operation(contract, async (context, { organisation: handle, statement: id, text }) => {
  const { database, now } = context;
  const organisation = await context.seen((seen) => organisationSeen(seen, handle));
  await lockMatching(database, "world");
  const taken = await takeStatement(database, organisation, id);
  if (taken === null) throw exposureProblems.error("exposure.unknown-statement", { id });
  const vulnerabilities = await vulnerabilitiesNamed(database, [taken.vulnerability]);
  const by = beginDoing(context, text);
  const counts = await refreshExposures(database, { organisation, vulnerabilities }, "withdraw", now, by);
  const exposures = countsOf(counts, organisation);
  const recorded = { organisation, at: now, kind: "withdraw" as const, by, changed: exposures.changed };
  await recordAction(database, { ...recorded, vulnerabilities, statements: [taken.row] });
  await tellExposures(context, counts, "withdraw");
  context.note({ subject: { kind: "vex-statement", id }, details: { ...exposures } });
  return { action: by.action, exposures };
});
