import assert from "node:assert/strict";
import { test } from "node:test";
import { BongsuError } from "@bongsu/base";
import fc from "fast-check";
import { formatPurl, type PurlParts, parsePurl, readPurl } from "./purl.ts";

const types = [
  "npm",
  "maven",
  "pypi",
  "git",
  "cpan",
  "pub",
  "generic",
  "deb",
  "swid",
  "julia",
  "oci",
  "mlflow",
  "x.y-z",
];
const text = fc.string({ unit: "grapheme" });
const key = fc.stringMatching(/^[a-z][a-z0-9._-]{0,6}$/);

const parts: fc.Arbitrary<PurlParts> = fc.record({
  type: fc.constantFrom(...types),
  namespace: fc.option(fc.array(text, { maxLength: 3 }).map((segments) => segments.join("/"))),
  name: text,
  version: fc.option(text),
  qualifiers: fc.option(fc.dictionary(fc.oneof(key, fc.constantFrom("tag_id", "uuid", "repository_url")), text)),
  subpath: fc.option(fc.array(fc.oneof(text, fc.constantFrom(".", "..")), { maxLength: 3 }).map((s) => s.join("/"))),
});

/** Texts that look like package URLs, so that more than the first rule is met. */
const piece = fc.oneof(
  fc.constantFrom("pkg:", "/", "//", "@", "?", "&", "=", "#", "%", "%2F", "%zz", "%41", "..", "+", ...types),
  text,
  fc.string({ unit: "binary" }),
);
const purlLike = fc.array(piece, { maxLength: 12 }).map((pieces) => `pkg:${pieces.join("")}`);

/** Gives what a function gives, or null where it throws a BongsuError; any other exception fails the test. */
function attempt<T>(run: () => T): T | null {
  try {
    return run();
  } catch (error) {
    if (error instanceof BongsuError) return null;
    throw error;
  }
}

test("parsing throws nothing but BongsuError, and what it reads can be written", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), purlLike), (input) => {
      const purl = attempt(() => parsePurl(input));
      if (purl === null) return;
      const canonical = formatPurl(purl);
      assert.deepEqual(parsePurl(canonical), purl);
      assert.equal(formatPurl(parsePurl(canonical)), canonical);
    }),
    { numRuns: 5000 },
  );
});

test("formatting then parsing is the identity on canonical package URLs", () => {
  fc.assert(
    fc.property(parts, (given) => {
      const canonical = attempt(() => formatPurl(given));
      if (canonical === null) return;
      assert.match(canonical, /^pkg:[A-Za-z0-9.\-_~:/@?=&#%]+$/);
      assert.equal(formatPurl(parsePurl(canonical)), canonical);
    }),
    { numRuns: 5000 },
  );
});

test("the lenient reader never throws, and agrees with the strict one where that is content", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), purlLike), (input) => {
      const reading = readPurl(input);
      const purl = attempt(() => parsePurl(input));
      if (purl !== null && input === input.trim()) assert.deepEqual(reading, { purl, problems: [] });
      if (reading.purl === null) assert.notEqual(reading.problems.length, 0);
    }),
    { numRuns: 5000 },
  );
});
