import { isUnderEmbargo, type Marked } from "./marked.ts";
import { audienceOf, clientsOf } from "./may-see.ts";
import { isActive, membershipsOf, type World } from "./world.ts";

/** Who receives something: anyone, every member, these organisations' people and machines, or these people. */
export interface Receivers {
  reach: "anyone" | "members" | "organisations" | "people";
  /** Active organisations, by id; all of them where the reach is anyone or members; none where it is people. */
  organisations: string[];
  /** RED: the people, by id. */
  people: string[];
}

function organisationsFor(marked: Marked, world: World, now: Date): Set<string> {
  if (marked.tlp === null) return new Set();
  const audience = audienceOf(marked, world);
  const reachesClients = marked.tlp === "AMBER" && !isUnderEmbargo(marked, now);
  return reachesClients ? new Set([...audience, ...clientsOf(audience, world)]) : audience;
}

/** The exact list of those for whom `maySee` says yes, at this moment. Ids are sorted. */
export function receivers(marked: Marked, world: World, now: Date): Receivers {
  if (marked.tlp === "RED") {
    const people = new Set([...(marked.author === null ? [] : [marked.author]), ...marked.named]);
    const reached = [...people].filter((person) => membershipsOf(person, world).length > 0);
    return { reach: "people", organisations: [], people: reached.sort() };
  }
  const active = [...world.organisations.keys()].filter((organisation) => isActive(world, organisation)).sort();
  if ((marked.tlp === "CLEAR" || marked.tlp === "GREEN") && !isUnderEmbargo(marked, now)) {
    return { reach: marked.tlp === "CLEAR" ? "anyone" : "members", organisations: active, people: [] };
  }
  const reached = organisationsFor(marked, world, now).add(marked.owner);
  return { reach: "organisations", organisations: active.filter((id) => reached.has(id)), people: [] };
}
