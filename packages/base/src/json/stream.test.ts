import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { BongsuError, type Problem } from "../problem.ts";
import { parseJson } from "./parse.ts";
import type { SplitJsonOptions } from "./split.ts";
import { type JsonEvent, streamJson } from "./stream.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Cuts bytes at the given positions. */
function cut(bytes: Uint8Array, at: number[]): Uint8Array[] {
  const ends = [...new Set(at.map((n) => n % (bytes.length + 1)))].sort((a, b) => a - b);
  return [0, ...ends].map((from, i) => bytes.slice(from, ends[i] ?? bytes.length));
}

async function collect(chunks: Uint8Array[], options: SplitJsonOptions): Promise<JsonEvent[]> {
  const events: JsonEvent[] = [];
  for await (const event of streamJson(chunks, options)) events.push(event);
  return events;
}

async function problemOf(text: string | Uint8Array, options: Partial<SplitJsonOptions> = {}): Promise<Problem> {
  const bytes = typeof text === "string" ? encode(text) : text;
  const found = async (chunks: Uint8Array[]): Promise<Problem> => {
    try {
      await collect(chunks, { pick: ["/list/*", "/whole"], ...options });
    } catch (error) {
      assert.ok(error instanceof BongsuError, `not a BongsuError: ${error}`);
      return error.problem;
    }
    return assert.fail("no error");
  };
  const whole = await found([bytes]);
  assert.deepEqual(await found([...bytes].map((byte) => new Uint8Array([byte]))), whole, "byte by byte");
  return whole;
}

const key = fc.constantFrom("list", "whole", "a", "deep", "__proto__", "x/y~", "목록");
const leaf = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(null, true, '\\"', "{"),
);
const tree = fc.oneof(
  leaf,
  fc.array(leaf, { maxLength: 3 }),
  fc.dictionary(key, fc.oneof(leaf, fc.array(leaf, { maxLength: 3 }))),
);
const documents = fc.oneof(
  { weight: 5, arbitrary: fc.dictionary(key, fc.oneof(fc.array(tree, { maxLength: 5 }), tree)) },
  { weight: 1, arbitrary: tree },
);

test("picked items and the rest together are the document, wherever it is cut into chunks", async () => {
  await fc.assert(
    fc.asyncProperty(documents, fc.array(fc.nat()), fc.constantFrom(0, 1, 2), async (value, at, indent) => {
      const text = JSON.stringify(value, null, indent);
      const parsed = JSON.parse(text);
      const events = await collect(cut(encode(text), at), { pick: ["/list/*", "/whole", "/deep/list/*"] });
      const rest = events.pop();
      assert.ok(rest?.kind === "rest");
      for (const event of events) {
        assert.ok(event.kind === "item");
        assert.deepEqual(at_(parsed, event.place.path), event.value);
      }
      const put = events.map((event) => (event.kind === "item" ? [event.place.path, event.value] : []));
      assert.deepEqual(restored(rest.value, put), parsed);
    }),
    { numRuns: 400 },
  );
});

/** The value at a JSON Pointer. */
function at_(value: unknown, path: string): unknown {
  let found = value;
  for (const segment of path.split("/").slice(1)) {
    assert.ok(typeof found === "object" && found !== null);
    found = Object.getOwnPropertyDescriptor(found, segment.replaceAll("~1", "/").replaceAll("~0", "~"))?.value;
  }
  return found;
}

/** The rest with the picked values put back. */
function restored(rest: unknown, items: unknown[][]): unknown {
  let whole = rest;
  for (const [path, value] of items) {
    const names = String(path).split("/").slice(1);
    const last = names.pop();
    const parent = at_(whole, names.map((name) => `/${name}`).join(""));
    if (last === undefined) whole = value;
    else Object.defineProperty(parent, last, { value, enumerable: true, configurable: true, writable: true });
  }
  return whole;
}

