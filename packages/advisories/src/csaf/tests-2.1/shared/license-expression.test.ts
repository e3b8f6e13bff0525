import assert from "node:assert/strict";
import { test } from "node:test";
import { licenseExpressionFault } from "./license-expression.ts";

test("takes the expressions of SPDX 3.0.1, annex B", () => {
  for (const expression of [
    ...["MIT", "GPL-2.0+", "LicenseRef-beacon.example-1", "MIT OR any-OSI", "MIT and (Apache-2.0 or ISC)"],
    ...["GPL-2.0-only WITH Bison-exception-2.2", "GPL-2.0-only with AdditionRef-x", "((MIT))", "(MIT)AND(ISC)"],
  ])
    assert.equal(licenseExpressionFault(expression), null, expression);
});

test("refuses the others", () => {
  for (const expression of [
    ...["", " ", "MIT ISC", "MIT AND", "AND MIT", "MIT And ISC", "(MIT", "MIT)", "()", "MIT WITH", "WITH x"],
    ...["(MIT) WITH x", "MIT WITH x WITH y", "LicenseRef-x+", "licenseref-x", "LicenseRef-", "MIT/ISC", "MIT++"],
    ...["DocumentRef-x:LicenseRef-y", "MIT OR DocumentRef-x", "MIT WITH LicenseRef-x", "All rights reserved."],
  ])
    assert.notEqual(licenseExpressionFault(expression), null, expression);
});
