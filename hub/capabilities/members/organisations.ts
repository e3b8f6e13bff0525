import type { Text } from "@bongsu/base";
import type { Criticality, Size } from "@bongsu/contracts";
import type { Selectable } from "kysely";
import type { Clock } from "../../platform/clock.ts";
import type { Executor } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import { parentOf } from "./parents.ts";
import { memberProblems } from "./problems.ts";
import { type CountryProfile, type Sector, sectors } from "./profile.ts";
import { allOrganisations, insertOrganisation, organisationByHandle } from "./store.ts";
import type { OrganisationRow } from "./tables.ts";

export interface Organisation {
  id: string;
  /** Short name for command lines and addresses: small letters, digits, hyphens. */
  handle: string;
  name: Text;
  sector: Sector;
  /** ISO 3166-2. */
  region: string;
}

/** Whom to reach around the clock. */
export interface Contact {
  name: string | null;
  email: string | null;
  phone: string | null;
}

export interface NewOrganisation extends Omit<Organisation, "id" | "sector"> {
  sector: string;
  size?: Size;
  criticality?: Criticality;
  /** Handle. */
  parent?: string | null;
  contact?: Contact;
}

const handlePattern = /^[a-z][a-z0-9-]{1,63}$/;

type NamedRow = Pick<Selectable<OrganisationRow>, "id" | "handle" | "name_en" | "name_ko" | "sector" | "region">;

const fromRow = (row: NamedRow): Organisation => ({
  id: row.id,
  handle: row.handle,
  name: { en: row.name_en, ko: row.name_ko },
  sector: row.sector as Sector,
  region: row.region,
});

/** Throws `members.unknown-region` for one that the country does not have. */
export function requireRegion({ regions, country }: CountryProfile, region: string): void {
  if (Object.hasOwn(regions, region)) return;
  throw memberProblems.error("members.unknown-region", { region, country, known: Object.keys(regions).join(", ") });
}

export const contactColumns = (contact: Contact) => ({
  contact_name: contact.name,
  contact_email: contact.email,
  contact_phone: contact.phone,
});

/** Adds an organisation. Throws `members.*` where a field is wrong or the handle is taken. */
export async function addOrganisation(
  database: Executor,
  clock: Clock,
  profile: CountryProfile,
  input: NewOrganisation,
): Promise<Organisation> {
  if (!handlePattern.test(input.handle)) throw memberProblems.error("members.invalid-handle", { handle: input.handle });
  if (!Object.hasOwn(sectors, input.sector)) {
    throw memberProblems.error("members.unknown-sector", {
      sector: input.sector,
      known: Object.keys(sectors).join(", "),
    });
  }
  requireRegion(profile, input.region);
  const parent = input.parent == null ? null : await parentOf(database, input.parent);
  const now = clock.now();
  const row = {
    id: newId(now),
    handle: input.handle,
    name_en: input.name.en,
    name_ko: input.name.ko,
    sector: input.sector,
    region: input.region,
    created_at: now,
    ...(input.size === undefined ? {} : { size: input.size }),
    ...(input.criticality === undefined ? {} : { criticality: input.criticality }),
    ...(parent === null ? {} : { parent }),
    ...(input.contact === undefined ? {} : contactColumns(input.contact)),
  };
  if (!(await insertOrganisation(database, row))) {
    throw memberProblems.error("members.organisation-exists", { handle: input.handle });
  }
  return fromRow(row);
}

/** The organisation of that handle. Throws `members.unknown-organisation`. */
export async function findOrganisation(database: Executor, handle: string): Promise<Organisation> {
  const row = await organisationByHandle(database, handle);
  if (row === undefined) throw memberProblems.error("members.unknown-organisation", { handle });
  return fromRow(row);
}

export async function listOrganisations(database: Executor): Promise<Organisation[]> {
  return (await allOrganisations(database)).map(fromRow);
}
