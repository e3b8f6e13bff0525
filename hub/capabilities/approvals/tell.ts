import { sql } from "kysely";
import type { Context } from "../../kernel/index.ts";

interface Told {
  id: string;
  kind: string;
  subject: { kind: string; id: string };
  organisation: string | null;
}

/** Tells those who decide: the organisation's own people; for the hub, the organisations of its administrators. */
export async function tell(context: Context, what: string, { id, kind, subject, organisation }: Told): Promise<void> {
  const { rows } = await sql<{ organisation: string }>`
    select distinct organisation from membership where role = 'hub-administrator' order by 1
  `.execute(context.database);
  await context.emit({
    kind: `approvals.${what}`,
    organisation,
    subject: { kind: "approval", id },
    data: { kind, subject },
    ...(organisation === null
      ? {
          marking: {
            owner: null,
            tlp: "AMBER+STRICT" as const,
            audienceOrganisations: rows.map((row) => row.organisation),
          },
        }
      : {}),
  });
}
