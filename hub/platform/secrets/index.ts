export { constantTimeEqual } from "./compare.ts";
export { type HubIdentity, hubIdentity, isSignedBy, type PublicJwk } from "./identity.ts";
export { addKeyToFile } from "./key-file.ts";
export { secretProblems } from "./problems.ts";
export { resealAll, type SealedColumn } from "./reseal.ts";
export { openVault, type Vault, vaultOf } from "./vault.ts";
