import assert from "node:assert/strict";
import { test } from "node:test";
import { placesFound } from "../testing/findings.ts";
import { advisory21, type Change, changed, superseded21, vex21, withdrawn21 } from "../testing/sample.ts";
import { mandatoryRules } from "./mandatory.ts";

const vulnerability = "/vulnerabilities/0";
const status = `${vulnerability}/product_status`;
const informational = changed(
  advisory21,
  ["/document/category", "csaf_informational_advisory"],
  ["/document/notes", [{ category: "summary", text: "Close the hatch." }]],
  ["/vulnerabilities", undefined],
);

/** Of each test: a document of the profile, a change after which it must find something, and where. */
const failing: readonly (readonly [id: string, document: unknown, change: Change, places: string[]])[] = [
  ["6.1.27.1", informational, ["/document/notes/0/category", "legal_disclaimer"], ["/document/notes"]],
  ["6.1.27.2", informational, ["/document/references", undefined], ["/document/references"]],
  ["6.1.27.3", informational, ["/vulnerabilities", []], ["/vulnerabilities"]],
  ["6.1.27.4", advisory21, ["/product_tree", undefined], ["/product_tree"]],
  ["6.1.27.5", vex21, [`${vulnerability}/notes`, undefined], [vulnerability]],
  ["6.1.27.6", advisory21, [status, undefined], [vulnerability]],
  ["6.1.27.7", vex21, [status, { recommended: ["P-2"] }], [vulnerability]],
  ["6.1.27.8", vex21, [`${vulnerability}/cve`, undefined], [vulnerability]],
  ["6.1.27.9", vex21, [`${vulnerability}/threats/0/category`, "target_set"], [`${status}/known_not_affected/0`]],
  ["6.1.27.10", vex21, [`${vulnerability}/remediations`, undefined], [`${status}/known_affected/0`]],
  ["6.1.27.11", advisory21, ["/vulnerabilities", undefined], ["/vulnerabilities"]],
  ["6.1.27.12", advisory21, [`${status}/known_affected`, undefined], [vulnerability]],
  ["6.1.27.13", advisory21, [`${status}/known_affected`, ["P-3"]], [`${status}/fixed/0`]],
  ["6.1.27.14", withdrawn21, ["/document/notes/0/category", "summary"], ["/document/notes"]],
  ["6.1.27.15", superseded21, ["/product_tree", {}], ["/product_tree"]],
  [
    "6.1.27.16",
    withdrawn21,
    ["/document/tracking/revision_history/1", undefined],
    ["/document/tracking/revision_history"],
  ],
  ["6.1.27.17", withdrawn21, ["/document/notes/0/category", "summary"], ["/document/notes/0"]],
  ["6.1.27.18", superseded21, ["/document/notes/0/title", "Why"], ["/document/notes"]],
  ["6.1.27.19", superseded21, ["/document/references/1/category", "self"], ["/document/references/1"]],
];

for (const [id, document, change, places] of failing)
  test(`${id} finds ${JSON.stringify(change[1]) ?? "nothing"} at ${change[0]}`, async () => {
    assert.deepEqual(await placesFound(mandatoryRules, id, document), []);
    const broken = changed(document, change) as { document: { tracking: { revision_history: unknown[] } } };
    const { tracking } = broken.document;
    tracking.revision_history = tracking.revision_history.filter((revision) => revision !== undefined);
    assert.deepEqual(await placesFound(mandatoryRules, id, broken), places);
  });

test("tests of a profile leave documents of other profiles alone", async () => {
  const base = changed({ document: {} }, ["/document/category", "csaf_base"]);
  for (const { id } of mandatoryRules)
    if (id.startsWith("6.1.27.")) assert.deepEqual(await placesFound(mandatoryRules, id, base), [], id);
});

test("6.1.27.8 wants an id for every product, where every id is for some products only", async () => {
  const ids = [{ system_name: "Beacon issues", text: "7", group_ids: ["G-1"] }];
  const document = changed(vex21, [`${vulnerability}/cve`, undefined], [`${vulnerability}/ids`, ids]);
  assert.deepEqual(await placesFound(mandatoryRules, "6.1.27.8", document), [`${status}/known_not_affected/0`]);
  const general = changed(document, [`${vulnerability}/ids/1`, { system_name: "Beacon issues", text: "8" }]);
  assert.deepEqual(await placesFound(mandatoryRules, "6.1.27.8", general), []);
});

test("6.1.27.13 takes an older version on the same platform, and the product before it was installed with a fix", async () => {
  const path = (id: string, from: string, category: string, to: string) => ({
    beginning_product_reference: from,
    full_product_name: { name: id, product_id: id },
    subpaths: [{ category, next_product_reference: to }],
  });
  const paths = [
    path("old on hill", "P-1", "installed_on", "P-3"),
    path("new on hill", "P-2", "installed_on", "P-3"),
    path("old with fix", "P-1", "installed_with", "P-3"),
  ];
  const judge = (fixed: string, affected: string) =>
    placesFound(
      mandatoryRules,
      "6.1.27.13",
      changed(
        advisory21,
        ["/product_tree/product_paths", paths],
        [status, { fixed: [fixed], known_affected: [affected] }],
      ),
    );
  assert.deepEqual(await judge("new on hill", "old on hill"), []);
  assert.deepEqual(await judge("old with fix", "P-1"), []);
  assert.deepEqual(await judge("new on hill", "P-1"), [`${status}/fixed/0`]);
  assert.deepEqual(await judge("P-3", "P-1"), [`${status}/fixed/0`]);
});
