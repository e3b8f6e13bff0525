import { removePerson as contract } from "@bongsu/contracts";
import { holdsInHub, operation } from "../../../../kernel/index.ts";
import { findOrganisation } from "../../organisations.ts";
import { removeFromOrganisation } from "../../roles.ts";

export const removePerson = operation(contract, async (context, { organisation, person }) => {
  const { id } = await findOrganisation(context.database, organisation);
  await removeFromOrganisation(context.database, id, person, holdsInHub(context.actor, "hub-administrator"));
  const subject = { kind: "person", id: person };
  context.note({ subject, organisation: id });
  await context.emit({ kind: "people.person-removed", organisation: id, subject });
  return { person };
});
