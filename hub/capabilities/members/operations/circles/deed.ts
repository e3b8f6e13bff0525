import { type Context, heldBy } from "../../../../kernel/index.ts";
import { type Doer, doerOf, type HeldCircle, holdCircle, seeCircle } from "../../circles/index.ts";
import { findOrganisation, type Organisation } from "../../organisations.ts";

/** The organisations that the actor belongs to. */
export const ownOf = ({ actor }: Pick<Context, "actor">): string[] => [
  ...new Set(heldBy(actor).map(({ organisation }) => organisation)),
];

/** A circle that exists for the actor, held until the transaction ends. Throws `circles.unknown-circle`. */
export async function circleFor(context: Context, handle: string): Promise<{ circle: HeldCircle; doer: Doer }> {
  await context.seen((database) => seeCircle(database, ownOf(context), handle));
  const circle = await holdCircle(context.database, handle);
  context.note({ subject: { kind: "circle", id: circle.handle } });
  return { circle, doer: doerOf(context.actor) };
}

/** Throws `members.unknown-organisation`. */
export const memberNamed = (context: Context, handle: string): Promise<Organisation> =>
  findOrganisation(context.database, handle);

/**
 * Tells everybody in the circle that something happened, and not to whom: whoever joins later may follow the events from
 * the first one on, and must not learn who was gone before. The circle's history says it to those who may know.
 */
export async function tellCircle(context: Context, circle: HeldCircle, kind: string): Promise<void> {
  await context.emit({
    kind: `circles.${kind}`,
    subject: { kind: "circle", id: circle.handle },
    marking: { owner: null, tlp: "AMBER+STRICT", audienceCircles: [circle.id] },
  });
}
