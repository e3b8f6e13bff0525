import assert from "node:assert/strict";
import { test } from "node:test";
import { clean21 } from "../testing/clean.ts";
import { placesFound } from "../testing/findings.ts";
import { changed } from "../testing/sample.ts";
import { informativeRules } from "./informative.ts";
import { recommendedRules } from "./recommended.ts";

const rules = [...recommendedRules, ...informativeRules];
const level = "/product_tree/branches/0/branches/0/branches";
const status = "/vulnerabilities/0/product_status";
const ids = ["6.2.50.1", "6.2.50.2", "6.2.50.3", ...[1, 2, 3, 4, 5].map((number) => `6.3.19.${number}`)];

const product = (product_id: string) => ({ name: product_id, product_id });
const range = (name: string, id: string) => ({ category: "product_version_range", name, product: product(id) });
const version = (name: string, id: string) => ({ category: "product_version", name, product: product(id) });
const above = (category: string, name: string, ...ids: string[]) => ({
  branches: ids.map((id) => ({ category: "platform", name: id, product: product(id) })),
  category,
  name,
});

/** What the tests find, by number, if these stand beside each other. */
async function found(branches: object[], statuses: object = { fixed: ["B"], known_affected: ["A"] }) {
  const document = changed(clean21, [level, branches], [status, statuses]);
  const all = await Promise.all(ids.map(async (id) => [id, await placesFound(rules, id, document)] as const));
  return Object.fromEntries(all.filter(([, places]) => places.length > 0));
}

const fixed = `${status}/fixed/0`;
const same = { known_affected: ["A"], last_affected: ["B"] };

test("ranges of one VERS type overlap by its order", async () => {
  const old = range("vers:npm/>=1.0.0|<2.0.0", "A");
  assert.deepEqual(await found([old, range("vers:npm/>=1.10.0|<3.0.0", "B")]), { "6.2.50.1": [fixed] });
  assert.deepEqual(await found([old, range("vers:npm/>=1.10.0|<3.0.0", "B")], same), {
    "6.3.19.1": [`${status}/last_affected/0`],
  });
  for (const other of ["vers:npm/>=2.0.0", "vers:npm/<1.0.0", "vers:npm/0.9.0|2.0.0", "vers:pypi/1.5", "vers:npm/!"])
    assert.deepEqual(await found([old, range(other, "B")]), {}, other);
});

test("a hole of one range is where another may be", async () => {
  const holed = range("vers:npm/>=1.0.0|!=1.5.0|<2.0.0", "A");
  assert.deepEqual(await found([holed, range("vers:npm/1.5.0", "B")]), {});
  assert.deepEqual(await found([holed, range("vers:npm/1.6.0", "B")]), { "6.2.50.1": [fixed] });
  assert.deepEqual(await found([holed, version("1.5.0", "B")]), {});
  assert.deepEqual(await found([holed, version("1.5.1", "B")]), { "6.2.50.3": [fixed] });
  assert.deepEqual(await found([holed, version("1.5.1", "B")], same), {
    "6.3.19.3": [`${status}/last_affected/0`],
  });
});

test("between two versions there are others, and beyond the last", async () => {
  assert.deepEqual(await found([range("vers:npm/>1.0.0|<1.0.2", "A"), range("vers:npm/>1.0.0|<1.0.1", "B")]), {
    "6.2.50.1": [fixed],
  });
  assert.deepEqual(await found([range("vers:npm/>3.0.0", "A"), range("vers:npm/>4.0.0", "B")]), {
    "6.2.50.1": [fixed],
  });
});

test("a range without a type is read in the order of what stands beside it", async () => {
  const old = range("vers:npm/<2.0.0", "A");
  const [typed, untyped] = [`${status}/known_affected/0`, `${status}/last_affected/0`];
  assert.deepEqual(await found([old, range("<=1.0.0", "B")]), { "6.2.50.1": [typed], "6.2.50.2": [fixed] });
  assert.deepEqual(await found([old, range("<=1.0.0", "B")], same), { "6.3.19.1": [typed], "6.3.19.2": [untyped] });
  assert.deepEqual(await found([old, range(">=2.0.0", "B")]), {});
  assert.deepEqual(await found([range("<1.10", "A"), version("1.9", "B")]), { "6.2.50.3": [fixed] });
  assert.deepEqual(await found([range("<1.10", "A"), version("1.10", "B")]), {});
});

test("only products of the same vulnerability contradict each other", async () => {
  const branches = [range("vers:npm/<2.0.0", "A"), range("vers:npm/<1.0.0", "B")];
  const document = changed(
    clean21,
    [level, branches],
    ["/vulnerabilities", [{ product_status: { known_affected: ["A"] } }, { product_status: { fixed: ["B"] } }]],
  );
  for (const id of ids) assert.deepEqual(await placesFound(rules, id, document), [], id);
  assert.deepEqual(await found(branches, { known_affected: ["A"], recommended: ["B"] }), {});
});

test("branches under overlapping ranges are told, whatever their status", async () => {
  const range19 = above("product_version_range", "vers:npm/<2.0.0", "A");
  assert.deepEqual(await found([range19, above("product_version", "1.5.0", "B")], {}), {
    "6.3.19.5": [`${level}/1/name`],
  });
  assert.deepEqual(await found([range19, above("product_version", "2.0.0", "B")], {}), {});
  const { "6.3.19.4": places = [], ...others } = await found(
    [range19, above("product_version_range", "vers:npm/>1.0.0|<3.0.0", "B")],
    {},
  );
  assert.deepEqual(places, [`${level}/1/name`]);
  assert.deepEqual(others, {});
});

test("a thousand ranges that each overlap the next are each told once", async () => {
  const many = Array.from({ length: 1000 }, (_, n) => range(`vers:npm/>=${n}.0.0|<${n + 2}.0.0`, `R${n}`));
  const product_ids = many.map(({ product }) => product.product_id);
  const statuses = { known_affected: product_ids };
  assert.equal((await found(many, statuses))["6.3.19.1"]?.length, 999);
});
