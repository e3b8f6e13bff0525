import { invitePerson as contract, hubRoles } from "@bongsu/contracts";
import { type Context, holdsInHub, kernelProblems, operation } from "../../../kernel/index.ts";
import { findOrganisation } from "../../members/index.ts";
import type { Accounts } from "../accounts.ts";
import { present } from "./present.ts";

/**
 * Roles for the whole hub are given by its administrators, and theirs by nobody alone: whoever is to have it is
 * invited as something else, and appointed with a second person's consent.
 */
function requireMayGive({ actor }: Context, role: string): void {
  const alone =
    role !== "hub-administrator" && (!Object.hasOwn(hubRoles, role) || holdsInHub(actor, "hub-administrator"));
  if (alone) return;
  const needed = role === "hub-administrator" ? "people.appointAdministrator" : "hub-administrator";
  throw kernelProblems.error("http.not-permitted", { operation: contract.name, needed });
}

export const invitePerson = (accounts: Accounts) =>
  operation(contract, async (context, { organisation, email, role, sector, language }) => {
    requireMayGive(context, role);
    const { id } = await findOrganisation(context.database, organisation);
    const by = context.actor.kind === "person" ? context.actor.person : null;
    const input = { email, organisation: id, role, sector: sector ?? null, language, by };
    const invitation = await accounts.invite(context.database, input);
    context.note({ subject: { kind: "invitation", id: invitation.id } });
    return present(invitation, organisation);
  });
