import type { Text } from "@bongsu/base";
import type { Criticality, OrganisationStatus, Sector, Size } from "@bongsu/contracts";
import type { Executor } from "../../platform/database/database.ts";
import { requireHubAdministratorBeside } from "./last-administrators.ts";
import { type Contact, contactColumns, type Organisation, requireRegion } from "./organisations.ts";
import { setParent } from "./parents.ts";
import { memberProblems } from "./problems.ts";
import type { CountryProfile } from "./profile.ts";
import type { MembersTables } from "./tables.ts";

export interface OrganisationChanges {
  name?: Text | undefined;
  size?: Size | undefined;
  contact?: Contact | undefined;
  sector?: Sector | undefined;
  region?: string | undefined;
  criticality?: Criticality | undefined;
  /** Handle. */
  parent?: string | null | undefined;
  status?: OrganisationStatus | undefined;
}

/** What places an organisation in the country, or puts it out of it: not its own to say. */
const hubOnly = ["sector", "region", "criticality", "parent", "status"] as const;

/** Throws `members.not-permitted-field` where changes are not an organisation's own to make. */
export function requireOwnFields(changes: OrganisationChanges): void {
  const fields = hubOnly.filter((name) => changes[name] !== undefined);
  if (fields.length > 0) throw memberProblems.error("members.not-permitted-field", { fields: fields.join(", ") });
}

/**
 * Changes an organisation. Throws `members.unknown-region`, `members.unknown-parent`, `members.parent-circle`, and
 * `people.last-hub-administrator` where putting it to rest would leave the hub without an administrator.
 */
export async function changeOrganisation(
  transaction: Executor,
  now: Date,
  profile: CountryProfile,
  organisation: Pick<Organisation, "id" | "handle">,
  { name, contact, parent, ...plain }: OrganisationChanges,
): Promise<void> {
  if (plain.region !== undefined) requireRegion(profile, plain.region);
  if (plain.status !== undefined && plain.status !== "active") {
    await requireHubAdministratorBeside(transaction, { organisation: organisation.id });
  }
  if (parent !== undefined) await setParent(transaction, organisation, parent);
  const columns = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  await transaction
    .withTables<MembersTables>()
    .updateTable("organisation")
    .set({
      ...columns,
      ...(name === undefined ? {} : { name_en: name.en, name_ko: name.ko }),
      ...(contact === undefined ? {} : contactColumns(contact)),
      updated_at: now,
    })
    .where("id", "=", organisation.id)
    .execute();
}
