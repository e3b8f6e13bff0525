import { changeExposures as contract, type InputOf } from "@bongsu/contracts";
import { type Context, holdsIn, operation } from "../../../../kernel/index.ts";
import { organisationSeen } from "../../../inventories/index.ts";
import { lockMatching } from "../../locks.ts";
import { exposureProblems } from "../../problems.ts";
import type { Doing } from "../../refresh.ts";
import { recordAction } from "../actions.ts";
import { applyChange } from "../apply.ts";
import { settleAssignments, tellAssignee } from "../assignments.ts";
import { commentOn } from "../comments.ts";
import { beginDoing } from "../doing.ts";
import { requireMember } from "../people.ts";
import { type Plan, planOf, type Request, requireComplete, settingsOf } from "../plan.ts";
import { keysOf } from "../selection.ts";
import { holdExposures } from "../standing.ts";
import { countMoves, tellChange } from "../tell.ts";

type Input = InputOf<typeof contract>;

/** Throws `exposure.not-permitted-to-accept` for whom the organisation has not made its administrator. */
function requireMayAccept({ actor }: Pick<Context, "actor">, { action, organisation }: Input): void {
  if (action !== "accept" || holdsIn(actor, "organisation-administrator", organisation)) return;
  throw exposureProblems.error("exposure.not-permitted-to-accept");
}

interface Work {
  organisation: string;
  handle: string;
  request: Request;
  person: { id: string; name: string } | undefined;
  by: Doing;
}

async function carryOut(
  context: Context,
  { changes }: Plan,
  { organisation, handle, request, person, by }: Work,
): Promise<void> {
  const { database, clock, now, services } = context;
  const { action, until } = request;
  const vulnerabilities = [...new Set(changes.map(({ vulnerability }) => vulnerability))];
  const ground = { transaction: database, clock, alerts: services.alerts };
  const recorded = { organisation, at: now, kind: action, by, changed: changes.length, vulnerabilities, until, person };
  await recordAction(database, { ...recorded, waiting: person !== undefined });
  if (action === "comment") return commentOn(database, { organisation, by, now, rows: changes });
  const set = settingsOf(request, by);
  await applyChange(database, { organisation, rows: changes, cause: action, by, now, set });
  if (person !== undefined) await tellAssignee(ground, { organisation, handle, person, by, rows: changes });
  await settleAssignments(ground, organisation);
  const told = { organisation, cause: action, vulnerabilities, now, ...countMoves(changes) };
  await tellChange(database, context.emit, told);
}

export const changeExposures = operation(contract, async (context, input) => {
  const { database, now } = context;
  const { organisation: handle, action, until, text, exposures, where, expected } = input;
  requireMayAccept(context, input);
  const person = action === "assign" ? input.person?.toLowerCase() : undefined;
  const request: Request = { action, until, text, person, now };
  requireComplete(request);
  await lockMatching(database, "inventory");
  const [organisation, keys] = await context.seen(async (seen) => [
    await organisationSeen(seen, handle),
    await keysOf(seen, handle, { exposures, where, expected }, context),
  ]);
  const assignee = person === undefined ? undefined : await requireMember(database, organisation, person);
  const plan = planOf(keys, await holdExposures(database, organisation, keys), request);
  if (input.all && plan.refused.length > 0) {
    const refused = plan.refused.reduce((sum, { count }) => sum + count, 0);
    throw exposureProblems.error("exposure.some-refused", { count: refused });
  }
  const by = beginDoing(context, text);
  const does = !input.preview && plan.changes.length > 0;
  if (does) await carryOut(context, plan, { organisation, handle, request, person: assignee, by });
  const counts = { changed: plan.changes.length, unchanged: plan.unchanged };
  context.note({ subject: { kind: "exposure-action", id: by.action }, details: { ...counts, selected: keys.length } });
  return { action: does ? by.action : null, selected: keys.length, ...counts, refused: plan.refused };
});
