import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type InventoryLevel, seesInventory, seesSum, type World } from "./index.ts";
import { viewersOf } from "./testing/viewers.ts";
import { world } from "./testing/worlds.ts";

const organisations = ["a", "b", "c", "d", "e", "f"];

const country = (level?: InventoryLevel, coordinator: "sector" | "national" = "sector"): World => ({
  organisations: new Map(
    organisations.map((id) => [id, { status: "active", sector: id === "f" ? "finance" : "energy" }]),
  ),
  people: new Map(["own", "sector", "nation"].map((id) => [id, { status: "active" }])),
  memberships: [
    { person: "own", organisation: "a", role: "read-only", sector: "" },
    { person: "sector", organisation: "f", role: "sector-coordinator", sector: "energy" },
    { person: "nation", organisation: "f", role: "national-coordinator", sector: "" },
  ],
  circleMembers: [],
  clients: [],
  disclosures: level === undefined ? [] : [{ organisation: "a", coordinator, level }],
});

const level = (person: string, organisation: string, given: World) =>
  seesInventory({ kind: "person", person }, organisation, given);

test("an organisation sees its own; coordinators what it discloses to them", () => {
  assert.equal(level("own", "a", country()), "components");
  assert.equal(level("own", "b", country()), "nothing");
  assert.equal(level("sector", "a", country()), "status");
  assert.equal(level("nation", "a", country()), "nothing");
  assert.equal(level("sector", "a", country("nothing")), "nothing");
  assert.equal(level("sector", "a", country("components")), "components");
  assert.equal(level("nation", "a", country("components")), "nothing");
  assert.equal(level("nation", "a", country("status", "national")), "status");
});

test("a sum hides at least five organisations, or none", () => {
  const five = organisations.slice(0, 5);
  const person = (id: string) => ({ kind: "person" as const, person: id });
  assert.ok(!seesSum(person("own"), five, country()), "less one's own, it would be about four");
  assert.ok(seesSum(person("nation"), five, country()));
  assert.ok(seesSum(person("sector"), five, country()));
  assert.ok(!seesSum(person("nation"), five.slice(1), country()));
  assert.ok(!seesSum({ kind: "anonymous" }, five, country()));
});

test("in every world, machines and the anonymous coordinate nobody", () => {
  fc.assert(
    fc.property(world, (any) => {
      for (const viewer of viewersOf(any)) {
        if (viewer.kind === "person") continue;
        for (const id of any.organisations.keys()) {
          const own = viewer.kind === "service" && viewer.organisation === id;
          if (!own) assert.equal(seesInventory(viewer, id, any), "nothing");
        }
      }
    }),
  );
});
