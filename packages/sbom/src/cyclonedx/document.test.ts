import assert from "node:assert/strict";
import { test } from "node:test";
import type { Component, Sbom } from "../component.ts";
import { wholeJson, wholeXml } from "../testing/cyclonedx-documents.ts";
import { essence, named, read, told } from "../testing/reading.ts";

const component = (ref: string): object => ({ type: "library", "bom-ref": ref, name: ref });
const bom = (members: object): object => ({ bomFormat: "CycloneDX", specVersion: "1.6", version: 1, ...members });

test("every part of a document that is read", async () => {
  const sbom = await read(wholeJson);
  assert.deepEqual(told(sbom.problems), []);
  const { subject, ...header } = sbom.header;
  assert.deepEqual(header, {
    format: "cyclonedx-json",
    specVersion: "1.6",
    id: "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
    revision: 2,
    created: "2024-05-01T10:00:00+09:00",
    subjects: ["app"],
    tools: ["org.acme scanner 1.2", "Acme scan service"],
  });
  assert.equal(subject, named(sbom, "shop"));
  assert.deepEqual(
    sbom.components.map(({ ref, type, parent, path }) => [ref, type, parent, path]),
    [
      ["app", "application", null, "/metadata/component"],
      ["inner", "framework", "app", "/metadata/component/components/0"],
      ["lib", "library", null, "/components/0"],
      ["#/components/0/components/0", "library", "lib", "/components/0/components/0"],
      ["model", "machine-learning-model", null, "/components/1"],
      ["photos", "data", null, "/components/2"],
      ["api", "service", null, "/services/0"],
      ["auth", "service", "api", "/services/0/services/0"],
    ],
  );
  assert.deepEqual(sbom.dependencies, [
    { kind: "depends-on", from: "app", to: ["lib", "model"] },
    { kind: "depends-on", from: "lib", to: ["app"] },
    { kind: "provides", from: "lib", to: ["inner"] },
  ]);
  assert.deepEqual(sbom.vulnerabilities, wholeJson.vulnerabilities);
});

test("a library with all that is kept of it", async () => {
  const expected: Component = {
    ref: "lib",
    type: "library",
    group: "org.acme",
    name: "lib",
    version: "1.2.3",
    purl: "pkg:maven/org.acme/lib@1.2.3",
    cpe: "cpe:2.3:a:acme:lib:1.2.3:*:*:*:*:*:*:*",
    cpes: ["cpe:2.3:a:acme:lib:1.2.3:*:*:*:*:*:*:*", "cpe:2.3:a:acme:library:1.2.3:*:*:*:*:*:*:*"],
    identity: { ecosystem: "Maven", release: "", name: "org.acme:lib" },
    identifiedBy: "purl",
    matchVersion: "1.2.3",
    module: null,
    unmatchable: null,
    hashes: [{ algorithm: "SHA-256", value: "a".repeat(64) }],
    licenses: ["MIT", "Acme <License>"],
    supplier: "한빛 소프트웨어",
    supplierRole: "supplier",
    scope: "required",
    path: "/components/0",
    parent: null,
    model: null,
    data: [],
  };
  assert.deepEqual(named(await read(wholeJson), "lib"), expected);
});

test("a model and a data set", async () => {
  const sbom = await read(wholeJson);
  const { model, supplier, supplierRole, licenses } = named(sbom, "classifier");
  assert.deepEqual([supplier, supplierRole, licenses], ["Model Maker", "author", ["Apache-2.0 OR MIT"]]);
  assert.deepEqual(model, {
    task: "image classification",
    architectureFamily: "transformer",
    architecture: "ViT",
    datasets: ["photos", "inline data"],
    inputs: ["image/png"],
    outputs: ["label"],
    useCases: ["sorting"],
    limitations: ["night pictures"],
    risks: ["faces in the pictures"],
  });
  const { data, unmatchable } = named(sbom, "photos");
  assert.equal(unmatchable, "not-software");
  assert.deepEqual(data, [
    {
      name: "training photos",
      kind: "dataset",
      classification: "internal",
      description: "street photos",
      governance: ["Kim", "Seoul"],
      useCases: [],
      sensitive: ["faces"],
    },
  ]);
});

