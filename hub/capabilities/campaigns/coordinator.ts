import { type Sector, sectors } from "@bongsu/contracts";
import { type Actor, heldBy } from "../../kernel/index.ts";
import { campaignProblems } from "./problems.ts";

/** In whose name and as what somebody asks organisations, and how far that reaches. */
export interface Coordinator {
  /** Id of the organisation by way of which the role is held. */
  organisation: string;
  handle: string;
  role: "sector-coordinator" | "national-coordinator";
  sectors: readonly string[];
}

const all = Object.keys(sectors) as Sector[];

/** Every organisation by way of which the actor coordinates, the widest reach first. */
function coordinating(actor: Actor): Coordinator[] {
  const found = new Map<string, Coordinator>();
  for (const { organisation, handle, role, sector } of heldBy(actor)) {
    if (role === "national-coordinator") found.set(organisation, { organisation, handle, role, sectors: all });
    if (role !== "sector-coordinator" || sector === null) continue;
    const before = found.get(organisation);
    if (before?.role === "national-coordinator") continue;
    found.set(organisation, { organisation, handle, role, sectors: [...(before?.sectors ?? []), sector] });
  }
  return [...found.values()].sort((a, b) => b.sectors.length - a.sectors.length || (a.handle < b.handle ? -1 : 1));
}

/** As what the actor asks, by way of the organisation of that handle where one is given. Throws `campaigns.not-permitted-there`. */
export function coordinatorOf(actor: Actor, handle?: string): Coordinator {
  const found = coordinating(actor).find((one) => handle === undefined || one.handle === handle);
  if (found === undefined) throw campaignProblems.error("campaigns.not-permitted-there", { handle: handle ?? "" });
  return found;
}

/** Throws `campaigns.not-permitted-other` for who does not coordinate all that a campaign reaches, by way of its owner. */
export function requireChanging(actor: Actor, { owner, reach }: { owner: string; reach: readonly string[] }): void {
  const may = coordinating(actor).some(
    ({ organisation, sectors: own }) => organisation === owner && reach.every((sector) => own.includes(sector)),
  );
  if (!may) throw campaignProblems.error("campaigns.not-permitted-other");
}

/** Whether the actor follows campaigns as a coordinator or an auditor, rather than as one who is asked. */
export const isOverseer = (actor: Actor): boolean =>
  heldBy(actor).some(({ role }) => /^(sector-coordinator|national-coordinator|auditor)$/.test(role));
