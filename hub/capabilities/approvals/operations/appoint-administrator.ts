import { appointAdministrator as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import {
  findOrganisation,
  findPerson,
  grantRole,
  isHubAdministrator,
  mayAppointAlone,
  peopleProblems,
} from "../../members/index.ts";
import { requirePerson } from "../person.ts";
import { requestApproval } from "../request.ts";

export const appointAdministrator = operation(contract, async (context, { organisation: handle, person, reason }) => {
  const { database, now } = context;
  const by = requirePerson(context).person;
  const organisation = await findOrganisation(database, handle);
  const { name } = await findPerson(database, null, person);
  if (await isHubAdministrator(database, person)) throw peopleProblems.error("people.already-administrator");
  const subject = { kind: "person", id: person };
  const role = "hub-administrator";
  if (await mayAppointAlone(database, now)) {
    await grantRole(database, now, { organisation: organisation.id, person, role, sector: null }, by);
    context.note({ subject, organisation: organisation.id, details: { role, alone: true } });
    await context.emit({
      kind: "people.role-granted",
      organisation: organisation.id,
      subject,
      data: { role, sector: null },
    });
    return { approval: null };
  }
  const payload = { organisation: organisation.id, handle, person, name };
  const approval = await requestApproval(context, {
    kind: "appoint-administrator",
    subject,
    organisation: null,
    payload,
    reason,
  });
  return { approval };
});