test("XML tells the same as JSON", async () => {
  const [json, xml] = [await read(wholeJson), await read(wholeXml)];
  const shape = ({ header, components, ...rest }: Sbom) => ({
    ...rest,
    header: { ...header, format: null, subject: null },
    // An element without a name of its own is named after its path.
    components: components.map((component) => ({ ...essence(component), ref: component.ref.replace(/^#.*/, "#") })),
  });
  assert.equal(xml.header.format, "cyclonedx-xml");
  assert.deepEqual(shape(xml), shape(json));
  assert.equal(named(xml, "shaded").path, "/bom/components/component[1]/components/*[1]");
});

test("tools as they were written up to 1.4, in both notations", async () => {
  const tools = [{ vendor: "Acme", name: "old", version: "1" }, { name: "other" }];
  const json = await read(bom({ specVersion: "1.4", metadata: { tools } }));
  const xml = await read(
    '<bom xmlns="http://cyclonedx.org/schema/bom/1.4"><metadata><tools><tool><vendor>Acme</vendor><name>old</name><version>1</version></tool><tool><name>other</name></tool></tools></metadata></bom>',
  );
  for (const { header, problems } of [json, xml])
    assert.deepEqual([header.tools, told(problems)], [["Acme old 1", "other"], []]);
});

test("what is not as the format says is reported with its place, and the rest goes in", async () => {
  const { components, dependencies, problems } = await read(
    bom({
      serialNumber: "12",
      version: "1",
      metadata: { timestamp: "yesterday" },
      components: [
        "text",
        { type: "libary", name: 7, version: 1.5, scope: "test", purl: ["pkg:npm/a@1"] },
        { name: "b", hashes: [{ alg: "SHA-1", content: "zz" }, { alg: "CRC", content: "ab" }, {}, 3] },
        { type: "library", "bom-ref": "x", name: "c", licenses: "MIT", supplier: "Acme" },
        { type: "library", "bom-ref": "x", name: "d", cpe: "cpe:1", purl: "npm/d@1" },
        { type: "library", version: "1" },
      ],
      dependencies: [{ ref: "x", dependsOn: ["x", "nowhere", null] }, { dependsOn: [] }],
      vulnerabilities: [null, { id: "CVE-1", affects: [{ ref: "gone" }] }],
      services: {},
    }),
  );
  assert.deepEqual(told(problems), [
    "sbom.invalid-value /metadata/timestamp",
    "sbom.not-an-object /components/0",
    "sbom.unknown-value /components/1/type",
    "sbom.unknown-value /components/1/scope",
    "sbom.not-a-string /components/1/purl",
    "sbom.not-a-string /components/1/name",
    "sbom.not-a-string /components/1/version",
    "sbom.missing /components/2",
    "sbom.not-an-object /components/2/hashes/3",
    "sbom.invalid-hash /components/2/hashes/0/content",
    "sbom.unknown-value /components/2/hashes/1/alg",
    "sbom.missing /components/2/hashes/2",
    "sbom.missing /components/2/hashes/2",
    "sbom.not-an-array /components/3/licenses",
    "sbom.not-an-object /components/3/supplier",
    "sbom.duplicate-ref /components/4",
    "sbom.invalid-purl /components/4",
    "sbom.invalid-cpe /components/4",
    "sbom.missing /components/5",
    "sbom.not-a-string /dependencies/0/dependsOn/2",
    "sbom.missing /dependencies/1",
    "sbom.not-an-object /vulnerabilities/0",
    "sbom.not-an-array /services",
    "sbom.invalid-value /serialNumber",
    "sbom.not-a-number /version",
    "sbom.dangling-ref /dependencies/0",
    "sbom.dangling-ref /vulnerabilities/1/affects/0",
  ]);
  assert.deepEqual(
    components.map(({ name, version, ref }) => [name, version, ref]),
    [
      ["7", "1.5", "#/components/1"],
      ["b", null, "#/components/2"],
      ["c", null, "x"],
      ["d", null, "#/components/4"],
      ["", "1", "#/components/5"],
    ],
  );
  assert.deepEqual(components[1]?.hashes, [{ algorithm: "CRC", value: "ab" }]);
  assert.deepEqual(dependencies[0]?.to, ["x", "nowhere"]);
});

test("names of other documents' elements are not missed here", async () => {
  const link = "urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#lib";
  const { problems } = await read(
    bom({
      components: [{ type: "library", "bom-ref": "a", name: "a" }],
      dependencies: [{ ref: "a", dependsOn: [link] }],
      vulnerabilities: [{ id: "CVE-1", affects: [{ ref: link }] }],
    }),
  );
  assert.deepEqual(told(problems), []);
  const vex = await read(bom({ vulnerabilities: [{ id: "CVE-1", affects: [{ ref: "product" }] }] }));
  assert.deepEqual(told(vex.problems), [], "a VEX document without components");
});

test("cycles, and dependencies of a component on itself, are kept", async () => {
  const { dependencies, problems } = await read(
    bom({
      components: [component("a"), component("b")],
      dependencies: [
        { ref: "a", dependsOn: ["b", "a"] },
        { ref: "b", dependsOn: ["a"] },
      ],
    }),
  );
  assert.deepEqual([dependencies.length, problems], [2, []]);
});

test("versions that are not known are read all the same, and said", async () => {
  const sbom = await read(bom({ specVersion: "1.9", components: [{ type: "library", name: "a" }] }));
  assert.deepEqual([sbom.components.length, told(sbom.problems)], [1, ["sbom.unknown-version /specVersion"]]);
  const nameless = await read({ specVersion: "1.5", components: [{ type: "library", name: "a" }] });
  assert.deepEqual([nameless.components.length, told(nameless.problems)], [1, ["sbom.missing"]]);
});

test("lists that bear on no component are counted", async () => {
  const { problems } = await read(
    bom({ components: [], compositions: [{}, {}], annotations: [{}], externalReferences: [{}], formulation: [{}] }),
  );
  assert.deepEqual(
    problems.map(({ code, severity, message }) => [code, severity, message.en]),
    [
      ["sbom.not-read", "info", "Not read: compositions (2)."],
      ["sbom.not-read", "info", "Not read: annotations (1)."],
      ["sbom.not-read", "info", "Not read: externalReferences (1)."],
      ["sbom.not-read", "info", "Not read: formulation (1)."],
    ],
  );
});

test("a flood of problems of one kind is cut, and the rest counted", async () => {
  const { problems } = await read(bom({ components: Array.from({ length: 2000 }, () => "x") }));
  assert.ok(problems.length < 1000);
  const last = problems.at(-1);
  assert.equal(last?.code, "sbom.more-problems");
  assert.match(last?.message.en ?? "", /1500 more/);
});

test("dependencies may name elements that are no components: tools, standards, steps of a workflow", async () => {
  const { problems } = await read(
    bom({
      metadata: { tools: { components: [{ type: "application", name: "scanner", "bom-ref": "scanner" }] } },
      components: [component("a")],
      formulation: [{ workflows: [{ tasks: [{ "bom-ref": "build" }] }] }],
      definitions: { standards: [{ "bom-ref": "rules", requirements: [{ "bom-ref": "rule-1" }] }] },
      declarations: { targets: { components: [{ type: "library", name: "target", "bom-ref": "target" }] } },
      dependencies: [
        { ref: "a", provides: ["rules", "rule-1"], dependsOn: ["target", "missing"] },
        { ref: "scanner", dependsOn: ["build"] },
      ],
    }),
  );
  assert.deepEqual(
    problems.map(({ code, message }) => (code === "sbom.not-read" ? message.en : code)),
    ["sbom.dangling-ref", "Not read: formulation (1).", "Not read: definitions (1).", "Not read: declarations (1)."],
  );
});

test("an empty bom-ref, and a licence beside an expression", async () => {
  const { components, problems } = await read(
    bom({
      components: [
        { ...component("a"), "bom-ref": " ", licenses: [{ license: { id: "MIT" }, expression: "MIT OR ISC" }] },
      ],
    }),
  );
  assert.deepEqual(told(problems), ["sbom.missing /components/0"]);
  assert.deepEqual(
    components.map(({ ref, licenses }) => [ref, licenses]),
    [["#/components/0", ["MIT OR ISC", "MIT"]]],
  );
});

test("who answers for a component: the supplier before the manufacturer, the publisher, the author", async () => {
  const named = {
    supplier: { name: "Seller" },
    manufacturer: { name: "Maker" },
    publisher: "Publisher",
    author: "Writer",
  };
  const sbom = await read(
    bom({
      components: Object.keys(named).map((_, index) => ({
        ...component(`c${index}`),
        ...Object.fromEntries(Object.entries(named).slice(index)),
      })),
    }),
  );
  assert.deepEqual(
    sbom.components.map(({ supplier, supplierRole }) => [supplier, supplierRole]),
    [
      ["Seller", "supplier"],
      ["Maker", "manufacturer"],
      ["Publisher", "publisher"],
      ["Writer", "author"],
    ],
  );
});
