import type { organisationDomain } from "@bongsu/contracts";
import type { z } from "zod";
import { type OrganisationDomain, txtRecord } from "../domains.ts";

export const presentDomain = (found: OrganisationDomain): z.output<typeof organisationDomain> => ({
  domain: found.domain,
  ...txtRecord(found),
  addedAt: found.addedAt,
  verifiedAt: found.verifiedAt,
});
