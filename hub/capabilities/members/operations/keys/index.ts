import type { Operation } from "../../../../kernel/index.ts";
import { createServiceAccount } from "./create-account.ts";
import { createKey } from "./create-key.ts";
import { listServiceAccounts } from "./list-accounts.ts";
import { listKeys } from "./list-keys.ts";
import { revokeKey } from "./revoke-key.ts";
import { rotateKey } from "./rotate-key.ts";
import { setServiceAccountStatus } from "./set-account-status.ts";

export const keyOperations: readonly Operation[] = [
  listServiceAccounts,
  createServiceAccount,
  setServiceAccountStatus,
  listKeys,
  createKey,
  rotateKey,
  revokeKey,
];
