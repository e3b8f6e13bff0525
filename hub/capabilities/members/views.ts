import type { organisation } from "@bongsu/contracts";
import { sql } from "kysely";
import type { z } from "zod";

type Shown = z.output<typeof organisation>;

/** A row of `organisation o`, with its parent as `organisation p`. */
export type OrganisationView = Omit<Shown, "name"> & { name_en: string; name_ko: string };

export const organisationColumns = sql`
  o.handle, o.name_en, o.name_ko, o.sector, o.region, o.size, o.criticality, p.handle as parent, o.status,
  o.created_at as since
`;

export const presentOrganisation = ({ name_en, name_ko, ...row }: OrganisationView): Shown => ({
  ...row,
  name: { en: name_en, ko: name_ko },
});
