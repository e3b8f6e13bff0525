import { type Failing, judges, type Passing } from "../testing/judging.ts";
import { recommendedRules } from "./recommended.ts";

const tree = "/product_tree";
const vendor = `${tree}/branches/0`;
const lamp = `${vendor}/branches/0`;
const newLamp = `${lamp}/branches/1`;
const hill = `${vendor}/branches/1`;
const helper = (branch: string): string => `${branch}/product/product_identification_helper`;
const lampHelper = helper(newLamp);
const hillHelper = helper(`${hill}/branches/0`);

const hash = (algorithm: string) => ({ algorithm, value: "0".repeat(64) });
const file = (...algorithms: string[]) => ({ file_hashes: algorithms.map(hash), filename: "lamp" });
const hashes = `${lampHelper}/hashes`;
const cpe = (...attributes: string[]) =>
  `cpe:2.3:a:${[...attributes, ...Array.from({ length: 10 - attributes.length }, () => "*")].join(":")}`;

const asRange = (name: string): Failing[1] => [
  [`${newLamp}/category`, "product_version_range"],
  [`${newLamp}/name`, name],
];
const failsAsRange = (id: string, ...names: string[]) =>
  names.map((name): Failing => [id, asRange(name), [`${newLamp}/name`]]);
const passesAsRange = (id: string, ...names: string[]) => names.map((name): Passing => [id, asRange(name)]);

const failing: readonly Failing[] = [
  [
    "6.2.1",
    [[`${tree}/full_product_names`, [{ name: "Spare lamp", product_id: "P-9" }]]],
    [`${tree}/full_product_names/0/product_id`],
  ],
  ["6.2.8", [[hashes, [file("md5"), file("md5", "sha256")]]], [`${hashes}/0/file_hashes`]],
  ["6.2.9", [[hashes, [file("sha1", "sha1"), file("sha1", "md5")]]], [`${hashes}/0/file_hashes`]],
  ["6.2.16", [[hillHelper, undefined]], [`${hill}/branches/0/product`]],
  ...failsAsRange("6.2.18", "1.0 and later", "<1.1", "vers:1NPM/<1.1", "vers:npm/", "VERS:npm/<1.1"),
  ["6.2.31", [[`${lampHelper}/serial_numbers`, ["143-D-354"]]], [`${newLamp}/product`]],
  ["6.2.31", [[`${lampHelper}/model_numbers`, ["L*"]]], [`${newLamp}/product`]],
  ["6.2.32", [[`${hillHelper}/purls`, ["pkg:npm/hill@7", "pkg:npm/lamp@1.1"]]], [`${hillHelper}/purls/1`]],
  // The same hashes in another order are the same set.
  [
    "6.2.32",
    [
      [hashes, [file("sha256", "sha512")]],
      [`${hillHelper}/hashes`, [file("sha512", "sha256")]],
    ],
    [`${hillHelper}/hashes/0`],
  ],
  ["6.2.42", [[`${lampHelper}/purls/0`, "pkg:npm/lamp@1.2"]], [`${lampHelper}/purls/0`]],
  ["6.2.42", [[`${lampHelper}/purls/0`, "pkg:npm/lamp"]], [`${lampHelper}/purls/0`]],
  ["6.2.42", [[`${lampHelper}/purls/0`, "pkg:deb/lamp@1.1"]], [`${lampHelper}/purls/0`]],
  ["6.2.42", [[`${hillHelper}/cpe`, cpe("beacon_works", "hill")]], [`${hillHelper}/cpe`]],
  ["6.2.42", [[`${hillHelper}/cpe`, cpe("beacon_works", "hill", "7?")]], [`${hillHelper}/cpe`]],
  ["6.2.42", [[`${hillHelper}/cpe`, cpe("beacon_works", "hill", "8")]], [`${hillHelper}/cpe`]],
  ["6.2.42", [[`${hillHelper}/cpe`, cpe("*", "hill", "7")]], [`${hillHelper}/cpe`]],
  ["6.2.42", [[`${hillHelper}/cpe`, cpe("beacon_works", "hill", "7", "sp2")]], [`${hillHelper}/cpe`]],
  ["6.2.42", [[`${hillHelper}/cpe`, "cpe:/a:beacon_works:hill:8"]], [`${hillHelper}/cpe`]],
  ...["open source", "Open Source", "OpenSource", "  opensource "].map(
    (name): Failing => ["6.2.48", [[`${vendor}/name`, name]], [`${vendor}/name`]],
  ),
  ...failsAsRange("6.2.49", "vers:npm/>1.0.0", "vers:npm/<1.0.0|>=2.0.0|!=2.1.0", "vers:all/*", ">= 1", ">3|!=4"),
  ...failsAsRange("6.2.51", "vers:lamp/<1.1", "vers:tomee/<8"),
  [
    "6.2.52",
    [[hashes, [file("sha257", "SHA256", "sha256")]]],
    [0, 1].map((n) => `${hashes}/0/file_hashes/${n}/algorithm`),
  ],
];

