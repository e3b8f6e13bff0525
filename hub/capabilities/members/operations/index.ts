import type { Operation } from "../../../kernel/index.ts";
import { acceptProvider } from "./accept-provider.ts";
import { addClient } from "./add-client.ts";
import { addDomain } from "./add-domain.ts";
import { addOrganisation } from "./add-organisation.ts";
import { changeOrganisation } from "./change-organisation.ts";
import { checkDomain } from "./check-domain.ts";
import { circleOperations } from "./circles/index.ts";
import { confirmDomain } from "./confirm-domain.ts";
import { setDisclosure, showDisclosure } from "./disclosure.ts";
import { removeClient, removeProvider } from "./end-relation.ts";
import { keyOperations } from "./keys/index.ts";
import { listDomains } from "./list-domains.ts";
import { listOrganisations } from "./list-organisations.ts";
import { listClients, listProviders } from "./list-relations.ts";
import { peopleOperations } from "./people/index.ts";
import { removeDomain } from "./remove-domain.ts";
import { showOrganisation } from "./show-organisation.ts";

export { showPermissions } from "./people/index.ts";

/** Organisations, circles, people, service accounts. */
export const memberOperations: readonly Operation[] = [
  listOrganisations,
  showOrganisation,
  addOrganisation,
  changeOrganisation,
  listDomains,
  addDomain,
  checkDomain,
  confirmDomain,
  removeDomain,
  listClients,
  addClient,
  removeClient,
  listProviders,
  acceptProvider,
  removeProvider,
  showDisclosure,
  setDisclosure,
  ...circleOperations,
  ...peopleOperations,
  ...keyOperations,
];
