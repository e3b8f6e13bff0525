import assert from "node:assert/strict";
import { test } from "node:test";
import { clean21 } from "../testing/clean.ts";
import { placesFound } from "../testing/findings.ts";
import { type Failing, judges, type Passing } from "../testing/judging.ts";
import { changed } from "../testing/sample.ts";
import { informativeRules } from "./informative.ts";

const tree = "/product_tree";
const label = "/document/distribution/tlp/label";
const license = "/document/license_expression";
const references = "/document/references";
const vulnerability = "/vulnerabilities/0";
const metrics = `${vulnerability}/metrics`;
const content = `${metrics}/0/content`;
const lamp = `${tree}/branches/0/branches/0`;
const newLamp = `${lamp}/branches/1`;
const hashes = `${newLamp}/product/product_identification_helper/hashes`;
const paths = `${tree}/product_paths`;

const cvss2 = { baseScore: 5, vectorString: "AV:N/AC:L/Au:N/C:P/I:N/A:N", version: "2.0" };
const cvss3 = { baseScore: 9.8, vectorString: "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", version: "3.0" };
const metric = (scores: object, ...products: string[]) => ({ content: scores, products });
const file = (value: string) => ({ file_hashes: [{ algorithm: "sha256", value }], filename: "lamp" });
const productPath = (from: string, to: string) => ({
  beginning_product_reference: from,
  full_product_name: { name: "Made", product_id: `${from} ${to}` },
  subpaths: [{ category: "installed_on", next_product_reference: to }],
});

const ssvc = (timestamp: string, key: string, version: string, namespace = "ssvc") => ({
  ssvc_v2: { selections: [{ key, namespace, version }], timestamp },
});
const versionAt = `${content}/ssvc_v2/selections/0/version`;
const namespaceAt = `${content}/ssvc_v2/selections/0/namespace`;

const failing: readonly Failing[] = [
  ["6.3.1", [[metrics, [metric({ cvss_v2: cvss2 }, "P-1")]]], [`${metrics}/0`]],
  [
    "6.3.1",
    [[metrics, [metric({ cvss_v2: cvss2 }, "P-1", "P-2"), metric({ cvss_v3: cvss3 }, "P-1")]]],
    [`${metrics}/0`],
  ],
  ["6.3.2", [[`${content}/cvss_v3`, cvss3]], [`${content}/cvss_v3/version`]],
  ["6.3.2", [[`${content}/cvss_v3`, { vectorString: "CVSS:3.0/AV:N" }]], [`${content}/cvss_v3/vectorString`]],
  ["6.3.3", [[`${vulnerability}/cve`, undefined]], [vulnerability]],
  ["6.3.4", [[`${vulnerability}/cwes`, undefined]], [vulnerability]],
  ["6.3.5", [[hashes, [file("0".repeat(63)), file("0".repeat(64))]]], [`${hashes}/0/file_hashes/0/value`]],
  ["6.3.9", [[`${lamp}/category`, "product_family"]], [0, 1].map((index) => `${lamp}/branches/${index}/product`)],
  ["6.3.10", [[`${newLamp}/category`, "product_version_range"]], [`${newLamp}/category`]],
  ["6.3.11", [[`${newLamp}/name`, "v1.1"]], [`${newLamp}/name`]],
  ["6.3.11", [[`${newLamp}/name`, "V1.1"]], [`${newLamp}/name`]],
  ["6.3.12", [[`${content}/cvss_v4`, undefined]], [content]],
  ["6.3.12", [[`${metrics}/0/products`, ["P-2"]]], [`${vulnerability}/product_status/known_affected/0`]],
  [
    "6.3.14",
    [
      [content, ssvc("2025-01-01T00:00:00Z", "E", "1.0.0", "x_lamps")],
      [label, "AMBER"],
    ],
    [namespaceAt],
  ],
  [
    "6.3.15",
    [
      [content, ssvc("2025-01-01T00:00:00Z", "E", "1.0.0", "ssvc/de")],
      [label, "AMBER"],
    ],
    [namespaceAt],
  ],
  ["6.3.17", [[license, "MIT OR LicenseRef-lamp AND Lamp-1.0"]], [license, license]],
  [
    "6.3.18",
    [
      [content, { qualitative_severity_rating: "low" }],
      [`${metrics}/0/source`, "https://other.example"],
    ],
    [`${content}/qualitative_severity_rating`],
  ],
  [
    "6.3.20",
    [[`${vulnerability}/ids`, [{ system_name: "Beacon lamps", text: "1" }]]],
    [`${vulnerability}/ids/0/system_name`],
  ],
  [
    "6.3.22",
    [[paths, [productPath("P-1", "P-3"), productPath("P-1 P-3", "P-2")]]],
    [`${paths}/1/beginning_product_reference`],
  ],
  [
    "6.3.22",
    [[paths, [productPath("P-1", "P-2 P-3"), productPath("P-2", "P-3")]]],
    [`${paths}/0/subpaths/0/next_product_reference`],
  ],
];

