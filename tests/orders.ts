import assert from "node:assert/strict";
import { compareKeys, compareVersions, versionKey } from "@bongsu/versions";

export type Relation = "<" | "=" | ">" | null;

const relations = ["<", "=", ">"] as const;

/** How two versions compare, asked both ways and by their keys; fails where the three do not agree. */
export function relationOf(ecosystem: string, a: string, b: string): Relation {
  const comparison = compareVersions(ecosystem, a, b);
  const pair = `${ecosystem} ${JSON.stringify(a)} ${JSON.stringify(b)}`;
  const turned = compareVersions(ecosystem, b, a);
  assert.equal(turned, comparison === null ? null : 0 - comparison, `${pair}: turned about`);
  const [left, right] = [versionKey(ecosystem, a), versionKey(ecosystem, b)];
  assert.equal(left === null || right === null ? null : compareKeys(left, right), comparison, `${pair}: by keys`);
  return comparison === null ? null : (relations[comparison + 1] ?? null);
}

/** Fails unless the versions stand in ascending order, each against each; versions within one text are equal. */
export function assertAscending(ecosystem: string, ...ranks: string[]): void {
  const versions = ranks.flatMap((text, rank) => text.split(" ").map((version) => ({ version, rank })));
  for (const a of versions)
    for (const b of versions) {
      const expected = relations[Math.sign(a.rank - b.rank) + 1];
      const relation = relationOf(ecosystem, a.version, b.version);
      assert.equal(relation, expected, `${ecosystem}: ${a.version} ${expected} ${b.version}`);
    }
}

/** Fails if one of the texts is read as a version. */
export function assertUnreadable(ecosystem: string, ...texts: string[]): void {
  for (const text of texts) {
    assert.equal(versionKey(ecosystem, text), null, `${ecosystem}: ${JSON.stringify(text)} has a key`);
    assert.equal(compareVersions(ecosystem, text, "1.0.0"), null, `${ecosystem}: ${JSON.stringify(text)} compares`);
  }
}
