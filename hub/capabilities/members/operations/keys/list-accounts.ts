import { listServiceAccounts as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { operation, pageFrom, positionOf } from "../../../../kernel/index.ts";
import { findOrganisation } from "../../organisations.ts";
import { accountsOf, presentAccount, type ServiceAccountView } from "../../service-accounts.ts";

export const listServiceAccounts = operation(contract, async ({ database, now }, asked) => {
  const { organisation, cursor, limit, sort } = asked;
  const [after = ""] = positionOf(cursor, sort, ["text"]) ?? [];
  const { id } = await findOrganisation(database, organisation);
  const { rows } = await sql<ServiceAccountView>`
    select * from ${accountsOf(id, now)} a where a.name > ${String(after)} order by a.name limit ${limit + 1}
  `.execute(database);
  return pageFrom(rows, limit, sort, (row) => [row.name], presentAccount);
});
