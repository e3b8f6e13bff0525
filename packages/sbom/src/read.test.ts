import assert from "node:assert/strict";
import { test } from "node:test";
import { BongsuError } from "@bongsu/base";
import fc from "fast-check";
import { readSbom, streamSbom } from "./read.ts";
import { recogniseSbom } from "./recognise.ts";
import { wholeJson, wholeXml } from "./testing/cyclonedx-documents.ts";
import { bytesOf, eventsOf, read, refusal } from "./testing/reading.ts";

const spdx3 = {
  "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld",
  "@graph": [
    { type: "software_Package", spdxId: "urn:a", name: "가", software_packageUrl: "pkg:npm/a@1" },
    { type: "Relationship", spdxId: "urn:r", relationshipType: "dependsOn", from: "urn:a", to: ["urn:b"] },
    { type: "software_Package", spdxId: "urn:b", name: "b" },
  ],
};
const tagValue =
  "SPDXVersion: SPDX-2.3\r\nSPDXID: SPDXRef-DOCUMENT\r\nPackageName: 가\r\nSPDXID: SPDXRef-a\r\nPackageComment: <text>a\r\nb</text>\r\n";
const documents = {
  json: bytesOf(wholeJson),
  pretty: bytesOf(JSON.stringify(wholeJson, null, 2)),
  xml: bytesOf(wholeXml),
  spdx3: bytesOf(spdx3),
  tagValue: bytesOf(tagValue),
};

test("a stream tells the same wherever it is cut into chunks", async () => {
  for (const [name, bytes] of Object.entries(documents)) {
    const whole = await eventsOf(bytes);
    assert.deepEqual(await eventsOf(bytes, [...bytes.keys()]), whole, `${name}, byte by byte`);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length)), async (ends) => {
        assert.deepEqual(await eventsOf(bytes, ends), whole, name);
      }),
      { numRuns: 20 },
    );
  }
});

test("the header comes last, and once", async () => {
  for (const bytes of Object.values(documents)) {
    const kinds = (await eventsOf(bytes)).map(({ kind }) => kind);
    assert.equal(kinds.indexOf("header"), kinds.length - 1);
  }
});

test("every beginning of a document is refused, never read as a whole one", async () => {
  for (const [name, bytes] of Object.entries({ json: documents.json, xml: documents.xml })) {
    for (let length = 0; length < bytes.length - 1; length += 41) {
      const { code } = await refusal(bytes.subarray(0, length));
      assert.match(code, /^(?:json|sbom)\.(?:truncated|empty)$/, `${name} after ${length} bytes`);
    }
  }
});

test("whatever is changed in a document, it is read or refused, and nothing else happens", async () => {
  for (const bytes of Object.values(documents)) {
    const garbage = fc.tuple(
      fc.nat(bytes.length),
      fc.nat(30),
      fc.oneof(
        fc.uint8Array({ maxLength: 4 }),
        fc.constantFrom(
          ...[
            '"',
            "{",
            "}",
            "[",
            "]",
            "<",
            ">",
            "&",
            "null",
            "1e999",
            '"__proto__":',
            "]]>",
            "<!--",
            "<text>",
            "\n",
          ].map(bytesOf),
        ),
      ),
    );
    await fc.assert(
      fc.asyncProperty(garbage, async ([at, gone, put]) => {
        const changed = new Uint8Array([...bytes.subarray(0, at), ...put, ...bytes.subarray(at + gone)]);
        try {
          await readSbom(changed);
        } catch (error) {
          assert.ok(error instanceof BongsuError, String(error));
        }
      }),
      { numRuns: 150 },
    );
  }
});

test("the format is told by the beginning", () => {
  const cases: [Uint8Array | string, string | null][] = [
    [documents.json, "cyclonedx-json"],
    [documents.xml, "cyclonedx-xml"],
    [documents.tagValue, "spdx-tag-value"],
    [documents.spdx3, "spdx3-json"],
    [`# comment\nSPDXVersion: SPDX-2.2\n`, "spdx-tag-value"],
    ['{"name":"x","spdxVersion": "SPDX-2.3"', "spdx-json"],
    ['\ufeff {"bomFormat" : "CycloneDX"', "cyclonedx-json"],
    ['{"$schema":"http://cyclonedx.org/schema/bom-1.5.schema.json"', "cyclonedx-json"],
    ["{}", null],
    ["<html>", null],
    ["", null],
    ["spdxVersion: SPDX-2.3", null],
  ];
  for (const [head, format] of cases) assert.equal(recogniseSbom(bytesOf(head)), format, String(head).slice(0, 40));
});

