import { setPersonStatus as contract } from "@bongsu/contracts";
import { operation } from "../../../../kernel/index.ts";
import { findPerson } from "../../people-views.ts";
import { setPersonStatus as set } from "../../person-status.ts";

export const setPersonStatus = operation(contract, async (context, { person, status }) => {
  context.expect(await findPerson(context.database, null, person));
  await set(context.database, context.now, person, status);
  context.note({ subject: { kind: "person", id: person } });
  return findPerson(context.database, null, person);
});
