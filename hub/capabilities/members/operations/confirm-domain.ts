import { confirmDomain as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { findDomain, markVerified, normalDomain } from "../domains.ts";
import { findOrganisation } from "../organisations.ts";
import { memberProblems } from "../problems.ts";
import { presentDomain } from "./domain-view.ts";

export const confirmDomain = operation(contract, async (context, input) => {
  const { database, now } = context;
  const { id } = await findOrganisation(database, input.organisation);
  const { domain } = await findDomain(database, id, normalDomain(input.domain));
  if (!(await markVerified(database, now, id, domain))) {
    throw memberProblems.error("members.domain-taken", { domain });
  }
  const subject = { kind: "domain", id: domain };
  context.note({ subject });
  await context.emit({ kind: "members.domain-verified", organisation: id, subject });
  return presentDomain(await findDomain(database, id, domain));
});
