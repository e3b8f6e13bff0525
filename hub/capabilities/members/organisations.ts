import type { Text } from "@bongsu/base";
import type { Selectable } from "kysely";
import type { Clock } from "../../platform/clock.ts";
import type { Executor } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
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

const handlePattern = /^[a-z][a-z0-9-]{1,63}$/;

type NamedRow = Pick<Selectable<OrganisationRow>, "id" | "handle" | "name_en" | "name_ko" | "sector" | "region">;

const fromRow = (row: NamedRow): Organisation => ({
  id: row.id,
  handle: row.handle,
  name: { en: row.name_en, ko: row.name_ko },
  sector: row.sector as Sector,
  region: row.region,
});

/** Adds an organisation. Throws `members.*` where a field is wrong or the handle is taken. */
export async function addOrganisation(
  database: Executor,
  clock: Clock,
  profile: CountryProfile,
  input: Omit<Organisation, "id" | "sector"> & { sector: string },
): Promise<Organisation> {
  if (!handlePattern.test(input.handle)) throw memberProblems.error("members.invalid-handle", { handle: input.handle });
  if (!Object.hasOwn(sectors, input.sector)) {
    throw memberProblems.error("members.unknown-sector", {
      sector: input.sector,
      known: Object.keys(sectors).join(", "),
    });
  }
  if (!Object.hasOwn(profile.regions, input.region)) {
    throw memberProblems.error("members.unknown-region", {
      region: input.region,
      country: profile.country,
      known: Object.keys(profile.regions).join(", "),
    });
  }
  const now = clock.now();
  const row = {
    id: newId(now),
    handle: input.handle,
    name_en: input.name.en,
    name_ko: input.name.ko,
    sector: input.sector,
    region: input.region,
    created_at: now,
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
