import { listKeys as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { operation, pageFrom, positionOf } from "../../../../kernel/index.ts";
import { type ApiKey, keyColumns } from "../../api-keys.ts";
import { findOrganisation } from "../../organisations.ts";
import { findServiceAccount } from "../../service-accounts.ts";

export const listKeys = operation(contract, async ({ database, now }, asked) => {
  const { organisation, account, cursor, limit, sort } = asked;
  const after = positionOf(cursor, sort, ["time", "id"]);
  const { id } = await findOrganisation(database, organisation);
  await findServiceAccount(database, now, id, account);
  const before = after === null ? sql`true` : sql`(k.created_at, k.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`;
  const { rows } = await sql<ApiKey>`
    select ${keyColumns} from api_key k
    where k.organisation = ${id} and k.service_account = ${account} and ${before}
    order by k.created_at desc, k.id desc limit ${limit + 1}
  `.execute(database);
  return pageFrom(
    rows,
    limit,
    sort,
    (row) => [row.since.toISOString(), row.id],
    (row) => row,
  );
});
