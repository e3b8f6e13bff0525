import { grantRole as contract } from "@bongsu/contracts";
import { holdsInHub, operation } from "../../../../kernel/index.ts";
import { findOrganisation } from "../../organisations.ts";
import { findPerson } from "../../people-views.ts";
import { grantRole as grant, requireGrantable } from "../../roles.ts";

export const grantRole = operation(contract, async (context, { organisation: handle, person, role, sector = null }) => {
  const { database, now, actor } = context;
  const isHubAdministrator = holdsInHub(actor, "hub-administrator");
  requireGrantable(isHubAdministrator, role, sector);
  const { id } = await findOrganisation(database, handle);
  // Who is not in the organisation yet comes by invitation; only the hub's administrators place people by hand.
  await findPerson(database, isHubAdministrator ? null : id, person);
  const given = await grant(
    database,
    now,
    { organisation: id, person, role, sector },
    actor.kind === "person" ? actor.person : null,
  );
  const subject = { kind: "person", id: person };
  context.note({ subject, organisation: id, details: { role, given } });
  if (given) await context.emit({ kind: "people.role-granted", organisation: id, subject, data: { role, sector } });
  return findPerson(database, id, person);
});