test("the order of members does not matter, nor how far on the format is named", async () => {
  const { bomFormat, specVersion, ...rest } = wholeJson;
  const late = { ...rest, padding: "x".repeat(100_000), specVersion, bomFormat };
  const [early, other] = [await read(wholeJson), await read(late)];
  assert.deepEqual(other, early);
});

test("what is no bill of materials is refused", async () => {
  const cases: [string | object, string][] = [
    ["", "sbom.empty"],
    [" \n", "sbom.empty"],
    ["hello", "sbom.unknown-format"],
    ["[]", "sbom.unknown-format"],
    ["{}", "sbom.unknown-format"],
    [{ document: { category: "csaf_vex" } }, "sbom.unknown-format"],
    [{ components: [{ name: "a" }] }, "sbom.unknown-format"],
    [{ ...wholeJson, bomFormat: "Other" }, "sbom.unknown-format"],
    [{ spdxVersion: "SPDX-2.3", components: [{ type: "library", name: "a" }] }, "sbom.unknown-format"],
    [`{"other":"${"x".repeat(40_000_000)}"}`, "sbom.unknown-format"],
    ["{'bomFormat':1}", "json.expected-key"],
    ['{"bomFormat":"CycloneDX","bomFormat":"CycloneDX"}', "json.duplicate-key"],
    [`{"components":[${"[".repeat(500)}`, "json.too-deep"],
  ];
  for (const [input, code] of cases) assert.equal((await refusal(input)).code, code, String(input).slice(0, 60));
});

test("a document of one part only: an SBOM without components, a VEX", async () => {
  const sbom = await read({ bomFormat: "CycloneDX", specVersion: "1.6", vulnerabilities: [{ id: "CVE-2024-1" }] });
  assert.deepEqual([sbom.components, sbom.vulnerabilities], [[], [{ id: "CVE-2024-1" }]]);
  const spdx = await read({ spdxVersion: "SPDX-2.3", SPDXID: "SPDXRef-DOCUMENT" });
  assert.equal(spdx.header.format, "spdx-json");
});

test("encodings of other systems", async () => {
  const units = Uint16Array.from(`\ufeff${JSON.stringify(wholeJson)}`, (unit) => unit.charCodeAt(0));
  assert.deepEqual(await read(new Uint8Array(units.buffer)), await read(wholeJson));
  const latin = Uint8Array.from('{"bomFormat":"CycloneDX","components":[{"name":"\u00e9"}]}', (c) => c.charCodeAt(0));
  const problem = await refusal(latin, { file: "latin.json" });
  assert.deepEqual([problem.code, problem.place.file], ["json.encoding", "latin.json"]);
});

test("the origin is let go when reading stops early", async () => {
  let closed = 0;
  const origin = async function* () {
    try {
      for (;;) yield documents.json;
    } finally {
      closed++;
    }
  };
  for await (const event of streamSbom(origin())) if (event.kind === "component") break;
  await assert.rejects(readSbom(origin()), BongsuError);
  assert.equal(closed, 2);
});

test("memory does not grow with the document", async () => {
  const component = `,{"type":"library","name":"n","version":"1","description":"${"x".repeat(4000)}"}`;
  const chunk = new TextEncoder().encode(component.repeat(64));
  const chunks = function* () {
    yield new TextEncoder().encode(
      '{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"type":"library","name":"n"}',
    );
    for (let i = 0; i < 300; i++) yield chunk;
    yield new TextEncoder().encode("]}");
  };
  const before = process.memoryUsage().rss;
  let components = 0;
  for await (const event of streamSbom(chunks())) if (event.kind === "component") components++;
  assert.equal(components, 1 + 300 * 64);
  assert.ok(process.memoryUsage().rss - before < 250e6, "an 80 MB document in less than 250 MB");
});

test("whoever waits is told how far it is, as the document comes in", async () => {
  const components = Array.from({ length: 2_500 }, (_, index) => ({ type: "library", name: `c${index}` }));
  const told: number[] = [];
  const document = JSON.stringify({ bomFormat: "CycloneDX", specVersion: "1.6", components });
  const sbom = await readSbom(new TextEncoder().encode(document), { onProgress: (count) => void told.push(count) });
  assert.deepEqual([told, sbom.components.length], [[1_000, 2_000], 2_500]);
});
