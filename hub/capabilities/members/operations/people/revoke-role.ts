import { revokeRole as contract } from "@bongsu/contracts";
import { holdsInHub, operation } from "../../../../kernel/index.ts";
import { findOrganisation } from "../../organisations.ts";
import { findPerson } from "../../people-views.ts";
import { peopleProblems } from "../../problems.ts";
import { isHubRole, requireSector, revokeRole as revoke } from "../../roles.ts";

export const revokeRole = operation(
  contract,
  async (context, { organisation: handle, person, role, sector = null }) => {
    const { database, actor } = context;
    const isHubAdministrator = holdsInHub(actor, "hub-administrator");
    requireSector(role, sector);
    if (isHubRole(role) && !isHubAdministrator) throw peopleProblems.error("people.not-permitted-role", { role });
    const { id } = await findOrganisation(database, handle);
    await findPerson(database, id, person);
    await revoke(database, { organisation: id, person, role, sector }, isHubAdministrator);
    const subject = { kind: "person", id: person };
    context.note({ subject, organisation: id, details: { role } });
    await context.emit({ kind: "people.role-revoked", organisation: id, subject, data: { role, sector } });
    return { person };
  },
);
