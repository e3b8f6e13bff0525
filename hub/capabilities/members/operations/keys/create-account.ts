import { createServiceAccount as contract, type OrganisationRole, organisationRoles } from "@bongsu/contracts";
import { heldBy, operation } from "../../../../kernel/index.ts";
import { findOrganisation } from "../../organisations.ts";
import { createServiceAccount as create, findServiceAccount, requireNotAbove } from "../../service-accounts.ts";
import { requirePerson } from "./requester.ts";

export const createServiceAccount = operation(contract, async (context, { organisation, name, role }) => {
  const { database, now, actor } = context;
  const by = requirePerson(context);
  const own = heldBy(actor).filter((held) => held.handle === organisation && held.role in organisationRoles);
  requireNotAbove(
    own.map((held) => held.role as OrganisationRole),
    role,
  );
  const { id } = await findOrganisation(database, organisation);
  const account = await create(database, now, id, { name, role, by });
  context.note({ subject: { kind: "service-account", id: account } });
  return findServiceAccount(database, now, id, account);
});
