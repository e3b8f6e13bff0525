import assert from "node:assert/strict";
import { test } from "node:test";
import { clean21 } from "../testing/clean.ts";
import { placesFound } from "../testing/findings.ts";
import { type Failing, judges, type Passing } from "../testing/judging.ts";
import { type Change, changed, superseded21, withdrawn21 } from "../testing/sample.ts";
import { informativeRules } from "./informative.ts";
import { recommendedRules } from "./recommended.ts";

const tracking = "/document/tracking";
const history = `${tracking}/revision_history`;
const lang = "/document/lang";
const self = "/document/references/0";
const group = "/document/distribution/sharing_group";
const license = "/document/license_expression";
const note = (title: string, more: object = {}) => [{ category: "description", text: "A text.", title, ...more }];

const failing: readonly Failing[] = [
  ["6.2.4", [[`${history}/0/number`, "1.0.0+5"]], [`${history}/0/number`]],
  ["6.2.5", [[`${tracking}/initial_release_date`, "2025-02-01T08:59:59.999Z"]], [`${tracking}/initial_release_date`]],
  // 17:59 in Seoul is 08:59 in UTC: before the first revision, whatever the hands of the clock say.
  ["6.2.5", [[`${tracking}/initial_release_date`, "2025-02-01T17:59:00+09:00"]], [`${tracking}/initial_release_date`]],
  ["6.2.6", [[`${tracking}/current_release_date`, "2025-03-02T08:59:59.9Z"]], [`${tracking}/current_release_date`]],
  ["6.2.6", [[`${history}/0/date`, "2025-03-02T09:00:00.01Z"]], [`${tracking}/current_release_date`]],
  ["6.2.11", [[`${self}/category`, "external"]], ["/document/references"]],
  ...[
    ...["http://beacon.example/bs-2025-7.json", "https://beacon.example/BS-2025-7.json", "https:///bs-2025-7.json"],
    ...["https://me@/bs-2025-7.json", "https://:443/bs-2025-7.json", "https://beacon.example/bs-2025-7.json?v=2"],
    ...["https://beacon.example/xbs-2025-7.json"],
  ].map((url): Failing => ["6.2.11", [[`${self}/url`, url]], ["/document/references"]]),
  ["6.2.12", [[lang, undefined]], ["/document"]],
  ["6.2.12", [[lang, ""]], [lang]],
  ["6.2.13", [["/a", { b: 1, c: [{ e: 1, d: 1 }] }]], ["/a", "/a/c/0/d"]],
  ...["qaa", "qtz-KR", "en-QM", "en-XA", "en-Latn-ZZ", "de-Qaaa", "en-x-lamp", "x-lamp"].map(
    (tag): Failing => ["6.2.14", [["/document/source_lang", tag]], ["/document/source_lang"]],
  ),
  ["6.2.15", [[lang, "i-default"]], [lang]],
  ["6.2.15", [[lang, "I-Default"]], [lang]],
  ["6.2.20", [["/document/publisher/homepage", "https://beacon.example"]], ["/document/publisher/homepage"]],
  [
    "6.2.20",
    [["/vulnerabilities/0/metrics/0/content/cvss_v4/colour", "red"]],
    ["/vulnerabilities/0/metrics/0/content/cvss_v4/colour"],
  ],
  ["6.2.21", [[`${history}/0/date`, "2025-03-02T18:00:00.00+09:00"]], [`${history}/1/date`]],
  ["6.2.22", [["/document/title", "BS-2025-7: a lamp that goes out"]], ["/document/title"]],
  ["6.2.28", [[group, { id: "FFFFFFFF-ffff-ffff-ffff-ffffffffffff" }]], [`${group}/id`]],
  ["6.2.29", [[group, { id: "00000000-0000-0000-0000-000000000000" }]], [`${group}/id`]],
  ["6.2.30", [[group, { id: "ffffffff-ffff-ffff-ffff-ffffffffffff" }]], [group]],
  ["6.2.38", [["/document/category", "csaf_deprecated_security_advisory"]], ["/document/category"]],
  ["6.2.40", [["/document/notes", note("Product Description of Lamp")]], ["/document/notes/0"]],
  [
    "6.2.40",
    [
      [lang, "de-AT"],
      ["/document/notes", note("Produktbeschreibung")],
    ],
    ["/document/notes/0"],
  ],
  ["6.2.43", [[license, undefined]], ["/document"]],
  ["6.2.43", [[license, " "]], [license]],
  ["6.2.44", [[license, "mit OR gpl-2.0+"]], [license]],
  ["6.2.44", [[license, "GPL-2.0-only WITH Nokia-Qt-exception-1.1"]], [license]],
  ["6.2.44", [[license, "LicenseRef-scancode-x11r5-authors"]], [license]],
  ["6.2.45", [[license, "(MIT AND Lamp-1.0)"]], [license]],
  ["6.2.45", [[license, "GPL-2.0-only WITH MIT"]], [license]],
  ["6.2.45", [[license, "LicenseRef-scancode-Not A-Key"]], [license, license]],
  [
    "6.2.46",
    [
      [lang, "de"],
      [license, "LicenseRef-lamp"],
      ["/document/notes", note("License")],
    ],
    ["/document/notes"],
  ],
  [
    "6.2.46",
    [
      [lang, "de"],
      [license, "LicenseRef-lamp"],
      ["/document/notes", note("Lizenz")],
    ],
    ["/document/notes/0"],
  ],
];

