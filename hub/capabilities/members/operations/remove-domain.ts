import { removeDomain as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { normalDomain, removeDomain as remove } from "../domains.ts";
import { findOrganisation } from "../organisations.ts";

export const removeDomain = operation(contract, async (context, input) => {
  const { id } = await findOrganisation(context.database, input.organisation);
  const domain = normalDomain(input.domain);
  await remove(context.database, id, domain);
  context.note({ subject: { kind: "domain", id: domain } });
  return { domain };
});