test("a document is refused exactly where parseJson refuses it, for the same reason and with the same place", async () => {
  const base = '{"list": [1, {"a": [true, "x\\u00e9"]}],\n "whole": {"b": {}}, "rest": [-2.5e3, null]}';
  const characters = fc.constantFrom("", ...'{}[]:,"\\01.eE-tn \n\u0001é'.split(""));
  await fc.assert(
    fc.asyncProperty(fc.nat(base.length), fc.nat(2), characters, fc.array(fc.nat()), async (at, gone, put, cuts) => {
      const text = base.slice(0, at) + put + base.slice(at + gone);
      const outcome = async (read: () => unknown): Promise<unknown> => {
        try {
          await read();
          return "read";
        } catch (error) {
          assert.ok(error instanceof BongsuError, String(error));
          const { code, place } = error.problem;
          return { code, line: place.line, column: place.column, offset: place.offset };
        }
      };
      const options = { pick: ["/list/*", "/whole"] };
      assert.deepEqual(
        await outcome(() => collect(cut(encode(text), cuts), options)),
        await outcome(() => parseJson(text)),
        text,
      );
    }),
    { numRuns: 2000 },
  );
});

test("says what is wrong and where, byte by byte as at once", async () => {
  const cases: [string, string, string | undefined, number][] = [
    ["", "json.empty", undefined, 0],
    ['{"list":[{"a":1,"a":2}]}', "json.duplicate-key", "/list/0/a", 16],
    ['{"list":[],"list":[]}', "json.duplicate-key", "/list", 11],
    ['{"list":[1,]}', "json.expected-value", "/list/1", 11],
    ['{"list":[1 2]}', "json.expected-comma", "/list/0", 11],
    ['{"list":[{"a":"é', "json.truncated", "/list/0/a", 17],
    ['{"list":[1', "json.truncated", "/list/0", 10],
    ['{"list":[1]', "json.truncated", "/list", 11],
    ['{"list":[1]} {}', "json.trailing", undefined, 13],
    ['{"list":[[}]}', "json.expected-value", "/list/0/0", 10],
    ['{"whole":nul}', "json.expected-value", "/whole", 9],
  ];
  for (const [text, code, path, offset] of cases) {
    const problem = await problemOf(text);
    assert.deepEqual([problem.code, problem.place.path, problem.place.offset], [code, path, offset], text);
  }
});

test("limits: depth, one value, the rest, everything", async () => {
  assert.equal((await problemOf(`{"list":[${"[".repeat(300)}`)).code, "json.too-deep");
  assert.equal((await problemOf('{"list":[[[]]]}', { maxDepth: 3 })).place.path, "/list/0/0");
  assert.equal(
    (await problemOf(`{"list":["${"x".repeat(300)}"]}`, { maxValueBytes: 99 })).code,
    "json.value-too-large",
  );
  assert.equal(
    (await problemOf(`{"a":"${"x".repeat(60)}","b":"${"x".repeat(60)}"}`, { maxRestBytes: 99 })).code,
    "json.rest-too-large",
  );
  assert.equal((await problemOf("[1,2,3,4]", { maxBytes: 5 })).code, "json.too-large");
});

test("encodings: a mark is tolerated, UTF-16 is converted, UTF-8 that is not valid is refused with its place", async () => {
  const text = '\ufeff{"list":["한글 😀"]}';
  const utf16 = new Uint8Array(
    new Uint16Array([...text].flatMap((c) => c.split("").map((u) => u.charCodeAt(0)))).buffer,
  );
  for (const bytes of [encode(text), utf16]) {
    for (const chunks of [[bytes], [...bytes].map((byte) => new Uint8Array([byte]))]) {
      const [item] = await collect(chunks, { pick: ["/list/*"] });
      assert.ok(item?.kind === "item");
      assert.equal(item.value, "한글 😀");
    }
  }
  assert.equal((await problemOf(utf16.subarray(0, -1))).code, "json.encoding");
  const bad = encode('{"list":["aXb"]}');
  bad[11] = 0xff;
  const problem = await problemOf(bad);
  assert.deepEqual([problem.code, problem.place.offset], ["json.encoding", 11]);
});

test("a value of 10 MB that comes in small pieces, and names that reach for the prototype", async () => {
  const long = "x".repeat(10_000_000);
  const bytes = encode(`{"list":["${long}"],"__proto__":{"polluted":1},"whole":2}`);
  const chunks: Uint8Array[] = [];
  for (let i = 0; i < bytes.length; i += 1000) chunks.push(bytes.slice(i, i + 1000));
  const [first, second, rest] = await collect(chunks, { pick: ["/list/*", "/whole"] });
  assert.ok(first?.kind === "item" && first.value === long && second?.kind === "item" && rest?.kind === "rest");
  assert.equal(Reflect.get({}, "polluted"), undefined);
  assert.deepEqual(Object.keys(Object(rest.value)), ["list", "__proto__"]);
});
