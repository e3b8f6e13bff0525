import { undoAction as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { operation } from "../../../../kernel/index.ts";
import { organisationSeen } from "../../../inventories/index.ts";
import { lockMatching } from "../../locks.ts";
import { refreshExposures } from "../../refresh.ts";
import { recordAction } from "../actions.ts";
import { applyChange } from "../apply.ts";
import { settleAssignments } from "../assignments.ts";
import { beginDoing } from "../doing.ts";
import { refusedBy } from "../plan.ts";
import { keyText } from "../selection.ts";
import { holdExposures } from "../standing.ts";
import { putStatementsBack, removeStatementsOf } from "../statement-rows.ts";
import { countMoves, tellChange } from "../tell.ts";
import { holdAction, leftBy, putBack } from "../undo.ts";

export const undoAction = operation(contract, async (context, { organisation: handle, action: id }) => {
  const { database, now, clock, services } = context;
  const organisation = await context.seen((seen) => organisationSeen(seen, handle));
  await lockMatching(database, "world");
  const action = await holdAction(database, organisation, id, now);
  const left = await leftBy(database, organisation, id);
  const held = await holdExposures(database, organisation, left);
  const stateOf = new Map(held.map((one) => [keyText(one), one.state]));
  const rows = left.filter(({ untouched }) => untouched);
  const refused = left.filter(({ untouched }) => !untouched).map((key) => ({ key, reason: "changed-since" as const }));
  const by = beginDoing(context, undefined);
  if (action.kind === "not-affected") await removeStatementsOf(database, organisation, id);
  if (action.kind === "withdraw") await putStatementsBack(database, action.statements);
  await applyChange(database, { organisation, rows, cause: "undo", by, now, set: putBack });
  const vulnerabilities = [...new Set([...action.vulnerabilities, ...left.map(({ vulnerability }) => vulnerability)])];
  // What was true meanwhile counts: a component that is gone, another statement, a signal.
  await refreshExposures(database, { organisation, vulnerabilities }, "undo", now, by);
  await sql`
    update exposure_action set undone_at = ${now}, undone_by = ${by.action}
    where organisation = ${organisation} and id = ${id}
  `.execute(database);
  const recorded = { organisation, at: now, by, vulnerabilities };
  await recordAction(database, { ...recorded, kind: "undo", changed: rows.length, undoes: id });
  await settleAssignments({ transaction: database, clock, alerts: services.alerts }, organisation);
  const moves = rows.map((row) => ({ state: stateOf.get(keyText(row)) ?? row.to, to: row.to }));
  await tellChange(database, context.emit, { organisation, cause: "undo", vulnerabilities, now, ...countMoves(moves) });
  context.note({
    subject: { kind: "exposure-action", id },
    details: { restored: rows.length, refused: refused.length },
  });
  return { action: by.action, restored: rows.length, refused: refusedBy(refused) };
});
