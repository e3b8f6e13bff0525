import {
  type InventoryLevel,
  inventoryLevels,
  isActive,
  membershipsOf,
  organisationsOf,
  type Viewer,
  type World,
} from "./world.ts";

/** What a coordinator is told where the organisation has not said. */
export const defaultDisclosure = { sector: "status", national: "nothing" } as const;

/**
 * How much of an organisation's inventory and exposure the viewer sees. Its own people and machines: everything. A
 * coordinator: what the organisation discloses to coordinators of its sector, or to national ones.
 */
export function seesInventory(viewer: Viewer, organisation: string, world: World): InventoryLevel {
  if (organisationsOf(viewer, world).has(organisation)) return "components";
  const target = world.organisations.get(organisation);
  if (viewer.kind !== "person" || target?.status !== "active") return "nothing";
  const disclosed = (coordinator: "sector" | "national") =>
    world.disclosures.find((row) => row.organisation === organisation && row.coordinator === coordinator)?.level ??
    defaultDisclosure[coordinator];
  const levels = membershipsOf(viewer.person, world).map(({ role, sector }): InventoryLevel => {
    if (role === "national-coordinator") return disclosed("national");
    return role === "sector-coordinator" && sector === target.sector ? disclosed("sector") : "nothing";
  });
  return inventoryLevels.findLast((level) => levels.includes(level)) ?? "nothing";
}

/** A figure must be about at least so many organisations that the viewer does not see one by one. */
export const smallestAggregate = 5;

/**
 * May the viewer, who belongs to an active organisation, see the sum over these organisations? Those of whom he sees
 * the status anyway do not hide the others: he could subtract them.
 */
export function seesSum(viewer: Viewer, organisations: readonly string[], world: World): boolean {
  if (organisationsOf(viewer, world).size === 0) return false;
  const active = organisations.filter((organisation) => isActive(world, organisation));
  const hidden = active.filter((organisation) => seesInventory(viewer, organisation, world) === "nothing").length;
  return active.length > 0 && (hidden === 0 || hidden >= smallestAggregate);
}
