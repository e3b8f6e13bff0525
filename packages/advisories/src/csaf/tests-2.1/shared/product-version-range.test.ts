import assert from "node:assert/strict";
import { test } from "node:test";
import { isSingleVersion, rangeFault, unknownScheme } from "./product-version-range.ts";

test("takes VERS in canonical form, and constraints without a type", () => {
  for (const name of [
    ...["vers:npm/>=2.2.0|<2.3.0", "vers:gem/>=2.2.0|!=2.2.1|<2.3.0", "vers:all/*", "vers:tomee/>=8.0.0-M1|<=8.0.1"],
    ...["<=2", "<V3.0.29", ">10.9a|!=10.9c|!=10.9f|<=10.9k", "<1.2.0|=4.2.0"],
  ])
    assert.equal(rangeFault(name), null, name);
});

test("refuses prose, spaces, what is not canonical, and bounds that do not make a range", () => {
  for (const name of [
    ...["all versions", "<= 2", "8.0.0 - 8.0.1", "*", "", "<", "1||2", "<>1", "before 4.2"],
    ...["vers:npm/>= 2.2.0", "VERS:npm/<1.0.0", "vers:npm", "vers:/1", "vers:all/<1", "vers:npm/<2.0.0|<1.0.0"],
    ...["vers:npm/>=1.0.0|<=1.0.0", "vers:unknown/<>1"],
  ])
    assert.notEqual(rangeFault(name), null, name);
});

test("names the scheme whose order is not known", () => {
  assert.equal(unknownScheme("vers:tomee/<8.0.1"), "tomee");
  for (const name of ["vers:npm/<1.0.0", "vers:all/*", "<1.0.0", "vers:tomee/||"])
    assert.equal(unknownScheme(name), null);
});

test("tells a single version from a range", () => {
  for (const name of ["vers:npm/1.0.0", "4.2.0", "=4.2.0", "4.2.0|!=4.3.0", ">=1|<=1"])
    assert.ok(isSingleVersion(name), name);
  for (const name of ["vers:npm/1.0.0|2.0.0", "<4.2.0", "vers:all/*", ">=1|<=2", "all versions", "!=1"])
    assert.ok(!isSingleVersion(name), name);
});
