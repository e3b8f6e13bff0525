import type { Viewer, World } from "../index.ts";

/** Everybody who could ask in that world. */
export const viewersOf = (world: World): Viewer[] => [
  { kind: "anonymous" },
  ...[...world.people.keys()].map((person): Viewer => ({ kind: "person", person })),
  ...[...world.organisations.keys()].map((organisation): Viewer => ({ kind: "service", organisation })),
];
