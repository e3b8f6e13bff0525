import { contains, type Grant } from "@bongsu/contracts";
import type { Held } from "../../kernel/index.ts";

/** Somebody's roles. */
export type Roles = readonly Pick<Held, "organisation" | "role">[];

/** Whether one of the roles is among those that may, for the organisation that is concerned. */
export const mayDo = (held: Roles, who: readonly Grant[], organisation: string | null): boolean =>
  who.some((grant) => {
    if (grant.to === "hub") return held.some(({ role }) => role === grant.role);
    if (grant.to !== "organisation") return false;
    return held.some((one) => one.organisation === organisation && contains(one.role, grant.role));
  });

export interface Decision {
  requestedBy: string;
  organisation: string | null;
  who: readonly Grant[];
}

/** Whether a person may be the second: another one, with the right to do the same. */
export const mayBeSecond = (person: string, held: Roles, { requestedBy, organisation, who }: Decision): boolean =>
  person !== requestedBy && mayDo(held, who, organisation);
