import { verifyAudit as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { trusting } from "../checkpoint.ts";
import { verifyAudit } from "../verify.ts";

export const verify = operation(contract, async ({ database, services, now }) => {
  const { keyId, publicKey } = services.identity;
  const isSigned = trusting({ keyId, raw: publicKey.raw });
  const { ok, entries, first, last, faults } = await verifyAudit(database, { isSigned, now });
  return {
    ok,
    entries,
    first,
    last,
    faults: faults.map(({ number, problem }) => ({ number, code: problem.code, message: problem.message })),
  };
});
