import { addClient as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { requestClient } from "../clients.ts";
import { findOrganisation } from "../organisations.ts";

export const addClient = operation(contract, async (context, input) => {
  const { database, now, actor } = context;
  const provider = await findOrganisation(database, input.organisation);
  const client = await findOrganisation(database, input.client);
  await requestClient(database, now, provider, client, actor.kind === "person" ? actor.person : null);
  await context.emit({
    kind: "members.provider-asks",
    organisation: client.id,
    subject: { kind: "organisation", id: provider.handle },
  });
  return { organisation: client.handle, name: client.name, accepted: false, since: now };
});
