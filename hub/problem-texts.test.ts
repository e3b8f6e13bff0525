import assert from "node:assert/strict";
import { test } from "node:test";
import * as contracts from "@bongsu/contracts";
import { codesOf } from "./http/openapi/index.ts";
import { problemTexts } from "./problem-texts.ts";

test("every code that an operation may give has its meaning", () => {
  const codes = new Set(contracts.contractsIn(contracts).flatMap((one) => codesOf(one).map(({ code }) => code)));
  assert.deepEqual(
    [...codes].filter((code) => !(code in problemTexts)).sort(),
    [],
    "add the table of its problems to hub/problem-texts.ts",
  );
});

test("every capability has a title in both languages", () => {
  const names = new Set(contracts.contractsIn(contracts).map((one) => contracts.namesOf(one).capability));
  assert.deepEqual(
    [...names].filter((name) => !(name in contracts.capabilities)),
    [],
    "add it to contracts/capabilities.ts",
  );
});
