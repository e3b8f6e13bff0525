import type { Stretch } from "./version-line.ts";

/** A stretch of somebody's, and the class that decides whom it may meet. */
export interface Party {
  owner: unknown;
  stretch: Stretch;
  /** Few different ones: the work grows with their number. */
  kind: string;
}

/**
 * Finds stretches that share a place with another owner's: for each, in the order in which they begin, one that begins
 * before it and whose kind may meet its own. Takes the time that sorting takes.
 */
export function meetings<P extends Party>(parties: P[], mayMeet: (a: string, b: string) => boolean): [P, P][] {
  const farthest = new Map<string, P[]>();
  const found: [P, P][] = [];
  for (const party of parties.toSorted((a, b) => a.stretch[0] - b.stretch[0])) {
    const other = [...farthest]
      .filter(([kind]) => mayMeet(kind, party.kind))
      .flatMap(([, known]) => known)
      .find(({ owner, stretch }) => owner !== party.owner && stretch[1] >= party.stretch[0]);
    if (other !== undefined) found.push([other, party]);
    farthest.set(party.kind, withFarthest(farthest.get(party.kind) ?? [], party));
  }
  return found;
}

/** Of each kind, the two owners that reach farthest: where one is the party itself, the other still counts. */
function withFarthest<P extends Party>(known: P[], party: P): P[] {
  const others = known.filter(({ owner }) => owner !== party.owner);
  const own = known.find(({ owner }) => owner === party.owner);
  const best = own !== undefined && own.stretch[1] > party.stretch[1] ? own : party;
  return [...others, best].sort((a, b) => b.stretch[1] - a.stretch[1]).slice(0, 2);
}
