import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { BongsuError, type Problem } from "../problem.ts";
import { parseJson } from "./parse.ts";

function problemOf(input: Uint8Array | string, options = {}): Problem {
  try {
    parseJson(input, options);
  } catch (error) {
    assert.ok(error instanceof BongsuError, `not a BongsuError: ${error}`);
    return error.problem;
  }
  return assert.fail("no error");
}

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  new Uint8Array(parts.flatMap((part) => (typeof part === "string" ? [...new TextEncoder().encode(part)] : part)));

test("reads what JSON.parse reads", () => {
  fc.assert(
    fc.property(fc.json(), fc.boolean(), (text, asBytes) => {
      assert.deepEqual(parseJson(asBytes ? new TextEncoder().encode(text) : text), JSON.parse(text));
    }),
  );
});

test("refuses exactly what JSON.parse refuses, wherever one character is changed", () => {
  const base = '{"a":[1,-2.5e+3,"x\\u00e9\\n",true,null,{"b":{}}],"c":false}';
  const character = fc.constantFrom(...'{}[]:,"\\0123.eE+-tfnu \n\u0001é'.split(""));
  fc.assert(
    fc.property(fc.nat(base.length), fc.nat(2), character, (at, removed, inserted) => {
      const text = base.slice(0, at) + inserted + base.slice(at + removed);
      let expected: unknown;
      try {
        expected = JSON.parse(text);
      } catch {
        assert.match(problemOf(text).code, /^json\./);
        return;
      }
      try {
        assert.deepEqual(parseJson(text), expected);
      } catch (error) {
        assert.ok(error instanceof BongsuError && error.code === "json.duplicate-key", String(error));
      }
    }),
    { numRuns: 2000 },
  );
});

test("every beginning of a document is reported as cut off or empty, never as anything else", () => {
  const text = '{"a": [1.5e3, "\\u00e9 한", true], "b": {"c": null}}';
  const whole = new TextEncoder().encode(text);
  for (let length = 0; length < whole.length; length++) {
    const { code } = problemOf(whole.subarray(0, length));
    assert.equal(code, length === 0 ? "json.empty" : "json.truncated", `after ${length} bytes`);
  }
});

test("says what is wrong and where", () => {
  const cases: [string, string, number, number, string | undefined][] = [
    ["", "json.empty", 1, 1, undefined],
    [" \n ", "json.empty", 2, 2, undefined],
    ["{} x", "json.trailing", 1, 4, undefined],
    ['{"a":1,}', "json.expected-key", 1, 8, undefined],
    ['{"a":[1,\n2,]}', "json.expected-value", 2, 3, "/a/2"],
    ["{'a':1}", "json.expected-key", 1, 2, undefined],
    ['{"a" 1}', "json.expected-colon", 1, 6, "/a"],
    ['{"a":[1}', "json.expected-comma", 1, 8, "/a/0"],
    ['{"a":\n  NaN}', "json.expected-value", 2, 3, "/a"],
    ['{"a":01}', "json.number", 1, 6, "/a"],
    ['["한글","\t"]', "json.control-character", 1, 8, "/1"],
    ['["\\x"]', "json.escape", 1, 3, "/0"],
    ['{"a":{"b":1,"\\u0062":2}}', "json.duplicate-key", 1, 13, "/a/b"],
    ['{"~/x":[}', "json.expected-value", 1, 9, "/~0~1x/0"],
    ['{"a":1', "json.truncated", 1, 7, "/a"],
  ];
  for (const [text, code, line, column, path] of cases) {
    const { place, ...problem } = problemOf(text, { file: "x.json" });
    assert.deepEqual(
      { code: problem.code, ...place },
      {
        code,
        file: "x.json",
        line,
        column,
        offset: place.offset,
        ...(path === undefined ? {} : { path }),
      },
      text,
    );
  }
});

test("encodings: marks are tolerated, UTF-16 is converted, UTF-32 and invalid UTF-8 are refused with the place", () => {
  const utf16 = (text: string, big: boolean): number[] =>
    [...text].flatMap((c) => {
      const unit = c.charCodeAt(0);
      return big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8];
    });
  assert.deepEqual(parseJson(bytes([0xef, 0xbb, 0xbf], '{"a":"é"}')), { a: "é" });
  assert.deepEqual(parseJson('\ufeff{"a":1}'), { a: 1 });
  for (const big of [false, true]) {
    assert.deepEqual(parseJson(bytes(utf16('\ufeff{"a":"한"}', big))), { a: "한" });
    assert.deepEqual(parseJson(bytes(utf16('{"a":"한"}', big))), { a: "한" });
  }
  assert.equal(problemOf(bytes([0xff, 0xfe], utf16('"x', false), [0x00])).code, "json.encoding");
  assert.equal(problemOf(bytes([0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0])).code, "json.encoding-unsupported");
  for (const bad of [[0x80], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe3, 0x28]]) {
    const problem = problemOf(bytes('{"a":\n"', bad, '"}'));
    assert.equal(problem.code, "json.encoding");
    assert.deepEqual([problem.place.line, problem.place.column, problem.place.offset], [2, 2, 7]);
  }
});

test("limits: size, depth, number of values", () => {
  assert.equal(problemOf("[1,2,3]", { maxBytes: 6 }).code, "json.too-large");
  assert.deepEqual(parseJson("[[[]]]", { maxDepth: 3 }), [[[]]]);
  const deep = problemOf("[[[[]]]]", { maxDepth: 3 });
  assert.deepEqual([deep.code, deep.place.path], ["json.too-deep", "/0/0/0"]);
  assert.equal(problemOf("[1,2,3]", { maxValues: 3 }).code, "json.too-many-values");
  assert.equal(problemOf(`${"[".repeat(1e6)}`).code, "json.too-deep");
  assert.equal(problemOf(`${'{"a":'.repeat(1e6)}`, { maxDepth: 2e6 }).code, "json.truncated");
});

test("many faults do not make it slow, and 10 MB strings and keys pass through", () => {
  const long = "a".repeat(10_000_000);
  assert.deepEqual(parseJson(`["${long}"]`), [long]);
  const { place } = problemOf(`{"${long}":1,"${long}":2}`);
  assert.ok((place.path ?? "").length < 1000);
  assert.equal(problemOf(`[${'{"key":"\\\\","é":1},'.repeat(100_000)}`).code, "json.truncated");
});

test("__proto__ is a member like any other", () => {
  const value = parseJson('{"__proto__":{"polluted":true},"constructor":1}');
  assert.ok(typeof value === "object" && value !== null);
  assert.deepEqual(Object.keys(value), ["__proto__", "constructor"]);
  assert.equal(Object.getPrototypeOf(value), Object.prototype);
  assert.equal(problemOf('{"__proto__":1,"__proto__":2}').code, "json.duplicate-key");
});