const passing: readonly Passing[] = [
  ["6.3.1", [[metrics, [metric({ cvss_v2: cvss2 }, "P-1"), metric({ cvss_v3: cvss3 }, "P-1")]]]],
  ["6.3.2", [[`${content}/cvss_v3`, { ...cvss3, vectorString: "CVSS:3.1/AV:N", version: "3.1" }]]],
  [
    "6.3.9",
    [
      [
        `${lamp}/branches/0`,
        { branches: [{ category: "product_version", name: "1.0", product: {} }], category: "platform" },
      ],
    ],
  ],
  ["6.3.10", [[`${newLamp}/category`, "service_pack"]]],
  ["6.3.11", [[`${newLamp}/name`, "vNext"]]],
  ["6.3.13", [[content, ssvc("2025-01-01T00:00:00Z", "E", "77.0.0")]]],
  ["6.3.13", [[content, ssvc("2025-01-01T00:00:00Z", "unheard of", "1.0.0")]]],
  ["6.3.14", [[content, ssvc("2025-01-01T00:00:00Z", "E", "1.0.0", "x_lamps")]]],
  ["6.3.17", [[license, "MIT OR LicenseRef-scancode-public-domain"]]],
  ["6.3.20", [[`${vulnerability}/ids`, [{ system_name: "https://euvd.enisa.europa.eu", text: "1" }]]]],
];

judges(informativeRules, failing, passing);

test("6.3.13 knows which version of a decision point was the latest on a day", async () => {
  const found = (day: string, key: string, version: string) =>
    placesFound(
      informativeRules,
      "6.3.13",
      changed(clean21, [content, ssvc(`${day}T00:00:00Z`, key, version, "cvss")]),
    );
  assert.deepEqual(await found("2025-01-01", "AV", "3.0.0"), [versionAt]);
  assert.deepEqual(await found("2025-01-01", "AV", "3.0.1"), []);
  assert.deepEqual(await found("2023-11-10", "AV", "3.0.0"), []);
  assert.deepEqual(await found("2020-01-01", "AV", "1.0.0"), []);
});

test("URLs are asked for once each, and reported wherever they stand", async () => {
  const asked: string[] = [];
  const answers = new Map<string, number | null>([
    ["https://gone.example", 404],
    ["https://elsewhere.example", 301],
    ["https://silent.example", null],
    ["https://early.example", 103],
  ]);
  const resolveUrl = async (url: string) => {
    asked.push(url);
    if (url === "https://broken.example") throw new Error("the port broke its promise");
    const answer = answers.get(url);
    return answer === undefined ? 200 : answer;
  };
  const external = [...answers.keys(), "https://broken.example", "urn:uuid:1", "https://gone.example"];
  const document = changed(
    clean21,
    ["/document/publisher", { namespace: "https://beacon.example" }],
    [
      references,
      [
        ...external.map((url) => ({ summary: "More", url })),
        ...["https://gone.example", "https://early.example"].map((url) => ({ category: "self", url })),
      ],
    ],
  );
  const at = (...places: number[]) => places.map((place) => `${references}/${place}/url`);
  assert.deepEqual((await placesFound(informativeRules, "6.3.6", document, { resolveUrl })).sort(), at(0, 2, 3, 4, 6));
  assert.equal(asked.filter((url) => url === "https://gone.example").length, 1);
  assert.ok(!asked.includes("urn:uuid:1"));
  assert.deepEqual(await placesFound(informativeRules, "6.3.7", document, { resolveUrl }), at(7));
});

test("texts are proofread in the document's language", async () => {
  const read: [text: string, language: string][] = [];
  const check = async (text: string, language: string) => {
    read.push([text, language]);
    return language === "en" ? (text.match(/lampp/g) ?? []) : null;
  };
  const document = changed(
    clean21,
    ["/document/title", "A lampp"],
    ["/document/publisher/name", "Lampp lampp"],
    [`${newLamp}/name`, "lampp"],
  );
  const ports = { grammarcheck: check, spellcheck: check };
  const spelt = await placesFound(informativeRules, "6.3.8", document, ports);
  assert.deepEqual(spelt.sort(), ["/document/publisher/name", "/document/title", `${newLamp}/name`]);
  assert.ok(!read.some(([text]) => text.startsWith("csaf_")));
  assert.deepEqual(await placesFound(informativeRules, "6.3.16", document, ports), ["/document/title"]);
  for (const id of ["6.3.8", "6.3.16"]) {
    assert.deepEqual(await placesFound(informativeRules, id, changed(document, ["/document/lang", "tlh"]), ports), [
      "/document/lang",
    ]);
    assert.deepEqual(
      await placesFound(informativeRules, id, changed(document, ["/document/lang", undefined]), ports),
      [],
    );
  }
});

test("extensions are told by where they stand", async () => {
  const extensions = [
    { $schema: "https://beacon.example/x.json", category: "essential", content: {}, critical: false },
  ];
  const places = {
    "6.3.21.3": "/document/x_extensions",
    "6.3.21.4": `${newLamp}/product/x_extensions`,
    "6.3.21.5": `${tree}/full_product_names/0/x_extensions`,
    "6.3.21.6": `${paths}/0/full_product_name/x_extensions`,
    "6.3.21.7": `${content}/x_extensions`,
    "6.3.21.8": `${vulnerability}/x_extensions`,
    "6.3.21.9": "/x_extensions",
  };
  const document = changed(
    clean21,
    [label, "RED"],
    [`${tree}/full_product_names`, [{}]],
    ...Object.values(places).map((place) => [place, extensions] as const),
  );
  const found = async (id: string, one: unknown = document) => (await placesFound(informativeRules, id, one)).sort();
  const items = Object.values(places)
    .map((place) => `${place}/0`)
    .sort();
  for (const [id, place] of Object.entries(places)) assert.deepEqual(await found(id), [place], id);
  assert.deepEqual(await found("6.3.21.2"), items);
  assert.deepEqual(await found("6.3.21.2", changed(document, [label, "CLEAR"])), []);
  assert.deepEqual(
    await found("6.3.21.1"),
    items.map((place) => `${place}/category`),
  );
});