const passing: readonly Passing[] = [
  ["6.2.4", [[`${history}/0/number`, "1.0.0-rc.1"]]],
  ["6.2.5", [[`${tracking}/initial_release_date`, "2025-02-01T18:00:00+09:00"]]],
  ["6.2.5", [[`${tracking}/initial_release_date`, "2025-02-30T18:00:00Z"]]],
  ["6.2.6", [[`${tracking}/current_release_date`, "2025-03-02T09:00:00.000Z"]]],
  [
    "6.2.11",
    [
      [`${tracking}/id`, "BS (2025) 7+8"],
      [`${self}/url`, "https://me@beacon.example:8443/a/bs_2025_7+8.json"],
    ],
  ],
  ["6.2.11", [["/document/references/2", { category: "self", url: "https://other.example/bs-2025-7.json" }]]],
  ["6.2.13", [["/x", { B: 1, a: 1 }]]],
  ["6.2.13", [["/x", { a: 1, B: 1 }]]],
  ...["sl-rozaj-biske", "en-a-qaa", "i-klingon", "zh-Hant-TW", "qu", "en-DE-1996"].map(
    (tag): Passing => ["6.2.14", [["/document/source_lang", tag]]],
  ),
  ["6.2.21", [[`${history}/0/date`, "2025-03-02T09:00:00+09:00"]]],
  ["6.2.22", [[`${tracking}/id`, ""]]],
  [
    "6.2.30",
    [
      ["/document/distribution/tlp/label", "GREEN"],
      [group, { id: "ffffffff-ffff-ffff-ffff-ffffffffffff" }],
    ],
  ],
  ["6.2.40", [["/document/notes", note("Product Description", { group_ids: ["G-1"] })]]],
  ["6.2.40", [["/document/notes", note("Description of a product")]]],
  ["6.2.44", [[license, "GPL-2.0-or-later WITH Bison-exception-2.2 AND Apache-2.0+"]]],
  ["6.2.45", [[license, "mit AND (LicenseRef-lamp OR DocumentRef-a:LicenseRef-b OR LicenseRef-scancode-lamp)"]]],
  ["6.2.46", [[license, "LicenseRef-lamp"]]],
  [
    "6.2.46",
    [
      [lang, "de"],
      [license, "MIT"],
    ],
  ],
];

judges(recommendedRules, failing, passing);

test("the advisory that the changes are made to has nothing against it", async () => {
  const ports = {
    now: () => new Date("2026-01-01T00:00:00Z"),
    resolveUrl: async () => 200,
    spellcheck: async () => [],
    grammarcheck: async () => [],
  };
  const rules = [...recommendedRules, ...informativeRules];
  for (const { id } of rules) assert.deepEqual(await placesFound(rules, id, clean21, ports), [], id);
});

test("ScanCode LicenseDB is asked where it is at hand", async () => {
  const document = changed(clean21, [license, "LicenseRef-scancode-old OR LicenseRef-scancode-gone OR MIT"]);
  const asked: string[] = [];
  const scancodeLicense = async (key: string) => {
    asked.push(key);
    return key === "old" ? "deprecated" : "absent";
  };
  assert.deepEqual(await placesFound(recommendedRules, "6.2.44", document, { scancodeLicense }), [license]);
  assert.deepEqual(asked, ["old", "gone"]);
  assert.deepEqual(await placesFound(recommendedRules, "6.2.45", document, { scancodeLicense }), [license]);
  assert.deepEqual(await placesFound(recommendedRules, "6.2.45", document), []);
});

