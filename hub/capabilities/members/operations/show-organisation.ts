import { showOrganisation as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { operation } from "../../../kernel/index.ts";
import { memberProblems } from "../problems.ts";
import { type OrganisationView, organisationColumns, presentOrganisation } from "../views.ts";

export const showOrganisation = operation(contract, ({ seen }, { organisation }) =>
  seen(async (database) => {
    const { rows } = await sql<OrganisationView>`
      select ${organisationColumns} from organisation o left join organisation p on p.id = o.parent
      where o.handle = ${organisation}
    `.execute(database);
    const [row] = rows;
    if (row === undefined) throw memberProblems.error("members.unknown-organisation", { handle: organisation });
    return presentOrganisation(row);
  }),
);
