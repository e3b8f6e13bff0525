import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { joinAliases } from "./aliases.ts";
import { compareNames } from "./names.ts";

const named = (id: string, ...aliases: string[]) => ({ id, aliases });

test("advisories that share a name, directly or through others, are one vulnerability", () => {
  const ghsa = named("GHSA-aaaa-bbbb-cccc", "CVE-2024-1000");
  const go = named("GO-2024-0001", "GHSA-aaaa-bbbb-cccc");
  const cve = named("CVE-2024-1000");
  const other = named("PYSEC-2024-1");
  const groups = joinAliases([go, other, ghsa, cve]);
  assert.deepEqual(
    groups.map(({ name, names, advisories }) => ({ name, names, advisories })),
    [
      {
        name: "CVE-2024-1000",
        names: ["CVE-2024-1000", "GHSA-aaaa-bbbb-cccc", "GO-2024-0001"],
        advisories: [go, ghsa, cve],
      },
      { name: "PYSEC-2024-1", names: ["PYSEC-2024-1"], advisories: [other] },
    ],
  );
});

test("the name to show: the lowest CVE, then GHSA, then other databases, then the rest", () => {
  const names = ["RHSA-2024:1", "CVE-2024-10000", "GO-2024-1", "CVE-2024-9999", "GHSA-x-y-z", "CVE-2007-01-09"];
  assert.deepEqual(names.sort(compareNames), [
    "CVE-2024-9999",
    "CVE-2024-10000",
    "GHSA-x-y-z",
    "CVE-2007-01-09",
    "GO-2024-1",
    "RHSA-2024:1",
  ]);
});

test("names are compared without regard to case", () => {
  assert.equal(joinAliases([named("cve-2024-1000"), named("X-1", "CVE-2024-1000")]).length, 1);
});

/** Few names, so that chains and circles come about. */
const advisories = fc.array(
  fc.record({
    id: fc.integer({ max: 30, min: 0 }).map(String),
    aliases: fc.array(fc.nat(30).map(String), { maxLength: 3 }),
  }),
  { maxLength: 40 },
);

test("groups are the connected components: whole, disjoint, and the same in any order", () => {
  fc.assert(
    fc.property(advisories, (list) => {
      const groups = joinAliases(list);
      assert.equal(groups.flatMap((group) => group.advisories).length, list.length);
      const names = groups.flatMap((group) => group.names);
      assert.equal(new Set(names).size, names.length);
      for (const group of groups) {
        for (const { id, aliases } of group.advisories)
          for (const name of [id, ...aliases]) assert.ok(group.names.includes(name));
        // Connected: from the first advisory, sharing names, all others are reached.
        const reached = new Set([group.advisories[0]?.id, ...(group.advisories[0]?.aliases ?? [])]);
        for (let size = -1; size !== reached.size; ) {
          size = reached.size;
          for (const { id, aliases } of group.advisories)
            if ([id, ...aliases].some((name) => reached.has(name)))
              for (const name of [id, ...aliases]) reached.add(name);
        }
        assert.equal(reached.size, group.names.length);
      }
      const partition = (of: typeof groups) => of.map((group) => group.names.join()).sort();
      assert.deepEqual(partition(joinAliases([...list].reverse())), partition(groups));
    }),
  );
});

test("a chain of a hundred thousand names is joined", () => {
  const chain = Array.from({ length: 100_000 }, (_, i) => named(`N-${i}`, `N-${i + 1}`));
  assert.equal(joinAliases(chain).length, 1);
});
