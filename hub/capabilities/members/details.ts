import type { organisationDetails } from "@bongsu/contracts";
import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import type { Executor } from "../../platform/database/database.ts";
import { memberProblems } from "./problems.ts";
import { type OrganisationView, organisationColumns, presentOrganisation } from "./views.ts";

type Details = z.output<typeof organisationDetails>;
type Row = OrganisationView & {
  known: boolean;
  contactName: string | null;
  contactEmail: string | null;
  contactPhone: string | null;
};

async function read(database: Executor, handle: string, contacts: RawBuilder<unknown>): Promise<Details> {
  const { rows } = await sql<Row>`
    select ${organisationColumns}, k.organisation is not null as known, k.contact_name as "contactName",
      k.contact_email as "contactEmail", k.contact_phone as "contactPhone"
    from organisation o left join organisation p on p.id = o.parent left join ${contacts} k on k.organisation = o.id
    where o.handle = ${handle}
  `.execute(database);
  const [row] = rows;
  if (row === undefined) throw memberProblems.error("members.unknown-organisation", { handle });
  const { known, contactName, contactEmail, contactPhone, ...shown } = row;
  const contact = known ? { name: contactName, email: contactEmail, phone: contactPhone } : null;
  return { ...presentOrganisation(shown), contact };
}

/** An organisation through a viewer's eyes: the contact is null for who may not know it. Throws `members.unknown-organisation`. */
export const detailsSeen = (seen: Executor, handle: string): Promise<Details> =>
  read(seen, handle, sql`visibility.organisation_contact`);

/** The same for those who change it: its administrators and the hub's. */
export const detailsOf = (database: Executor, handle: string): Promise<Details> =>
  read(
    database,
    handle,
    sql`(select id as organisation, contact_name, contact_email, contact_phone from organisation)`,
  );
