import type { personInvitation } from "@bongsu/contracts";
import type { z } from "zod";
import type { Invitation } from "../invitations.ts";

type Shown = z.output<typeof personInvitation>;

/** An invitation of the organisation of that handle. */
export const present = (
  { id, email, role, sector, expiresAt, createdAt }: Invitation,
  organisation: string,
): Shown => ({
  id,
  email,
  organisation,
  role,
  sector: sector as Shown["sector"],
  expiresAt,
  createdAt,
});
