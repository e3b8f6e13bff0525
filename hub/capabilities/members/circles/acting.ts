import { type Actor, type Held, heldBy } from "../../../kernel/index.ts";
import { circleProblems } from "../problems.ts";

/** Who does something in a circle: the organisations for which he may, and himself. */
export interface Doer {
  organisations: readonly string[];
  person: string | null;
}

const leading = new Set<Held["role"]>(["organisation-administrator", "sector-coordinator", "national-coordinator"]);

/** For an organisation act its administrators, and coordinators who belong to it. */
export const doerOf = (actor: Actor): Doer => ({
  organisations: [...new Set(heldBy(actor).flatMap((held) => (leading.has(held.role) ? [held.organisation] : [])))],
  person: actor.kind === "person" ? actor.person : null,
});

/** The id of the organisation of that handle, where the doer acts for it. Throws `circles.not-permitted`. */
export function actingFor(actor: Actor, handle: string): string {
  const held = heldBy(actor).find((one) => one.handle === handle && leading.has(one.role));
  if (held === undefined) throw circleProblems.error("circles.not-permitted");
  return held.organisation;
}
