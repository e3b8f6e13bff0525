import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { includesCpe, parseCpe } from "./parse.ts";

const read = (text: string) => {
  const cpe = parseCpe(text);
  assert.ok(cpe !== null, `${text} is a CPE name`);
  return cpe;
};
const text = (value: string) => ({ kind: "text", text: value });

test("a formatted string and a URI of the same product read alike", () => {
  const formatted = read("cpe:2.3:a:apache:http_server:2.4.57:*:*:*:*:*:*:*");
  assert.deepEqual(formatted, read("cpe:/a:apache:http_server:2.4.57"));
  assert.deepEqual(formatted.product, text("http_server"));
  assert.deepEqual(formatted.version, text("2.4.57"));
  assert.deepEqual(formatted.update, { kind: "any" });
});

test("escapes stand for the character itself, in either form", () => {
  assert.deepEqual(
    read("cpe:2.3:a:foo\\\\bar:big\\$money_2010:*:*:*:*:special:ipod_touch:80gb:*").product,
    text("big$money_2010"),
  );
  assert.deepEqual(read("cpe:2.3:a:foo\\:bar:x:1:*:*:*:*:*:*:*").vendor, text("foo:bar"));
  assert.deepEqual(
    read("cpe:/a:hp:insight_diagnostics:7.4.0.1570:-:~~online~win2003~x64~").targetHardware,
    text("x64"),
  );
  assert.deepEqual(read("cpe:/a:hp:insight_diagnostics:7.4.0.1570:-:~~online~win2003~x64~").update, { kind: "na" });
  assert.deepEqual(read("cpe:/a:foo%5cbar:big%24money_manager_2010").vendor, text("foo\\bar"));
});

test("wildcards stand at the ends of a value, escaped ones are characters", () => {
  const version = (value: string) => read(`cpe:2.3:a:v:p:${value}:*:*:*:*:*:*:*`).version;
  assert.deepEqual(version("8.*"), { kind: "pattern", before: 0, text: "8.", after: "*" });
  assert.deepEqual(version("8\\.\\*"), text("8.*"));
  assert.deepEqual(version("??9"), { kind: "pattern", before: 2, text: "9", after: 0 });
  assert.equal(parseCpe("cpe:2.3:a:v:p:8.*.1:*:*:*:*:*:*:*"), null);
  assert.deepEqual(read("cpe:/a:v:p:8.%02").version, { kind: "pattern", before: 0, text: "8.", after: "*" });
});

test("what is not a CPE name is told apart", () => {
  for (const wrong of [
    "",
    "cpe",
    "cpe:2.4:a:b:c",
    "cpe:2.3:x:b:c:1",
    "cpe:/a:b%zz",
    "pkg:npm/a@1",
    `cpe:2.3:${"a:".repeat(20)}`,
  ])
    assert.equal(parseCpe(wrong), null, wrong);
});

test("an advisory's CPE includes the components that say nothing else", () => {
  const wordpress = read("cpe:2.3:a:acme:gallery:*:*:*:*:*:wordpress:*:*");
  assert.ok(includesCpe(wordpress, read("cpe:2.3:a:acme:gallery:1.0:*:*:*:*:wordpress:*:*")));
  assert.ok(includesCpe(wordpress, read("cpe:/a:Acme:Gallery:1.0")));
  assert.ok(!includesCpe(wordpress, read("cpe:2.3:a:acme:gallery:1.0:*:*:*:*:joomla:*:*")));
  assert.ok(!includesCpe(wordpress, read("cpe:2.3:a:acme:gallery:1.0:*:*:*:*:-:*:*")));
  assert.ok(!includesCpe(read("cpe:2.3:o:acme:gallery:*:*:*:*:*:*:*:*"), read("cpe:/a:acme:gallery:1.0")));
});

test("no text makes it throw", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }),
      (rest) => void [parseCpe(rest), parseCpe(`cpe:2.3:${rest}`), parseCpe(`cpe:/${rest}`)],
    ),
  );
});
