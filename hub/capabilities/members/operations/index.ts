import type { Operation } from "../../../kernel/index.ts";
import { listOrganisations } from "./list-organisations.ts";
import { showOrganisation } from "./show-organisation.ts";

export const memberOperations: readonly Operation[] = [listOrganisations, showOrganisation];
