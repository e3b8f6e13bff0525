import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { majorOf } from "./major.ts";
import { type KnownPackage, type PackageUpgrades, upgradesOf, type VersionInUse } from "./upgrade-rules.ts";

/** Versions of the generated packages are numbers: 27 is written `2.7`, and its key is one byte. */
const highest = 39;
const written = (number: number): string => `${Math.floor(number / 10)}.${number % 10}`;
const keyOf = (number: number): Uint8Array => Uint8Array.of(number);

/** One advisory's range of a vulnerability; `fixed` is the version that it names, if any, which ends the range. */
interface Range {
  vulnerability: string;
  low: number;
  fixed: number | null;
  /** Where it ends although no fixed version is named. */
  last: number | null;
}

const range = fc
  .record({
    vulnerability: fc.constantFrom("A", "B", "C", "D", "E"),
    low: fc.integer({ min: 0, max: highest }),
    length: fc.integer({ min: 1, max: 20 }),
    end: fc.constantFrom("fixed", "fixed", "fixed", "last", "never"),
  })
  .map(({ vulnerability, low, length, end }): Range => {
    const high = Math.min(low + length, highest);
    return { vulnerability, low, fixed: end === "fixed" ? high : null, last: end === "last" ? high : null };
  });

const endOf = ({ fixed, last }: Range): number => fixed ?? last ?? highest + 1;

const contains = (one: Range, version: number): boolean => version >= one.low && version < endOf(one);

const affecting = (ranges: readonly Range[], version: number): Set<string> =>
  new Set(ranges.filter((one) => contains(one, version)).map(({ vulnerability }) => vulnerability));

/** The rules once more, by looking at every version one after the other. */
function reference(ranges: readonly Range[], version: number, exposedTo: readonly string[]) {
  const all = Array.from({ length: highest + 1 }, (_, number) => number);
  const offered = all.filter((number) => number > version && ranges.some(({ fixed }) => fixed === number));
  const asked = (name: string): number[] =>
    ranges.flatMap((one) => (one.vulnerability === name && contains(one, version) ? (one.fixed ?? []) : []));
  const hopeless = (name: string): boolean =>
    asked(name).length === 0 || offered.every((number) => affecting(ranges, number).has(name));
  const own = affecting(ranges, version);
  const clean = offered.filter((number) =>
    [...affecting(ranges, number)].every((name) => own.has(name) && hopeless(name)),
  );
  const needs = exposedTo.flatMap(asked);
  const closes = (number: number) => exposedTo.filter((name) => !affecting(ranges, number).has(name));
  const shown = (number: number | undefined) =>
    number === undefined || needs.length === 0 || closes(number).length === 0
      ? null
      : { version: written(number), closes: closes(number) };
  return {
    smallestStep: shown(clean.find((number) => majorOf(written(number)) === majorOf(written(version)))),
    newestNeeded: shown(clean.find((number) => needs.every((need) => number >= need))),
    clean,
    needs,
    closesAt: closes,
  };
}

const known = (ranges: readonly Range[]): KnownPackage => ({
  fixes: ranges.flatMap(({ fixed }) => (fixed === null ? [] : [{ version: written(fixed), key: keyOf(fixed) }])),
  affected: ranges.map((one) => ({
    vulnerability: one.vulnerability,
    low: keyOf(one.low),
    high: endOf(one) > highest ? null : keyOf(endOf(one)),
  })),
});

function inUse(ranges: readonly Range[], version: number, exposed: (name: string) => boolean): VersionInUse {
  const affectedBy = new Map<string, Uint8Array | null>();
  for (const one of ranges.filter((each) => contains(each, version))) {
    const before = affectedBy.get(one.vulnerability)?.[0] ?? -1;
    const highest = Math.max(before, one.fixed ?? -1);
    affectedBy.set(one.vulnerability, highest < 0 ? null : keyOf(highest));
  }
  return {
    version: written(version),
    key: keyOf(version),
    affectedBy,
    exposedTo: [...affectedBy.keys()].filter(exposed),
  };
}

const plain = ({ smallestStep, newestNeeded }: PackageUpgrades["versions"][number]) => ({ smallestStep, newestNeeded });

