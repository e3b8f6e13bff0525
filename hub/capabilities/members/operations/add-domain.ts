import { addDomain as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { domainCheckJob } from "../domain-check.ts";
import { addDomain as add, findDomain } from "../domains.ts";
import { findOrganisation } from "../organisations.ts";
import { presentDomain } from "./domain-view.ts";

export const addDomain = operation(contract, async (context, input) => {
  const { database, now } = context;
  const { id } = await findOrganisation(database, input.organisation);
  const domain = await add(database, now, id, input.domain);
  context.note({ subject: { kind: "domain", id: domain } });
  await context.enqueue(domainCheckJob, { organisation: id, domain }, { key: `${id} ${domain}` });
  return presentDomain(await findDomain(database, id, domain));
});
