import assert from "node:assert/strict";
import { test } from "node:test";
import { named, read, told } from "../testing/reading.ts";

const context = "https://spdx.org/rdf/3.0.1/spdx-context.jsonld";
const id = (name: string): string => `https://example.org/doc#${name}`;
const sha256 = "c".repeat(64);

const element = (type: string, name: string, members: object = {}): object => ({
  type,
  spdxId: id(name),
  creationInfo: "_:info",
  ...members,
});
const relationship = (from: string, relationshipType: string, ...to: string[]): object =>
  element("Relationship", `${from}-${relationshipType}`, { from: id(from), relationshipType, to: to.map(id) });
const graph = (...elements: object[]): object => ({
  "@context": context,
  "@graph": [
    {
      type: "CreationInfo",
      "@id": "_:info",
      specVersion: "3.0.1",
      created: "2024-05-01T00:00:00Z",
      createdUsing: [id("tool")],
    },
    element("Tool", "tool", { name: "maker 2" }),
    ...elements,
  ],
});

const whole = graph(
  // What belongs to a package may stand before it and after it.
  relationship("app", "hasDeclaredLicense", "license"),
  element("SpdxDocument", "document", {
    rootElement: [id("sbom")],
    import: [{ type: "ExternalMap", externalSpdxId: id("elsewhere") }],
  }),
  element("software_Sbom", "sbom", { rootElement: [id("app")] }),
  element("software_Package", "app", {
    name: "shop",
    software_packageVersion: "1.0",
    software_packageUrl: "pkg:npm/shop@1.0",
    software_primaryPurpose: "application",
    suppliedBy: id("acme"),
    verifiedUsing: [
      { type: "Hash", algorithm: "sha256", hashValue: sha256 },
      { type: "PackageVerificationCode", algorithm: "sha1", hashValue: "x" },
    ],
    externalIdentifier: [
      {
        type: "ExternalIdentifier",
        externalIdentifierType: "cpe23",
        identifier: "cpe:2.3:a:acme:shop:1.0:*:*:*:*:*:*:*",
      },
    ],
  }),
  element("software_Package", "lib", {
    name: "lib",
    externalIdentifier: [
      { type: "ExternalIdentifier", externalIdentifierType: "packageUrl", identifier: "pkg:pypi/lib@2" },
    ],
    suppliedBy: { type: "Person", spdxId: id("kim"), name: "Kim" },
  }),
  element("software_Package", "os", {
    name: "debian",
    software_packageVersion: "12",
    software_primaryPurpose: "operatingSystem",
  }),
  element("software_Package", "deb", { name: "apt", software_packageUrl: "pkg:deb/debian/apt@2.6.1" }),
  element("software_File", "file", { name: "./x" }),
  element("ai_AIPackage", "model", {
    name: "classifier",
    software_packageVersion: "7",
    software_primaryPurpose: "model",
    ai_domain: ["vision"],
    ai_typeOfModel: ["transformer", "ViT"],
    ai_informationAboutApplication: "sorting",
    ai_limitation: "night pictures",
    ai_safetyRiskAssessment: "high",
    ai_useSensitivePersonalInformation: "yes",
  }),
  element("dataset_DatasetPackage", "photos", {
    name: "photos",
    software_primaryPurpose: "data",
    dataset_datasetType: ["image"],
    dataset_confidentialityLevel: "amber",
    dataset_intendedUse: "training",
    dataset_hasSensitivePersonalInformation: "no",
    description: "street photos",
    originatedBy: [id("acme")],
  }),
  element("Organization", "acme", { name: "Acme" }),
  element("simplelicensing_LicenseExpression", "license", { simplelicensing_licenseExpression: "MIT OR Apache-2.0" }),
  relationship("app", "hasConcludedLicense", "license"),
  relationship("app", "dependsOn", "lib", "elsewhere"),
  relationship("app", "contains", "file"),
  relationship("os", "contains", "deb"),
  relationship("lib", "dependsOn", "app"),
  relationship("model", "trainedOn", "photos"),
  element("security_VexNotAffectedVulnAssessmentRelationship", "vex", {
    from: id("v"),
    to: [id("app")],
    relationshipType: "doesNotAffect",
  }),
);

