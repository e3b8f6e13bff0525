import { setPersonStatus as contract } from "@bongsu/contracts";
import { operation } from "../../../../kernel/index.ts";
import { findPerson } from "../../people-views.ts";
import { setPersonStatus as set } from "../../person-status.ts";

export const setPersonStatus = operation(contract, async (context, { person, status }) => {
  context.expect(await findPerson(context.database, null, person));
  await set(context.database, context.now, person, status);
  // Letting them in again must not bring back a session of before.
  if (status === "suspended") await context.services.endSessions(context.database, person);
  context.note({ subject: { kind: "person", id: person } });
  return findPerson(context.database, null, person);
});