/** Of documents that withdraw or supersede another: what they say in German, and what is wrong with it. */
const endings: readonly (readonly [id: string, document: unknown, changes: Change[], places: string[]])[] = [
  ["6.2.39.2", withdrawn21, [], ["/document/notes"]],
  ["6.2.39.2", withdrawn21, [["/document/notes/0/title", "Begründung für die Zurückziehung"]], []],
  [
    "6.2.39.2",
    withdrawn21,
    [["/document/notes/0", { category: "summary", title: "Begründung für die Zurückziehung" }]],
    ["/document/notes/0"],
  ],
  ["6.2.39.3", superseded21, [], ["/document/notes"]],
  [
    "6.2.39.3",
    superseded21,
    [["/document/notes", [...note("Begründung für die Ersetzung"), ...note("Begründung für die Ersetzung")]]],
    ["/document/notes/1"],
  ],
  ["6.2.39.4", superseded21, [], ["/document/references"]],
  ["6.2.39.4", superseded21, [["/document/references/1/summary", "Ersetzendes Dokument: BS-2025-8"]], []],
  ["6.2.39.4", superseded21, [["/document/references/0/summary", "Ersetzendes Dokument"]], ["/document/references/0"]],
];

for (const [id, document, changes, places] of endings) {
  test(`${id} wants the fixed terms in German (${JSON.stringify(changes)})`, async () => {
    assert.deepEqual(await placesFound(recommendedRules, id, changed(document, ...changes)), [], "English");
    const german = changed(document, [lang, "de-CH"], ...changes);
    assert.deepEqual(await placesFound(recommendedRules, id, german), places);
  });
}

for (const [id, document] of [
  ["6.2.39.2", withdrawn21],
  ["6.2.39.3", superseded21],
  ["6.2.39.4", superseded21],
] as const)
  test(`${id} is skipped, and says why, where no translation is recorded`, async () => {
    const rule = recommendedRules.find((one) => one.id === id);
    const french = changed(document, [lang, "fr"]);
    assert.deepEqual(await placesFound(recommendedRules, id, french), []);
    assert.match(rule?.skipped?.(french) ?? "", /no translation of "[RS]/);
    for (const other of [document, changed(document, [lang, "de"]), changed(clean21, [lang, "fr"])])
      assert.equal(rule?.skipped?.(other), null);
  });

const documentation = (number: number): string =>
  "https://raw.githubusercontent.com/oasis-tcs/csaf/refs/heads/master/csaf_2.1/extension/data/valid/" +
  `documentation-${number}/documentation-${number}-content_1.0.0.json`;
const extension = { $schema: "https://beacon.example/x.json", category: "optional", content: {}, critical: false };

test("extensions are reported by what is known of them", async () => {
  const supported = { ...extension, $schema: documentation(11) };
  const document = changed(
    clean21,
    ["/x_extensions", [extension, supported]],
    ["/document/x_extensions", [{ ...extension, critical: true }]],
  );
  const found = (id: string, one: unknown = document) => placesFound(recommendedRules, id, one);
  const places = ["/document/x_extensions/0", "/x_extensions/0", "/x_extensions/1"];
  assert.deepEqual(await found("6.2.20"), places.slice(0, 2));
  for (const id of ["6.2.54.1", "6.2.54.2", "6.2.54.4"]) assert.deepEqual(await found(id), places, id);
  assert.deepEqual(await found("6.2.54.3"), ["/document/x_extensions/0/critical"]);
  assert.deepEqual(await found("6.2.54.4", changed(document, ["/document/distribution/tlp/label", "RED"])), []);
  assert.deepEqual(await found("6.2.39.5"), []);
  const withdrawn = changed(withdrawn21, ["/x_extensions", [extension]]);
  assert.deepEqual(await found("6.2.39.5", withdrawn), ["/x_extensions"]);
});

test("an extension that the caller knows is supported", async () => {
  const known = {
    schema: true,
    incompatible: [],
    mostOccurrences: {
      ...{ document: 1, branches: 0, full_product_names: 0, product_paths: 0, metrics: 0, vulnerabilities: 0, root: 1 },
    },
  };
  const document = changed(clean21, ["/x_extensions", [extension]]);
  const ports = { extension: (schema: string) => (schema === extension.$schema ? known : null) };
  assert.deepEqual(await placesFound(recommendedRules, "6.2.20", document), ["/x_extensions/0"]);
  assert.deepEqual(await placesFound(recommendedRules, "6.2.20", document, ports), []);
});
