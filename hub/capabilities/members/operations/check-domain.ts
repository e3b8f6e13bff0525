import { checkDomain as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { domainCheckJob } from "../domain-check.ts";
import { findDomain, normalDomain } from "../domains.ts";
import { findOrganisation } from "../organisations.ts";
import { presentDomain } from "./domain-view.ts";

/** DNS is asked by a job, since it may be slow; the answer shows what is known until then. */
export const checkDomain = operation(contract, async (context, input) => {
  const { id } = await findOrganisation(context.database, input.organisation);
  const found = await findDomain(context.database, id, normalDomain(input.domain));
  const job = { organisation: id, domain: found.domain };
  if (found.verifiedAt === null) await context.enqueue(domainCheckJob, job, { key: `${id} ${found.domain}` });
  return presentDomain(found);
});
