import { revokeKey as contract } from "@bongsu/contracts";
import { operation } from "../../../../kernel/index.ts";
import { revokeKey as revoke } from "../../api-keys.ts";
import { findOrganisation } from "../../organisations.ts";
import { requirePerson } from "./requester.ts";

export const revokeKey = operation(contract, async (context, { organisation, key }) => {
  const { database, now } = context;
  requirePerson(context);
  const { id } = await findOrganisation(database, organisation);
  const revoked = await revoke(database, now, id, key);
  const subject = { kind: "api-key", id: key };
  context.note({ subject });
  await context.emit({ kind: "keys.key-revoked", organisation: id, subject, data: { account: revoked.account } });
  return revoked;
});