const passing: readonly Passing[] = [
  [
    "6.2.1",
    [
      ["/document/category", "csaf_informational_advisory"],
      [`${tree}/full_product_names`, [{ name: "Spare lamp", product_id: "P-9" }]],
    ],
  ],
  // An extension may refer to a product by members of its own.
  [
    "6.2.1",
    [
      [`${tree}/full_product_names`, [{ name: "Spare lamp", product_id: "P-9" }]],
      ["/x_extensions", [{ content: { about: [{ product: "P-9" }] } }]],
    ],
  ],
  [
    "6.2.1",
    [
      [`${tree}/full_product_names`, [{ name: "Spare lamp", product_id: "P-9" }]],
      ["/document/notes", [{ category: "general", product_ids: ["P-9"] }]],
    ],
  ],
  ["6.2.8", [[hashes, [file("sha1"), { file_hashes: [] }, null]]]],
  ...passesAsRange("6.2.18", "vers:npm/<1.1.0", "vers:x-y.z+1/anything"),
  ["6.2.31", [[`${hillHelper}/serial_numbers`, ["143-D-354"]]]],
  ["6.2.31", [[`${lampHelper}/serial_numbers`, []]]],
  ["6.2.32", [[`${lampHelper}/purls`, ["pkg:npm/lamp@1.1", "pkg:npm/lamp@1.1"]]]],
  [
    "6.2.32",
    [
      [hashes, [{ ...file("sha256"), filename: "one" }]],
      [`${hillHelper}/hashes`, [file("sha256")]],
    ],
  ],
  [
    "6.2.42",
    [
      [`${newLamp}/name`, "v1.1-2"],
      [`${lampHelper}/purls/0`, "pkg:npm/lamp@1.1_2"],
    ],
  ],
  ["6.2.42", [[`${hillHelper}/cpe`, "cpe:/a:beacon_works:hill:7"]]],
  ["6.2.42", [[`${hillHelper}/cpe`, cpe("beacon_works", "hill", "7", "-")]]],
  ["6.2.42", [[`${hillHelper}/cpe`, "no CPE"]]],
  ["6.2.48", [[`${vendor}/name`, "Open Source Lamps"]]],
  ["6.2.48", [[`${lamp}/name`, "Open Source"]]],
  ...passesAsRange("6.2.49", "vers:npm/>=1.0.0|<2.0.0", "vers:npm/>1.0.0|<=2.0.0|!=1.5.0", "<=3", "newer than 3"),
  ...passesAsRange("6.2.51", "vers:npm/<1.1.0", "vers:all/*", "vers:none/*", "vers:semver/<1.1.0", "<1.1"),
  ["6.2.52", [[hashes, [file("sha3-512", "blake2b512", "md5-sha1")]]]],
];

judges(recommendedRules, failing, passing);
