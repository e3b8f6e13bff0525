import {
  approveRequest as approving,
  declineRequest as declining,
  withdrawRequest as withdrawing,
} from "@bongsu/contracts";
import { type Context, type Operation, operation } from "../../../kernel/index.ts";
import { approve, decline, type Kinds, withdraw } from "../decide.ts";
import { requirePerson } from "../person.ts";
import { findApproval, presentApproval } from "../views.ts";

/** The request as it stands, for who just decided on it. */
export async function show(context: Context, kinds: Kinds, id: string) {
  const person = requirePerson(context);
  const { database, now } = context;
  return presentApproval(kinds, person, await findApproval(database, now, kinds, person, id));
}

export const decisions = (kinds: Kinds): Operation[] => [
  operation(approving, async (context, { approval, reason }) => {
    await approve(context, kinds, approval, reason);
    return show(context, kinds, approval);
  }),
  operation(declining, async (context, { approval, reason }) => {
    await decline(context, kinds, approval, reason);
    return show(context, kinds, approval);
  }),
  operation(withdrawing, async (context, { approval }) => {
    await withdraw(context, kinds, approval);
    return show(context, kinds, approval);
  }),
];
