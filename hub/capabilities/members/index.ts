export { createKey } from "./api-keys.ts";
export { changeOrganisation } from "./change-organisation.ts";
export { checkDomain, type DomainCheck, domainCheckJob, type ResolveTxt } from "./domain-check.ts";
export { isHubAdministrator, mayAppointAlone } from "./hub-administrators.ts";
export { isKeyAlive, type KeyHolder, keyHolder, makeKey } from "./keys.ts";
export { requireHubAdministratorBeside } from "./last-administrators.ts";
export {
  addOrganisation,
  type Contact,
  findOrganisation,
  listOrganisations,
  type NewOrganisation,
  type Organisation,
} from "./organisations.ts";
export { type ActivePerson, activePerson } from "./people.ts";
export { findPerson } from "./people-views.ts";
export { memberProblems, peopleProblems } from "./problems.ts";
export { type CountryProfile, korea, type Sector, sectors } from "./profile.ts";
export { deleteOrganisation } from "./remove-organisation.ts";
export { resolveTxt } from "./resolve-txt.ts";
export { grantRole, type RoleGrant, requireGrantable, revokeRole } from "./roles.ts";
export { createServiceAccount } from "./service-accounts.ts";
export type { MembersTables } from "./tables.ts";
