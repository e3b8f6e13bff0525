import { approvable } from "./approvable.ts";
import type { Accounts } from "./capabilities/accounts/index.ts";
import { accountOperations } from "./capabilities/accounts/operations/index.ts";
import { advisoryOperations } from "./capabilities/advisories/operations/index.ts";
import { deliveryOperations } from "./capabilities/alerts/delivering/operations/index.ts";
import { alertOperations } from "./capabilities/alerts/operations/index.ts";
import { approvalOperations } from "./capabilities/approvals/operations/index.ts";
import { auditOperations } from "./capabilities/audit/operations/index.ts";
import { bundleOperations } from "./capabilities/bundles/operations/index.ts";
import { campaignOperations } from "./capabilities/campaigns/operations/index.ts";
import { exposureOperations } from "./capabilities/exposure/operations/index.ts";
import { inventoryOperations } from "./capabilities/inventories/operations/index.ts";
import { memberOperations, showPermissions } from "./capabilities/members/operations/index.ts";
import { sharingOperations } from "./capabilities/sharing/operations/index.ts";
import { situationOperations } from "./capabilities/situation/operations/index.ts";
import { sourceOperations } from "./capabilities/sources/operations/index.ts";
import type { LiveEvents } from "./http/events/live.ts";
import { followEvents } from "./http/events/operation.ts";
import type { Operation } from "./kernel/index.ts";

/** What some operations stand on that is made when the hub starts. */
export interface OperationGround {
  accounts: Accounts;
  live: LiveEvents;
  version: string;
  /** What the button of single sign-on says; null where there is none. */
  singleSignOn: string | null;
}

/** Every operation of the hub. From this list come its routes, its reference, its commands, its permissions page. */
export function operationsOf({ accounts, live, version, singleSignOn }: OperationGround): readonly Operation[] {
  const operations: readonly Operation[] = [
    ...accountOperations(accounts, { version, singleSignOn }),
    ...memberOperations,
    showPermissions(() => operations),
    ...approvalOperations(approvable),
    ...sharingOperations,
    ...inventoryOperations,
    ...advisoryOperations,
    ...exposureOperations,
    ...alertOperations,
    ...campaignOperations,
    ...situationOperations,
    ...deliveryOperations,
    ...auditOperations(version),
    ...bundleOperations,
    ...sourceOperations,
    followEvents(live),
  ];
  return operations;
}
