import type { Operation } from "../../../../kernel/index.ts";
import { grantRole } from "./grant-role.ts";
import { listEveryone, listPeople } from "./list-people.ts";
import { changeMe, showMe } from "./me.ts";
import { removePerson } from "./remove-person.ts";
import { revokeRole } from "./revoke-role.ts";
import { setPersonStatus } from "./set-status.ts";

export { showPermissions } from "./permissions.ts";

export const peopleOperations: readonly Operation[] = [
  showMe,
  changeMe,
  listPeople,
  listEveryone,
  grantRole,
  revokeRole,
  removePerson,
  setPersonStatus,
];
