import { acceptProvider as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { acceptClient } from "../clients.ts";
import { findOrganisation } from "../organisations.ts";

export const acceptProvider = operation(contract, async (context, input) => {
  const { database, now } = context;
  const client = await findOrganisation(database, input.organisation);
  const provider = await findOrganisation(database, input.provider);
  await acceptClient(database, now, provider, client);
  await context.emit({
    kind: "members.client-accepted",
    organisation: provider.id,
    subject: { kind: "organisation", id: client.handle },
  });
  return { organisation: provider.handle, name: provider.name, accepted: true, since: now };
});
