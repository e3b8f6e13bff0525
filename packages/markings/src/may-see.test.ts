import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Marked, maySee, receivers, type Standing, type Tlp, type Viewer, type World } from "./index.ts";
import { viewersOf } from "./testing/viewers.ts";
import { marked, moment, world } from "./testing/worlds.ts";
import { organisationsOf } from "./world.ts";

const active: { status: Standing; sector: string } = { status: "active", sector: "energy" };

/** A bank writes for a telecom and a circle of two; the telecom serves a shop; a stranger is a member, too. */
const country: World = {
  organisations: new Map([
    ["bank", active],
    ["telecom", active],
    ["grid", active],
    ["shop", active],
    ["stranger", active],
    ["gone", { ...active, status: "left" }],
  ]),
  people: new Map(
    ["author", "colleague", "of-telecom", "of-grid", "of-shop", "of-stranger", "of-gone", "nowhere"].map((person) => [
      person,
      { status: "active" as const },
    ]),
  ),
  memberships: [
    ["author", "bank"],
    ["colleague", "bank"],
    ["of-telecom", "telecom"],
    ["of-grid", "grid"],
    ["of-shop", "shop"],
    ["of-stranger", "stranger"],
    ["of-gone", "gone"],
  ].map(([person = "", organisation = ""]) => ({ person, organisation, role: "analyst", sector: "" })),
  circleMembers: [
    { circle: "energy", organisation: "grid" },
    { circle: "energy", organisation: "gone" },
  ],
  clients: [{ provider: "telecom", client: "shop" }],
  disclosures: [],
};

const note = (tlp: Tlp | null, rest: Partial<Marked> = {}): Marked => ({
  owner: "bank",
  author: "author",
  tlp,
  audience: { organisations: ["telecom"], circles: ["energy"] },
  named: ["of-grid", "of-gone"],
  embargoUntil: null,
  ...rest,
});

const who = (given: Marked): string[] => [
  ...(maySee({ kind: "anonymous" }, given, country, moment) ? ["anonymous"] : []),
  ...[...country.people.keys()].filter((person) => maySee({ kind: "person", person }, given, country, moment)),
];

const audience = ["author", "colleague", "of-telecom", "of-grid"];

test("each label reaches whom TLP 2.0 says", () => {
  assert.deepEqual(who(note("CLEAR")), ["anonymous", ...country.people.keys()]);
  assert.deepEqual(who(note("GREEN")), [...audience, "of-shop", "of-stranger"]);
  assert.deepEqual(who(note("AMBER")), [...audience, "of-shop"]);
  assert.deepEqual(who(note("AMBER+STRICT")), audience);
  assert.deepEqual(who(note("RED")), ["author", "of-grid"]);
});

test("no marking and no audience are the owner's alone, never everyone's", () => {
  const nobody = { audience: { organisations: [], circles: [] } };
  assert.deepEqual(who(note(null)), ["author", "colleague"]);
  assert.deepEqual(who(note("AMBER", nobody)), ["author", "colleague"]);
  assert.deepEqual(who(note("AMBER+STRICT", { audience: { organisations: [], circles: ["empty"] } })), [
    "author",
    "colleague",
  ]);
  assert.deepEqual(who(note("RED", { named: [], author: null })), []);
});

test("an embargo keeps it to the participants until its minute; RED stays RED", () => {
  const before = { embargoUntil: new Date(moment.getTime() + 1) };
  for (const label of ["CLEAR", "GREEN", "AMBER", "AMBER+STRICT"] as const) {
    assert.deepEqual(who(note(label, before)), audience, label);
  }
  assert.deepEqual(who(note("RED", before)), ["author", "of-grid"]);
  assert.deepEqual(who(note("CLEAR", { embargoUntil: moment })), who(note("CLEAR")));
});

test("machines see what their organisation sees, and never RED", () => {
  const machine: Viewer = { kind: "service", organisation: "telecom" };
  assert.ok(maySee(machine, note("AMBER+STRICT"), country, moment));
  assert.ok(!maySee({ ...machine, organisation: "bank" }, note("RED"), country, moment));
  assert.ok(!maySee({ ...machine, organisation: "gone" }, note("GREEN"), country, moment));
});

test("in every world, the receivers are exactly those who may see", () => {
  fc.assert(
    fc.property(world, marked, (any, given) => {
      const list = receivers(given, any, moment);
      for (const viewer of viewersOf(any)) {
        const own = organisationsOf(viewer, any);
        const listed =
          list.reach === "anyone" ||
          (viewer.kind === "person" && list.people.includes(viewer.person)) ||
          list.organisations.some((organisation) => own.has(organisation));
        assert.equal(maySee(viewer, given, any, moment), listed, JSON.stringify(viewer));
      }
    }),
    { numRuns: 2_000 },
  );
});

test("in every world, who is suspended or belongs nowhere sees what the anonymous see", () => {
  fc.assert(
    fc.property(world, marked, (any, given) => {
      for (const viewer of viewersOf(any)) {
        if (organisationsOf(viewer, any).size > 0) continue;
        assert.equal(maySee(viewer, given, any, moment), maySee({ kind: "anonymous" }, given, any, moment));
      }
    }),
  );
});
