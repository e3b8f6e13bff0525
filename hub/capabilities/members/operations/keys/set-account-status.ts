import { setServiceAccountStatus as contract } from "@bongsu/contracts";
import { operation } from "../../../../kernel/index.ts";
import { findOrganisation } from "../../organisations.ts";
import { findServiceAccount, setServiceAccountStatus as set } from "../../service-accounts.ts";
import { requirePerson } from "./requester.ts";

export const setServiceAccountStatus = operation(contract, async (context, { organisation, account, status }) => {
  const { database, now } = context;
  requirePerson(context);
  const { id } = await findOrganisation(database, organisation);
  await set(database, now, id, account, status);
  context.note({ subject: { kind: "service-account", id: account } });
  return findServiceAccount(database, now, id, account);
});
