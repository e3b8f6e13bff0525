import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { csvLine, readCsv } from "./csv.ts";

test("what is written is read again, whatever stands in it", () => {
  const value = fc.string({ unit: "grapheme" }).map((text) => text.trim());
  const tricky = fc.constantFrom("=1+1", "'=1", "@x", "-5", "a,b", 'say "hi"', "two\nlines", "+", "한글", "＝1");
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.oneof(value, tricky), { minLength: 1, maxLength: 5 }), { maxLength: 6 }),
      (rows) => {
        const read = readCsv(rows.map(csvLine).join(""));
        const meant = rows.filter((row) => row.some((one) => one !== ""));
        assert.deepEqual(
          read?.map(({ fields }) => fields),
          // An apostrophe before a formula is how a spreadsheet says "this is text": it does not come back.
          meant.map((row) =>
            row.map((one) => (/^'[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/.test(one) ? one.slice(1) : one)),
          ),
        );
      },
    ),
  );
});

test("nothing that is written is a formula", () => {
  for (const text of ["=cmd|'/c calc'!A1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1"]) {
    assert.match(csvLine([text]), /^"?'/, text);
  }
});

test("lines of any kind, empty ones, and where a row begins", () => {
  assert.deepEqual(readCsv('name,kind\r\n\n"a\nb",x\rc\n'), [
    { line: 1, fields: ["name", "kind"] },
    { line: 3, fields: ["a\nb", "x"] },
    { line: 5, fields: ["c"] },
  ]);
  assert.deepEqual(readCsv("a,"), [{ line: 1, fields: ["a", ""] }]);
  assert.equal(readCsv('a,"b'), null);
  assert.equal(readCsv('a,b"c'), null);
  assert.deepEqual(readCsv(""), []);
});
