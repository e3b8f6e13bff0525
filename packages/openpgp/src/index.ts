export { openpgpLimits } from "./limits.ts";
export { openpgpProblems } from "./problems.ts";
export { type PublicKey, readPublicKeys } from "./public-key.ts";
export { type Failure, type Reason, reasons } from "./reasons.ts";
export { type Success, type Verification, verifyDetached } from "./verify.ts";