test("targets are those that a look at every version finds", () => {
  let found = { smallest: 0, newest: 0, common: 0 };
  fc.assert(
    fc.property(
      fc.array(range, { maxLength: 12 }),
      fc.uniqueArray(fc.integer({ min: 0, max: highest }), { minLength: 1, maxLength: 4 }),
      fc.subarray(["A", "B", "C", "D", "E"], { minLength: 1 }),
      (ranges, versions, wanted) => {
        const used = versions.map((version) => inUse(ranges, version, (name) => wanted.includes(name)));
        const { common, versions: upgrades } = upgradesOf(known(ranges), used);
        const expected = versions.map((version, index) => reference(ranges, version, used[index]?.exposedTo ?? []));
        assert.deepEqual(
          upgrades.map(plain),
          expected.map(({ smallestStep, newestNeeded }) => ({ smallestStep, newestNeeded })),
        );
        const fixable = expected.filter(({ needs }) => needs.length > 0);
        const lowest = fixable[0]?.clean.find((number) =>
          fixable.every(({ clean, needs }) => clean.includes(number) && needs.every((need) => number >= need)),
        );
        const closing = lowest !== undefined && fixable.some(({ closesAt }) => closesAt(lowest).length > 0);
        assert.equal(common?.version ?? null, closing ? written(lowest) : null);
        for (const [index, { exposedTo }] of used.entries()) {
          const one = upgrades[index];
          const closed = new Set([...(one?.smallestStep?.closes ?? []), ...(one?.newestNeeded?.closes ?? [])]);
          const stays = (one?.stays ?? []).map(({ vulnerability }) => vulnerability);
          assert.deepEqual([...closed, ...stays].sort(), [...exposedTo].sort(), "each is closed or stays");
        }
        found = {
          smallest: found.smallest + Number(upgrades.some(({ smallestStep }) => smallestStep !== null)),
          newest: found.newest + Number(upgrades.some(({ newestNeeded }) => newestNeeded !== null)),
          common: found.common + Number(common !== null && versions.length > 1),
        };
      },
    ),
    { numRuns: 5_000 },
  );
  for (const [name, count] of Object.entries(found)) assert.ok(count > 200, `${name}: ${count} cases`);
});

test("a fixed version that another advisory calls affected is passed over", () => {
  const ranges: Range[] = [
    { vulnerability: "A", low: 10, fixed: 12, last: null },
    { vulnerability: "B", low: 12, fixed: 13, last: null },
    { vulnerability: "C", low: 5, fixed: null, last: null },
  ];
  const { versions, common } = upgradesOf(known(ranges), [inUse(ranges, 11, () => true)]);
  assert.deepEqual(versions, [
    {
      smallestStep: { version: "1.3", closes: ["A"] },
      newestNeeded: { version: "1.3", closes: ["A"] },
      stays: [{ vulnerability: "C", reason: "no-fix" }],
    },
  ]);
  assert.deepEqual(common, { version: "1.3", closes: [["A"]] });
});

test("where every fixed version brings something else, that is said", () => {
  const ranges: Range[] = [
    { vulnerability: "A", low: 10, fixed: 12, last: null },
    { vulnerability: "B", low: 12, fixed: null, last: null },
  ];
  const { versions } = upgradesOf(known(ranges), [inUse(ranges, 11, () => true)]);
  assert.deepEqual(versions[0]?.stays, [{ vulnerability: "A", reason: "no-clean-version" }]);
});

test("a version that cannot be parsed has no smallest step, and is upgraded to what is asked for", () => {
  const odd: VersionInUse = {
    version: "1.odd",
    key: null,
    affectedBy: new Map([["A", keyOf(12)]]),
    exposedTo: ["A"],
  };
  const { versions } = upgradesOf(known([{ vulnerability: "A", low: 10, fixed: 12, last: null }]), [odd]);
  assert.deepEqual(versions[0]?.newestNeeded, { version: "1.2", closes: ["A"] });
  assert.equal(versions[0]?.smallestStep, null);
});

test("the major version is the first number, with the epoch; before 1.0 the second number", () => {
  const same = [
    ["1.2.3", "v1.9"],
    ["0.4.1", "0.4.9"],
    ["1:2.3-4", "1:2.9"],
    ["0!1.2", "1.3"],
    ["007.1", "7"],
  ];
  const other = [
    ["1.2", "2.0"],
    ["0.4.1", "0.5.0"],
    ["1:2.3", "2.3"],
    ["10.1", "1.01"],
  ];
  for (const [a = "", b = ""] of same) assert.equal(majorOf(a), majorOf(b), `${a} ${b}`);
  for (const [a = "", b = ""] of other) assert.notEqual(majorOf(a), majorOf(b), `${a} ${b}`);
  assert.equal(majorOf("latest"), null);
});
