import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compareKeys } from "../key.ts";
import { compareVersions, versionKey } from "../versions.ts";
import { generalOrders } from "./general.ts";

/** Versions from lowest to highest; those in one list are equal. */
const lines: Record<string, readonly (readonly string[])[]> = {
  semver: [["1.0.0-alpha"], ["1.0.0-alpha.1"], ["1.0.0"], ["1.2.0"], ["1.10.0", "1.10.0+build"]],
  intdot: [["1"], ["1.2", "01.002", "1.2.0", "1.2beta"], ["1.2.1"], ["1.10", "1.10-rc1"], ["10.234.5.12"]],
  lexicographic: [["A"], ["a"], ["a b"], ["aa"], ["e\u0301"], ["z"], ["ß"], ["é"], ["€"], ["\uffff"], ["😀"]],
  datetime: [
    ["0000-01-01T00:00:00Z"],
    ["1999-12-31T23:59:60Z", "2000-01-01T00:00:00Z"],
    ["2000-02-29T00:00:00Z"],
    ["2000-03-01T00:00:00Z"],
    ["2023-12-31T23:59:59.999999999999Z"],
    ["2024-01-01T00:00:00Z", "2023-12-31T19:00:00-05:00", "2024-01-01T09:00:00+09:00", "2024-01-01T00:00:00.000Z"],
    ["2024-01-01T00:00:00.09Z"],
    ["2024-01-01T00:00:00.123Z", "2024-01-01T00:00:00.1230Z"],
  ],
  openssl: [
    ["0.9.8"],
    ["0.9.8a"],
    ["0.9.8z"],
    ["0.9.8za"],
    ["1.0.2"],
    ["1.1.1-pre9"],
    ["1.1.1"],
    ["1.1.1w"],
    ["3.0.0-alpha2"],
    ["3.0.0-beta1"],
    ["3.0.0"],
    ["3.0.10"],
  ],
  nginx: [["0.9.10"], ["1.4.1"], ["1.21.0"]],
  alpm: [
    ["2.0alpha"],
    ["2.0b"],
    ["2.0rc"],
    ["2.0rc1-1", "2.0rc1"],
    ["2.0", "2.0-1", "0:2.0", "02.00", "2.0."],
    ["2.0-2"],
    ["2.0.a"],
    ["2.0.0"],
    ["2.0.1"],
    ["2.0..a"],
    ["2.0_.0"],
    ["2.9"],
    ["2.10"],
    ["1:0.1"],
  ],
  gentoo: [
    ["5_alpha_beta2"],
    ["5_alpha"],
    ["5_beta2", "5_beta02"],
    ["5_pre"],
    ["5_rc1"],
    ["5_rc1_p"],
    ["5", "05", "5-r0"],
    ["5-r1"],
    ["5_p", "5_p0"],
    ["5_p20240101"],
    ["5a_rc1"],
    ["5a"],
    ["5.0", "5.00"],
    ["5.01", "5.010"],
    ["5.011"],
    ["5.1"],
    ["5.1b"],
    ["5.1.0"],
    ["5.10"],
    ["5.18446744073709551616"],
  ],
};

for (const [name, line] of Object.entries(lines))
  test(`${name}: order and keys`, () => {
    for (const [i, left] of line.entries())
      for (const [j, right] of line.entries())
        for (const a of left)
          for (const b of right) {
            assert.equal(compareVersions(name, a, b), Math.sign(i - j), `${a} ${b}`);
            const [keyA, keyB] = [versionKey(name, a), versionKey(name, b)];
            assert.ok(keyA !== null && keyB !== null);
            assert.equal(compareKeys(keyA, keyB), Math.sign(i - j), `keys of ${a} ${b}`);
          }
  });

test("what is no version has no key", () => {
  const none: Record<string, readonly string[]> = {
    intdot: ["", "beta", ".1"],
    lexicographic: [""],
    datetime: [
      "2024-01-01",
      "2024-01-01t00:00:00z",
      "2023-02-29T00:00:00Z",
      "2024-13-01T00:00:00Z",
      "2024-01-01T24:00:00Z",
    ],
    openssl: ["", "fips", "1.0.2-k"],
    alpm: ["", " ", "1.0 1"],
    gentoo: ["", "a", "1.", "1.0ab", "1.0-r", "1.0_gamma", "1.0-1"],
  };
  for (const [name, texts] of Object.entries(none))
    for (const text of texts) assert.equal(versionKey(name, text), null, `${name} ${text}`);
});

test("keys order as the comparator does, on any text", () => {
  const text = fc.oneof(
    fc.string({ maxLength: 6 }),
    fc.stringMatching(/^\d{1,2}(\.\d{1,2}){0,3}[a-z]{0,2}(-(alpha|beta|pre)\d?)?$/),
    fc.stringMatching(/^([01]:)?[0-2](\.{1,2}[0-2]{1,2}){0,2}[a-c]{0,2}(_(alpha|rc|p)[01]?){0,2}(-r?[01])?$/),
    fc.stringMatching(/^20[0-9][0-9]-0[1-9]-[0-2][1-8]T1\d:00:0\d(\.\d{1,3})?(Z|[+-]0\d:30)$/),
  );
  for (const [name, order] of generalOrders)
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [keyA, keyB] = [order.key(a), order.key(b)];
        const compared = order.compare(a, b);
        if (keyA === null || keyB === null) assert.equal(compared, null);
        else assert.equal(compareKeys(keyA, keyB), compared, `${name} ${a} ${b}`);
      }),
      { numRuns: 1000 },
    );
});
