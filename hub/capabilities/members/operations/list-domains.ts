import { listDomains as contract } from "@bongsu/contracts";
import { operation, pageFrom, positionOf } from "../../../kernel/index.ts";
import { domainsOf } from "../domains.ts";
import { findOrganisation } from "../organisations.ts";
import { presentDomain } from "./domain-view.ts";

export const listDomains = operation(contract, async ({ database }, { organisation, cursor, limit, sort }) => {
  const [after = ""] = positionOf(cursor, sort, ["text"]) ?? [];
  const { id } = await findOrganisation(database, organisation);
  const rows = await domainsOf(database, id, String(after), limit);
  return pageFrom(rows, limit, sort, (row) => [row.domain], presentDomain);
});
