import assert from "node:assert/strict";
import { test } from "node:test";
import { placesFound } from "../testing/findings.ts";
import { advisory20, type Change, changed } from "../testing/sample.ts";
import { rules20 } from "./index.ts";
import { titles } from "./titles.ts";

const tree = "/product_tree";
const history = "/document/tracking/revision_history";
const vulnerability = "/vulnerabilities/0";
const lamp = `${tree}/branches/0/branches/0`;

const sameDay = (...numbers: string[]) =>
  numbers.map((number) => ({ date: "2025-02-01T09:00:00Z", number, summary: "A change." }));

/** A change to a valid document after which a test must find something, and where. */
const failing: readonly (readonly [id: string, changes: Change[], places: string[]])[] = [
  [
    "6.1.1",
    [[`${tree}/relationships/0/relates_to_product_reference`, "P-9"]],
    [`${tree}/relationships/0/relates_to_product_reference`],
  ],
  [
    "6.1.2",
    [[`${lamp}/branches/0/product/product_id`, "P-3"]],
    [`${lamp}/branches/0/product/product_id`, `${tree}/branches/0/branches/1/branches/0/product/product_id`],
  ],
  [
    "6.1.13",
    [[`${lamp}/branches/1/product/product_identification_helper/purl`, "pkg:npm/lamp?a=1&a=2"]],
    [`${lamp}/branches/1/product/product_identification_helper/purl`],
  ],
  [
    "6.1.14",
    [[history, [...sameDay("1.8.0", "1.10.0"), { date: "2025-02-02T09:00:00Z", number: "1.9.0", summary: "Late." }]]],
    [`${history}/2/number`],
  ],
  ["6.1.16", [[history, sameDay("2", "10")]], ["/document/tracking/version"]],
  ["6.1.26", [["/document/category", "csafsecurityadvisory"]], ["/document/category"]],
  [
    "6.2.1",
    [[`${vulnerability}/product_status/known_affected`, ["P-1"]]],
    [`${tree}/relationships/0/full_product_name/product_id`],
  ],
  // A vulnerability without a product status does not keep the others from being judged.
  [
    "6.2.2",
    [
      [`${vulnerability}/remediations`, undefined],
      ["/vulnerabilities/1", { title: "Another" }],
    ],
    [`${vulnerability}/product_status/known_affected/0`],
  ],
  [
    "6.2.3",
    [
      [`${vulnerability}/scores`, undefined],
      ["/vulnerabilities/1", { title: "Another" }],
    ],
    [`${vulnerability}/product_status/known_affected/0`],
  ],
  ["6.2.20", [["/document/mood", "good"]], ["/document"]],
  // The first branch has a version; that does not give one to the second.
  ["6.3.9", [[`${lamp}/branches/1/category`, "product_version_range"]], [`${lamp}/branches/1/product`]],
];

for (const [id, changes, places] of failing)
  test(`${id} of 2.0 finds ${changes.map(([place, value]) => `${JSON.stringify(value)} at ${place}`).join(" and ")}`, async () => {
    assert.deepEqual(await placesFound(rules20, id, changed(advisory20, ...changes)), places);
  });

test("every test of the specification is there, under its own name and in its order", () => {
  assert.deepEqual(
    rules20.map(({ id, title }) => [id, title]),
    [...titles],
  );
});

test("a document that the library cannot read is told as not judged", async () => {
  const rule = rules20.find(({ id }) => id === "6.1.4");
  const document = { product_tree: { product_groups: 7 }, vulnerabilities: [null] };
  assert.deepEqual(await placesFound(rules20, "6.1.4", document), []);
  assert.equal(rule?.unjudged?.(document, {}).length, 1);
  assert.equal(rule?.unjudged?.(advisory20, {}).length, 0);
});
