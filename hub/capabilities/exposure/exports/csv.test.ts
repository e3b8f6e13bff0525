import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { csvRecord, defused } from "./csv.ts";
import { readCsv } from "./testing/read-csv.ts";
import { timeWriter } from "./times.ts";

/** The rule of `docs/exports.md`, the other way about. */
const undone = (text: string): string => (/^''*[=+\-@\t\r\n＋－＝＠]/.test(text) ? text.slice(1) : text);

const field = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: fc.constantFrom("'", "=", "+", "-", "@", '"', ",", "\r", "\n", "\t", "가", "＝", "a", "1") }),
);

test("any text comes back as it was, and none of them begins like a formula", () => {
  fc.assert(
    fc.property(fc.array(fc.array(field, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 5 }), (rows) => {
      const read = readCsv(rows.map(csvRecord).join(""));
      assert.deepEqual(
        read.map((row) => row.map(undone)),
        rows,
      );
      for (const value of read.flat()) assert.doesNotMatch(value, /^[=+\-@\t\r\n＋－＝＠]/);
    }),
    { numRuns: 2_000 },
  );
});

test("numbers stay numbers, and nothing stays empty", () => {
  assert.equal(csvRecord([1.5, -2, null, "", "-2", "a"]), "1.5,-2,,,'-2,a\r\n");
  assert.equal(defused("@types/node"), "'@types/node");
  assert.equal(defused("lodash"), "lodash");
});

test("times bear the offset of their zone at that time", () => {
  const at = new Date("2026-11-27T09:00:00.789Z");
  assert.equal(timeWriter("Asia/Seoul")(at), "2026-11-27T18:00:00+09:00");
  assert.equal(timeWriter("UTC")(at), "2026-11-27T09:00:00+00:00");
  assert.equal(timeWriter("America/St_Johns")(at), "2026-11-27T05:30:00-03:30");
  const berlin = timeWriter("Europe/Berlin");
  assert.equal(berlin(new Date("2026-10-25T00:59:59Z")), "2026-10-25T02:59:59+02:00");
  assert.equal(berlin(new Date("2026-10-25T01:00:00Z")), "2026-10-25T02:00:00+01:00");
  fc.assert(
    fc.property(
      fc.date({ min: new Date("1980-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }),
      fc.constantFrom("Asia/Seoul", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"),
      (time, zone) => {
        assert.equal(Date.parse(timeWriter(zone)(time)), Math.floor(time.getTime() / 1000) * 1000);
      },
    ),
  );
});
