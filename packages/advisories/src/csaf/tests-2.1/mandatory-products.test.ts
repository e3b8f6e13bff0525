import assert from "node:assert/strict";
import { test } from "node:test";
import { placesFound } from "../testing/findings.ts";
import { advisory21, type Change, changed } from "../testing/sample.ts";
import { mandatoryRules } from "./mandatory.ts";

const tree = "/product_tree";
const lamp = `${tree}/branches/0/branches/0`;
const product = `${lamp}/branches/1/product`;
const helper = `${product}/product_identification_helper`;
const vulnerability = "/vulnerabilities/0";

const path = (product_id: string, from: string, to: string) => ({
  beginning_product_reference: from,
  full_product_name: { name: product_id, product_id },
  subpaths: [{ category: "installed_on", next_product_reference: to }],
});

/** Of each test: a change after which it must find something, and where. */
const failing: readonly (readonly [id: string, changes: Change[], places: string[]])[] = [
  ["6.1.1", [[`${vulnerability}/product_status/fixed`, ["P-9"]]], [`${vulnerability}/product_status/fixed/0`]],
  [
    "6.1.1",
    [[`${tree}/product_paths/0/subpaths/0/next_product_reference`, "P-9"]],
    [`${tree}/product_paths/0/subpaths/0/next_product_reference`],
  ],
  [
    "6.1.2",
    [[`${tree}/full_product_names`, [{ name: "Again", product_id: "P-1" }]]],
    [`${tree}/full_product_names/0/product_id`],
  ],
  [
    "6.1.3",
    [[`${tree}/product_paths`, [path("A", "P-1", "B"), path("B", "P-1", "C"), path("C", "A", "P-1")]]],
    [0, 1, 2].map((index) => `${tree}/product_paths/${index}/full_product_name/product_id`),
  ],
  ["6.1.4", [[`${vulnerability}/threats/0/group_ids`, ["G-9"]]], [`${vulnerability}/threats/0/group_ids/0`]],
  [
    "6.1.5",
    [[`${tree}/product_groups/1`, { group_id: "G-1", product_ids: ["P-1", "P-3"] }]],
    [`${tree}/product_groups/1/group_id`],
  ],
  [
    "6.1.6",
    [[`${vulnerability}/product_status/under_investigation`, ["P-1"]]],
    [`${vulnerability}/product_status/under_investigation/0`],
  ],
  ["6.1.13", [[`${helper}/purls`, ["pkg:npm/@1.1.0"]]], [`${helper}/purls/0`]],
  ["6.1.13", [[`${helper}/purls`, ["pkg://npm/lamp@1.1.0"]]], [`${helper}/purls/0`]],
  [
    "6.1.25",
    [
      [
        `${helper}/hashes`,
        [
          {
            file_hashes: ["0", "1"].map((digit) => ({ algorithm: "sha256", value: digit.repeat(64) })),
            filename: "lamp",
          },
        ],
      ],
    ],
    [`${helper}/hashes/0/file_hashes/1/algorithm`],
  ],
  ["6.1.31", [[`${lamp}/branches/0/name`, "1.0 and later"]], [`${lamp}/branches/0/name`]],
  ["6.1.31", [[`${lamp}/branches/0/name`, "<1.1"]], [`${lamp}/branches/0/name`]],
  ["6.1.42", [[`${helper}/purls/1`, "pkg:npm/lamp@1.0.0?arch=x"]], [`${helper}/purls/1`]],
  ["6.1.43", [[`${helper}/model_numbers`, ["A*B*"]]], [`${helper}/model_numbers/0`]],
  ["6.1.44", [[`${helper}/serial_numbers`, ["A*B\\**"]]], [`${helper}/serial_numbers/0`]],
  ["6.1.61", [[`${helper}/skus`, ["**"]]], [`${helper}/skus/0`]],
  [
    "6.1.50",
    [
      [`${lamp}/branches/0/category`, "product_version_range"],
      [`${lamp}/branches/0/name`, "before 1.1"],
    ],
    [`${lamp}/branches/0/name`],
  ],
  ["6.1.57", [[`${lamp}/category`, "vendor"]], [`${lamp}/branches/0/product`, `${lamp}/branches/1/product`]],
  [
    "6.1.58",
    [[`${lamp}/category`, "product_version_range"]],
    [`${lamp}/branches/0/product`, `${lamp}/branches/1/product`],
  ],
  [
    "6.1.59",
    [
      [`${lamp}/branches/0/category`, "product_version_range"],
      [`${lamp}/branches/0/name`, "vers:npm/1.0.0"],
    ],
    [`${lamp}/branches/0/name`],
  ],
];

for (const [id, changes, places] of failing)
  test(`${id} finds ${changes.map(([place, value]) => `${JSON.stringify(value)} at ${place}`).join(" and ")}`, async () => {
    assert.deepEqual(await placesFound(mandatoryRules, id, advisory21), []);
    assert.deepEqual(await placesFound(mandatoryRules, id, changed(advisory21, ...changes)), places);
  });

test("6.1.34 takes thirty branches in a row and not one more", async () => {
  const nested = (depth: number): object =>
    depth === 1
      ? { category: "product_name", name: "deep", product: { name: "deep", product_id: "P-1" } }
      : { category: "product_family", name: "f", branches: [nested(depth - 1)] };
  const of = (depth: number) => changed(advisory21, [`${tree}/branches`, [nested(depth)]]);
  assert.deepEqual(await placesFound(mandatoryRules, "6.1.34", of(30)), []);
  assert.deepEqual(await placesFound(mandatoryRules, "6.1.34", of(31)), [`${tree}${"/branches/0".repeat(31)}/product`]);
});

test("6.1.3 takes products that lead into one another without a circle", async () => {
  const chain = Array.from({ length: 3000 }, (_, index) =>
    path(`C${index}`, index === 0 ? "P-1" : `C${index - 1}`, "P-3"),
  );
  assert.deepEqual(
    await placesFound(mandatoryRules, "6.1.3", changed(advisory21, [`${tree}/product_paths`, chain])),
    [],
  );
});
