/** What a coordinator is told of an organisation's inventory, the least first. */
export const inventoryLevels = ["nothing", "status", "components"] as const;

export type InventoryLevel = (typeof inventoryLevels)[number];

export type Standing = "active" | "suspended" | "left";

export interface Membership {
  person: string;
  organisation: string;
  role: string;
  /** Of a sector coordinator; '' otherwise. */
  sector: string;
}

/** Everything about members that the rule looks at, at one moment. */
export interface World {
  organisations: ReadonlyMap<string, { status: Standing; sector: string }>;
  people: ReadonlyMap<string, { status: "active" | "suspended" }>;
  memberships: readonly Membership[];
  circleMembers: readonly { circle: string; organisation: string }[];
  clients: readonly { provider: string; client: string }[];
  disclosures: readonly { organisation: string; coordinator: "sector" | "national"; level: InventoryLevel }[];
}

/** Who asks: a person, a machine that acts for an organisation, or nobody in particular. */
export type Viewer =
  | { kind: "person"; person: string }
  | { kind: "service"; organisation: string }
  | { kind: "anonymous" };

export const isActive = (world: World, organisation: string): boolean =>
  world.organisations.get(organisation)?.status === "active";

/** The memberships that count: of an active person in active organisations. */
export function membershipsOf(person: string, world: World): Membership[] {
  if (world.people.get(person)?.status !== "active") return [];
  return world.memberships.filter((row) => row.person === person && isActive(world, row.organisation));
}

/** The active organisations that the viewer acts for; none for who is suspended or belongs nowhere. */
export function organisationsOf(viewer: Viewer, world: World): Set<string> {
  if (viewer.kind === "person") {
    return new Set(membershipsOf(viewer.person, world).map(({ organisation }) => organisation));
  }
  const acting = viewer.kind === "service" && isActive(world, viewer.organisation);
  return new Set(acting ? [viewer.organisation] : []);
}