test("packages with what other elements say of them", async () => {
  const sbom = await read(whole);
  assert.deepEqual(
    sbom.problems.map(({ message }) => message.en),
    ["Not read: File (1).", "Not read: VexNotAffectedVulnAssessmentRelationship (1)."],
  );
  const { subject, ...header } = sbom.header;
  assert.deepEqual(header, {
    format: "spdx3-json",
    specVersion: "3.0.1",
    id: id("document"),
    revision: null,
    created: "2024-05-01T00:00:00Z",
    subjects: [id("app")],
    tools: ["maker 2"],
  });
  assert.equal(subject, named(sbom, "shop"));
  const { hashes, licenses, supplier, cpes, identity, type, path } = named(sbom, "shop");
  assert.deepEqual(
    { hashes, licenses, supplier, cpes, identity, type, path },
    {
      hashes: [{ algorithm: "SHA-256", value: sha256 }],
      licenses: ["MIT OR Apache-2.0"],
      supplier: "Acme",
      cpes: ["cpe:2.3:a:acme:shop:1.0:*:*:*:*:*:*:*"],
      identity: { ecosystem: "npm", release: "", name: "shop" },
      type: "application",
      path: "/@graph/5",
    },
  );
  assert.deepEqual([named(sbom, "lib").matchVersion, named(sbom, "lib").supplier], ["2", "Kim"]);
  assert.deepEqual(named(sbom, "apt").identity, { ecosystem: "Debian", release: "12", name: "apt" });
  assert.deepEqual(sbom.dependencies, [
    { kind: "depends-on", from: id("app"), to: [id("lib"), id("elsewhere")] },
    { kind: "contains", from: id("os"), to: [id("deb")] },
    { kind: "depends-on", from: id("lib"), to: [id("app")] },
  ]);
});

test("models and data sets of the AI and dataset profiles", async () => {
  const sbom = await read(whole);
  const model = named(sbom, "classifier");
  assert.equal(model.type, "machine-learning-model");
  assert.deepEqual(model.model, {
    task: "vision",
    architectureFamily: null,
    architecture: "transformer, ViT",
    datasets: [id("photos")],
    inputs: [],
    outputs: [],
    useCases: ["sorting"],
    limitations: ["night pictures"],
    risks: ["safety risk: high", "sensitive personal information"],
  });
  assert.deepEqual(named(sbom, "photos").data, [
    {
      name: "photos",
      kind: "image",
      classification: "amber",
      description: "street photos",
      governance: ["Acme"],
      useCases: ["training"],
      sensitive: [],
    },
  ]);
});

test("licences that are put together from others", async () => {
  const set = (type: string, name: string, ...members: string[]) =>
    element(`expandedlicensing_${type}`, name, { expandedlicensing_member: members });
  const sbom = await read(
    graph(
      element("software_Package", "a", { name: "a" }),
      relationship("a", "hasDeclaredLicense", "both"),
      set("ConjunctiveLicenseSet", "both", "https://spdx.org/licenses/MIT", id("either")),
      set("DisjunctiveLicenseSet", "either", id("custom"), id("later"), id("with")),
      element("expandedlicensing_CustomLicense", "custom", { name: "Acme" }),
      element("expandedlicensing_OrLaterOperator", "later", {
        expandedlicensing_subjectLicense: "https://spdx.org/licenses/LGPL-2.1",
      }),
      element("expandedlicensing_WithAdditionOperator", "with", {
        expandedlicensing_subjectExtendableLicense: "https://spdx.org/licenses/GPL-2.0-only",
        expandedlicensing_subjectAddition: "https://spdx.org/licenses/Classpath-exception-2.0",
      }),
      element("software_Package", "b", { name: "b" }),
      relationship("b", "hasDeclaredLicense", "loop"),
      relationship("b", "hasConcludedLicense", "none"),
      set("ConjunctiveLicenseSet", "loop", id("loop")),
      element("software_Package", "c", { name: "c" }),
      { ...relationship("c", "hasDeclaredLicense"), to: ["https://spdx.org/rdf/3.0.1/terms/Licensing/NoAssertion"] },
    ),
  );
  assert.deepEqual(named(sbom, "a").licenses, [
    "MIT AND (Acme OR LGPL-2.1+ OR (GPL-2.0-only WITH Classpath-exception-2.0))",
  ]);
  assert.equal(named(sbom, "b").licenses.length, 2, "a licence within itself ends");
  assert.deepEqual(named(sbom, "c").licenses, []);
});

