import { removeClient as client, removeProvider as provider } from "@bongsu/contracts";
import { type Context, operation } from "../../../kernel/index.ts";
import { endClient } from "../clients.ts";
import { findOrganisation } from "../organisations.ts";
import { memberProblems } from "../problems.ts";

async function end(context: Context, which: "client" | "provider", own: string, other: string): Promise<void> {
  const { id } = await findOrganisation(context.database, own);
  const { id: otherId } = await findOrganisation(context.database, other);
  const [provides, served] = which === "client" ? [id, otherId] : [otherId, id];
  if (!(await endClient(context.database, provides, served))) {
    throw memberProblems.error("members.unknown-client", { handle: other });
  }
  await context.emit({
    kind: "members.relation-ended",
    organisation: otherId,
    subject: { kind: "organisation", id: own },
  });
}

export const removeClient = operation(client, async (context, { organisation, client }) => {
  await end(context, "client", organisation, client);
  return { client };
});

export const removeProvider = operation(provider, async (context, { organisation, provider }) => {
  await end(context, "provider", organisation, provider);
  return { provider };
});
