import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compareTlp, formatTlp, parseTlp, tlps } from "./index.ts";

test("labels are read however they are written", () => {
  for (const [written, read] of [
    ["TLP:AMBER+STRICT", "AMBER+STRICT"],
    ["amber strict", "AMBER+STRICT"],
    ["TLP-AMBER_STRICT", "AMBER+STRICT"],
    [" tlp: red ", "RED"],
    ["Green", "GREEN"],
    ["tlp_clear", "CLEAR"],
  ]) {
    assert.deepEqual(parseTlp(written), { tlp: read, problems: [] }, written);
  }
});

test("none is none; an unknown one fails closed, with a word; white is clear, with a word", () => {
  for (const none of [null, undefined, "", "  "]) assert.deepEqual(parseTlp(none), { tlp: null, problems: [] });
  for (const unknown of ["PURPLE", "TLP:", "AMBER+", "constructor", "REDD", "TLP:TLP:RED"]) {
    const { tlp, problems } = parseTlp(unknown);
    assert.equal(tlp, null, unknown);
    assert.deepEqual(
      problems.map(({ code, severity }) => [code, severity]),
      [["markings.unknown-label", "error"]],
    );
  }
  const white = parseTlp("TLP:WHITE");
  assert.equal(white.tlp, "CLEAR");
  assert.deepEqual(
    white.problems.map(({ code }) => code),
    ["markings.white"],
  );
});

test("every label comes back from its text, and any text is read without a throw", () => {
  for (const tlp of tlps) assert.deepEqual(parseTlp(formatTlp(tlp)), { tlp, problems: [] });
  fc.assert(
    fc.property(fc.string(), (text) => {
      const { tlp, problems } = parseTlp(text);
      assert.ok(tlp !== null || problems.length === 1 || text.trim() === "");
    }),
  );
});

test("labels sort from wide to narrow", () => {
  assert.deepEqual([...tlps].reverse().sort(compareTlp), ["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"]);
});