test("licences that grow without end, by doubling and by depth, end", async () => {
  const set = (name: number, ...members: number[]) =>
    element("expandedlicensing_ConjunctiveLicenseSet", `l${name}`, {
      expandedlicensing_member: members.map((member) => id(`l${member}`)),
    });
  const doubling = Array.from({ length: 60 }, (_, i) => set(i, i + 1, i + 1, i + 1));
  const chain = Array.from({ length: 50_000 }, (_, i) => set(1000 + i, 1001 + i));
  const sbom = await read(
    graph(
      element("software_Package", "a", { name: "a" }),
      relationship("a", "hasDeclaredLicense", "l0", "l1000"),
      ...doubling,
      ...chain,
    ),
  );
  const { licenses } = named(sbom, "a");
  assert.equal(licenses.length, 2);
  assert.ok(licenses.every((license) => license.length <= 10_000));
});

test("what is not as the format says is reported, and the rest goes in", async () => {
  const { problems, components } = await read(
    graph(
      { spdxId: id("x") },
      element("software_Package", "a", { software_primaryPurpose: "toy", software_packageVersion: 1 }),
      element("software_Package", "a", { name: "again" }),
      relationship("a", "eats", "b"),
      relationship("a", "dependsOn", "nowhere"),
      element("Relationship", "half", { relationshipType: "dependsOn", to: [id("a")] }),
      element("software_Package", "b", {
        name: "b",
        verifiedUsing: [{ type: "Hash", algorithm: "sha256", hashValue: "x" }],
      }),
    ),
  );
  assert.deepEqual(told(problems), [
    "sbom.missing /@graph/2",
    "sbom.unknown-value /@graph/3/software_primaryPurpose",
    "sbom.missing /@graph/3",
    "sbom.not-a-string /@graph/3/software_packageVersion",
    "sbom.unknown-value /@graph/5/relationshipType",
    "sbom.missing /@graph/7",
    "sbom.invalid-hash /@graph/8/verifiedUsing/0/hashValue",
    "sbom.duplicate-ref /@graph/4",
    "sbom.dangling-ref line 1",
  ]);
  assert.deepEqual(
    components.map(({ name }) => name),
    ["", "again", "b"],
  );
});

test("edges to nothing, and to something that is called so", async () => {
  const nothing = "https://spdx.org/rdf/3.0.1/terms/Core/NoneElement";
  const { dependencies, problems } = await read(
    graph(element("software_Package", "a", { name: "a" }), element("software_Package", "PackageNone", { name: "b" }), {
      ...relationship("a", "dependsOn"),
      to: [nothing, id("PackageNone"), "NoAssertionElement"],
    }),
  );
  assert.deepEqual([dependencies.map(({ to }) => to), problems], [[[id("PackageNone")]], []]);
});

test("a document of one element needs no graph", async () => {
  const { components, header } = await read({
    "@context": context,
    ...element("software_Package", "a", { name: "alone", software_packageUrl: "pkg:npm/alone@1" }),
    creationInfo: { type: "CreationInfo", specVersion: "3.0.1", created: "2024-05-01T00:00:00Z" },
  });
  assert.deepEqual([components.map(({ name }) => name), header.specVersion], [["alone"], "3.0.1"]);
});

test("a licence that says nothing, and the package that a package was built from", async () => {
  const { components } = await read(
    graph(
      element("software_Package", "a", {
        name: "libfoo1",
        software_packageUrl: "pkg:deb/debian/libfoo1@1.2-3?distro=debian-12",
        software_sourceInfo: "built package from: foo 1.2-3",
      }),
      element("software_Package", "b", { name: "b" }),
      element("simplelicensing_LicenseExpression", "none", { simplelicensing_licenseExpression: "NOASSERTION" }),
      relationship("a", "hasDeclaredLicense", "none"),
    ),
  );
  assert.deepEqual(
    components.map(({ licenses, identity }) => [licenses, identity?.name]),
    [
      [[], "foo"],
      [[], undefined],
    ],
  );
});
