import assert from "node:assert/strict";
import { test } from "node:test";
import { placesFound } from "../testing/findings.ts";
import { advisory21, type Change, changed } from "../testing/sample.ts";
import { mandatoryRules } from "./mandatory.ts";
import { maxUuid, nilUuid } from "./shared/sharing-group.ts";

const tracking = "/document/tracking";
const history = `${tracking}/revision_history`;
const group = "/document/distribution/sharing_group";
const label = "/document/distribution/tlp/label";

const revision = (number: string, date: string) => ({ number, date, summary: "A change." });
const numbers = (...list: string[]) => list.map((number, index) => revision(number, `2025-02-0${index + 1}T09:00:00Z`));

/** Of each test: a change after which it must find something, and where. */
const failing: readonly (readonly [id: string, changes: Change[], places: string[]])[] = [
  ["6.1.12", [["/document/lang", "EZ"]], ["/document/lang"]],
  ["6.1.14", [[history, numbers("2", "1")]], [`${history}/1/number`]],
  // 11:00 in Seoul is 02:00 in UTC: before the second revision, whatever the hands of the clock say.
  [
    "6.1.14",
    [[history, [revision("2", "2025-02-01T11:00:00+09:00"), revision("1", "2025-02-01T09:00:00Z")]]],
    [`${history}/1/number`],
  ],
  ["6.1.15", [["/document/publisher/category", "translator"]], ["/document/source_lang"]],
  ["6.1.16", [[`${tracking}/version`, "1"]], [`${tracking}/version`]],
  ["6.1.17", [[`${tracking}/version`, "0"]], [`${tracking}/status`]],
  ["6.1.17", [[`${tracking}/version`, "2.0.0-rc.1"]], [`${tracking}/status`]],
  ["6.1.18", [[history, numbers("0", "1", "2")]], [`${history}/0/number`]],
  ["6.1.19", [[history, numbers("1.0.0-rc", "1.0.0")]], [`${history}/0/number`]],
  ["6.1.20", [[`${tracking}/version`, "2.0.0-rc.1"]], [`${tracking}/version`]],
  ["6.1.21", [[history, numbers("1", "3")]], [`${history}/1/number`]],
  ["6.1.21", [[history, numbers("2", "3")]], [`${history}/0/number`]],
  ["6.1.22", [[history, numbers("1", "2", "2")]], [`${history}/2/number`]],
  ["6.1.26", [["/document/category", "Security\u2014Advisory"]], ["/document/category"]],
  ["6.1.26", [["/document/category", "CSAF_news"]], ["/document/category"]],
  ["6.1.26", [["/document/category", "csafvex"]], ["/document/category"]],
  ["6.1.28", [["/document/source_lang", "EN"]], ["/document/source_lang"]],
  ["6.1.30", [[history, numbers("1.0.0", "2")]], [`${history}/0/number`]],
  ["6.1.37", [[`${tracking}/current_release_date`, "2025-03-02 09:00:00Z"]], [`${tracking}/current_release_date`]],
  [
    "6.1.38",
    [
      [group, { id: maxUuid, name: "Public" }],
      [label, "GREEN"],
    ],
    [label],
  ],
  ["6.1.39", [[group, { id: nilUuid, name: "No sharing allowed" }]], [`${group}/id`]],
  ["6.1.40", [[group, { id: "5868d6be-b28a-404e-a245-0b5093b31b8b", name: "Public" }]], [`${group}/name`]],
  ["6.1.41", [[group, { id: maxUuid }]], [`${group}/name`]],
  ["6.1.54", [["/document/license_expression", "All rights reserved."]], ["/document/license_expression"]],
  ["6.1.55", [["/document/license_expression", "LicenseRef-beacon.example-1"]], ["/document/notes"]],
  [
    "6.1.60.1",
    [["/x_extensions", [{ $schema: "https://beacon.example/x.json", category: "significant", critical: false }]]],
    ["/x_extensions/0", "/x_extensions/0/$schema"],
  ],
];

for (const [id, changes, places] of failing)
  test(`${id} finds ${changes.map(([place, value]) => `${JSON.stringify(value)} at ${place}`).join(" and ")}`, async () => {
    assert.deepEqual(await placesFound(mandatoryRules, id, advisory21), []);
    assert.deepEqual(await placesFound(mandatoryRules, id, changed(advisory21, ...changes)), places);
  });

const passing: readonly (readonly [id: string, changes: Change[]])[] = [
  ["6.1.14", [[history, [revision("2", "2025-02-01T09:00:00.0001Z"), revision("1", "2025-02-01T09:00:00.000Z")]]]],
  ["6.1.16", [[`${tracking}/version`, "2+build.7"]]],
  ["6.1.26", [["/document/category", "Beacon Works Security Advisory"]]],
  ["6.1.39", [[group, { id: maxUuid, name: "Public" }]]],
  ["6.1.55", [["/document/license_expression", "MIT OR LicenseRef-scancode-public-domain"]]],
  [
    "6.1.55",
    [
      ["/document/license_expression", "LicenseRef-beacon.example-1"],
      ["/document/lang", "ko"],
    ],
  ],
];

for (const [id, changes] of passing)
  test(`${id} takes ${changes.map(([place, value]) => `${JSON.stringify(value)} at ${place}`).join(" and ")}`, async () => {
    assert.deepEqual(await placesFound(mandatoryRules, id, changed(advisory21, ...changes)), []);
  });
