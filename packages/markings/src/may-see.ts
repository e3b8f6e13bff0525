import { isUnderEmbargo, type Marked } from "./marked.ts";
import { isActive, organisationsOf, type Viewer, type World } from "./world.ts";

/** The active organisations of the audience, those of its circles at this moment included. */
export function audienceOf({ audience }: Pick<Marked, "audience">, world: World): Set<string> {
  const inCircles = world.circleMembers.filter(({ circle }) => audience.circles.includes(circle));
  const all = [...audience.organisations, ...inCircles.map(({ organisation }) => organisation)];
  return new Set(all.filter((organisation) => isActive(world, organisation)));
}

/** The active organisations that any of these serve. */
export const clientsOf = (providers: ReadonlySet<string>, world: World): Set<string> =>
  new Set(
    world.clients
      .filter(({ provider, client }) => providers.has(provider) && isActive(world, client))
      .map(({ client }) => client),
  );

/**
 * The one rule: may this viewer see what is marked so, at this moment? The reference that the database's policies are
 * held against. TLP 2.0 §1: CLEAR anyone; GREEN every active member; AMBER the audience and the clients that it
 * serves; AMBER+STRICT the audience; RED the author and the named people. No marking, or no audience: the owner alone.
 */
export function maySee(viewer: Viewer, marked: Marked, world: World, now: Date): boolean {
  const own = organisationsOf(viewer, world);
  if (marked.tlp === "RED") {
    if (viewer.kind !== "person" || own.size === 0) return false;
    return viewer.person === marked.author || marked.named.includes(viewer.person);
  }
  if (own.has(marked.owner)) return true;
  if (marked.tlp === null) return false;
  const audience = audienceOf(marked, world);
  const isIn = (organisations: ReadonlySet<string>) => [...own].some((organisation) => organisations.has(organisation));
  if (isUnderEmbargo(marked, now)) return isIn(audience);
  switch (marked.tlp) {
    case "CLEAR":
      return true;
    case "GREEN":
      return own.size > 0;
    case "AMBER":
      return isIn(audience) || isIn(clientsOf(audience, world));
    case "AMBER+STRICT":
      return isIn(audience);
  }
}
