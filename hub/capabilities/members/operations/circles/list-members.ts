import { listCircleMembers as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { operation, pageFrom, positionOf } from "../../../../kernel/index.ts";
import { type MemberView, memberColumns, presentMember, seeFromInside } from "../../circles/index.ts";
import { ownOf } from "./deed.ts";

export const listCircleMembers = operation(contract, (context, { circle: handle, cursor, limit, sort }) =>
  context.seen(async (database) => {
    const [after = ""] = positionOf(cursor, sort, ["text"]) ?? [];
    const circle = await seeFromInside(database, ownOf(context), handle);
    const { rows } = await sql<MemberView>`
      select ${memberColumns} from circle_member m join organisation o on o.id = m.organisation
      where m.circle = ${circle.id} and o.handle > ${String(after)} order by o.handle limit ${limit + 1}
    `.execute(database);
    return pageFrom(rows, limit, sort, (row) => [row.organisation], presentMember);
  }),
);
