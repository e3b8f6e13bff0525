export { type KeyHolder, keyHolder, makeKey } from "./keys.ts";
export { addOrganisation, findOrganisation, listOrganisations, type Organisation } from "./organisations.ts";
export { type ActivePerson, activePerson } from "./people.ts";
export { type CountryProfile, korea, type Sector, sectors } from "./profile.ts";
export { deleteOrganisation } from "./store.ts";
export type { MembersTables } from "./tables.ts";
export { enterViewer, leaveViewer, type Viewer, viewerKeys } from "./viewer.ts";
