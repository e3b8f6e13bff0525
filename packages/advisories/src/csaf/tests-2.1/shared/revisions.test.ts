import assert from "node:assert/strict";
import { test } from "node:test";
import { compareDocumentVersions, parseDocumentVersion } from "./revisions.ts";

const version = (text: string) => {
  const read = parseDocumentVersion(text);
  assert.ok(read, text);
  return read;
};

test("orders versions by their precedence", () => {
  const ascending = [
    ...["0.9.0", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1"],
    ...["1.0.0", "1.9.0", "1.10.0", "2", "99999999999999999999", "100000000000000000000"],
  ].map(version);
  for (const [index, lower] of ascending.entries())
    for (const higher of ascending.slice(index + 1)) {
      assert.ok(compareDocumentVersions(lower, higher) < 0, `${lower.text} < ${higher.text}`);
      assert.ok(compareDocumentVersions(higher, lower) > 0, `${higher.text} > ${lower.text}`);
    }
  assert.equal(compareDocumentVersions(version("1.0.0+a"), version("1.0.0+b")), 0);
});

test("reads nothing that is no version", () => {
  for (const text of ["", "01", "1.0", "v1", "-1", "1.0.0-", "1.0.0+", "1.0.0 ", "١"])
    assert.equal(parseDocumentVersion(text), null, text);
});
