import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { BongsuError } from "../problem.ts";
import { canonicalJson } from "./canonical.ts";

test("sorts members by UTF-16 code units (RFC 8785 section 3.2.3)", () => {
  const value = { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\ud83d\ude00": 5, "\u0080": 6, "\u00f6": 7 };
  assert.deepEqual(Object.values(value).length, 7);
  assert.equal(canonicalJson(value), '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}');
});

test("writes numbers as ECMAScript does (RFC 8785 appendix B)", () => {
  const cases: [number, string][] = [
    [0, "0"],
    [-0, "0"],
    [5e-324, "5e-324"],
    [1.7976931348623157e308, "1.7976931348623157e+308"],
    [9007199254740992, "9007199254740992"],
    [295147905179352830000, "295147905179352830000"],
    [1e21, "1e+21"],
    [1e-7, "1e-7"],
    [0.000001, "0.000001"],
    [Number("333333333.33333329"), "333333333.3333333"],
  ];
  for (const [number, text] of cases) assert.equal(canonicalJson(number), text);
});

test("escapes only what must be escaped", () => {
  assert.equal(canonicalJson('€$\u000f\nA\'B"\\\\"/\u2028'), '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/\u2028"');
});

test("the same value in another order gives the same text, which parses back to it", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue({ stringUnit: "grapheme" })), (value) => {
      const reversed = Object.fromEntries(Object.entries(value).reverse());
      const text = canonicalJson(value);
      assert.equal(canonicalJson(reversed), text);
      assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("refuses what JSON cannot carry, and says where", () => {
  const loop: unknown[] = [];
  loop.push(loop);
  const cases: [unknown, string, string | undefined][] = [
    [{ a: [1, Number.NaN] }, "json.not-json", "/a/1"],
    [{ a: undefined }, "json.not-json", "/a"],
    [new Date(0), "json.not-json", undefined],
    [10n, "json.not-json", undefined],
    ["\ud800", "json.not-json", undefined],
    [loop, "json.too-deep", `${"/0".repeat(250)}…`],
  ];
  for (const [value, code, path] of cases) {
    assert.throws(
      () => canonicalJson(value),
      (error) => error instanceof BongsuError && error.code === code && error.problem.place.path === path,
      code,
    );
  }
});
