import assert from "node:assert/strict";
import { test } from "node:test";
import type { Sbom } from "../component.ts";
import { essence, named, read, refusal, told } from "../testing/reading.ts";

const sha256 = "b".repeat(64);

const json = {
  spdxVersion: "SPDX-2.3",
  dataLicense: "CC0-1.0",
  SPDXID: "SPDXRef-DOCUMENT",
  name: "shop",
  documentNamespace: "https://example.org/shop-1",
  creationInfo: { created: "2024-05-01T00:00:00Z", creators: ["Tool: maker-1.0", "Organization: Acme ()"] },
  packages: [
    {
      SPDXID: "SPDXRef-app",
      name: "shop",
      versionInfo: "1.0",
      supplier: "Organization: Acme (security@acme.example)",
      downloadLocation: "NOASSERTION",
      primaryPackagePurpose: "APPLICATION",
      licenseConcluded: "NOASSERTION",
      licenseDeclared: "MIT AND Apache-2.0",
      checksums: [{ algorithm: "SHA256", checksumValue: sha256 }],
      externalRefs: [
        { referenceCategory: "PACKAGE-MANAGER", referenceType: "purl", referenceLocator: "pkg:npm/shop@1.0" },
        {
          referenceCategory: "SECURITY",
          referenceType: "cpe23Type",
          referenceLocator: "cpe:2.3:a:acme:shop:1.0:*:*:*:*:*:*:*",
        },
      ],
    },
    {
      SPDXID: "SPDXRef-lib",
      name: "express",
      versionInfo: "4.17.1",
      supplier: "NOASSERTION",
      originator: "Person: Kim Yuna",
      downloadLocation: "NONE",
      externalRefs: [
        { referenceCategory: "PACKAGE-MANAGER", referenceType: "npm", referenceLocator: "express@4.17.1" },
      ],
    },
    {
      SPDXID: "SPDXRef-os",
      name: "alpine",
      versionInfo: "3.19.1",
      downloadLocation: "NOASSERTION",
      primaryPackagePurpose: "OPERATING-SYSTEM",
    },
    {
      SPDXID: "SPDXRef-apk",
      name: "busybox",
      versionInfo: "1.36.1-r5",
      downloadLocation: "NOASSERTION",
      externalRefs: [
        {
          referenceCategory: "PACKAGE_MANAGER",
          referenceType: "purl",
          referenceLocator: "pkg:apk/alpine/busybox@1.36.1-r5",
        },
      ],
    },
  ],
  files: [{ SPDXID: "SPDXRef-file", fileName: "./x" }],
  relationships: [
    { spdxElementId: "SPDXRef-DOCUMENT", relationshipType: "DESCRIBES", relatedSpdxElement: "SPDXRef-app" },
    { spdxElementId: "SPDXRef-app", relationshipType: "DEPENDS_ON", relatedSpdxElement: "SPDXRef-lib" },
    { spdxElementId: "SPDXRef-lib", relationshipType: "DEV_DEPENDENCY_OF", relatedSpdxElement: "SPDXRef-app" },
    { spdxElementId: "SPDXRef-os", relationshipType: "CONTAINS", relatedSpdxElement: "SPDXRef-apk" },
    { spdxElementId: "SPDXRef-app", relationshipType: "CONTAINS", relatedSpdxElement: "SPDXRef-file" },
    { spdxElementId: "SPDXRef-lib", relationshipType: "CONTAINS", relatedSpdxElement: "NONE" },
    { spdxElementId: "SPDXRef-app", relationshipType: "DEPENDS_ON", relatedSpdxElement: "DocumentRef-other:SPDXRef-x" },
    { spdxElementId: "SPDXRef-lib", relationshipType: "VARIANT_OF", relatedSpdxElement: "SPDXRef-app" },
  ],
};

const tagValue = `# a comment
SPDXVersion: SPDX-2.3
DataLicense: CC0-1.0
SPDXID: SPDXRef-DOCUMENT
DocumentName: shop
DocumentNamespace: https://example.org/shop-1
Creator: Tool: maker-1.0
Creator: Organization: Acme ()
Created: 2024-05-01T00:00:00Z

PackageName: shop
SPDXID: SPDXRef-app
PackageVersion: 1.0
PackageSupplier: Organization: Acme (security@acme.example)
PackageDownloadLocation: NOASSERTION
PrimaryPackagePurpose: APPLICATION
PackageLicenseConcluded: NOASSERTION
PackageLicenseDeclared: MIT AND Apache-2.0
PackageChecksum: SHA256: ${sha256}
PackageDescription: <text>Several
PackageName: not a tag
lines</text>
ExternalRef: PACKAGE-MANAGER purl pkg:npm/shop@1.0
ExternalRef: SECURITY cpe23Type cpe:2.3:a:acme:shop:1.0:*:*:*:*:*:*:*

PackageName: express
SPDXID: SPDXRef-lib
PackageVersion: 4.17.1
PackageSupplier: NOASSERTION
PackageOriginator: Person: Kim Yuna
PackageDownloadLocation: NONE
ExternalRef: PACKAGE-MANAGER npm express@4.17.1

PackageName: alpine
SPDXID: SPDXRef-os
PackageVersion: 3.19.1
PrimaryPackagePurpose: OPERATING-SYSTEM
PackageName: busybox
SPDXID: SPDXRef-apk
PackageVersion: 1.36.1-r5
ExternalRef: PACKAGE_MANAGER purl pkg:apk/alpine/busybox@1.36.1-r5
FileName: ./x
SPDXID: SPDXRef-file
LicenseID: LicenseRef-1
ExtractedText: <text>one line</text>
Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-app
Relationship: SPDXRef-app DEPENDS_ON SPDXRef-lib
Relationship: SPDXRef-lib DEV_DEPENDENCY_OF SPDXRef-app
Relationship: SPDXRef-os CONTAINS SPDXRef-apk
Relationship: SPDXRef-app CONTAINS SPDXRef-file
Relationship: SPDXRef-lib CONTAINS NONE
Relationship: SPDXRef-app DEPENDS_ON DocumentRef-other:SPDXRef-x
Relationship: SPDXRef-lib VARIANT_OF SPDXRef-app
`;

test("packages, their identity, and what the document says of itself", async () => {
  const sbom = await read(json);
  assert.deepEqual(told(sbom.problems), ["sbom.not-read"]);
  const { subject, ...header } = sbom.header;
  assert.deepEqual(header, {
    format: "spdx-json",
    specVersion: "2.3",
    id: "https://example.org/shop-1",
    revision: null,
    created: "2024-05-01T00:00:00Z",
    subjects: ["SPDXRef-app"],
    tools: ["maker-1.0"],
  });
  assert.deepEqual(subject, {
    ref: "SPDXRef-app",
    type: "application",
    group: null,
    name: "shop",
    version: "1.0",
    purl: "pkg:npm/shop@1.0",
    cpe: "cpe:2.3:a:acme:shop:1.0:*:*:*:*:*:*:*",
    cpes: ["cpe:2.3:a:acme:shop:1.0:*:*:*:*:*:*:*"],
    identity: { ecosystem: "npm", release: "", name: "shop" },
    identifiedBy: "purl",
    matchVersion: "1.0",
    module: null,
    unmatchable: null,
    hashes: [{ algorithm: "SHA-256", value: sha256 }],
    licenses: ["MIT AND Apache-2.0"],
    supplier: "Acme",
    supplierRole: "supplier",
    scope: null,
    path: "/packages/0",
    parent: null,
    model: null,
    data: [],
  });
  const express = named(sbom, "express");
  assert.deepEqual(
    [express.identity?.ecosystem, express.identifiedBy, express.supplier, express.supplierRole],
    ["npm", "package-manager", "Kim Yuna", "author"],
  );
  assert.deepEqual(named(sbom, "busybox").identity, { ecosystem: "Alpine", release: "v3.19", name: "busybox" });
  assert.equal(named(sbom, "alpine").type, "operating-system");
});

test("relationships become edges in the direction of need and of containment", async () => {
  const { dependencies } = await read(json);
  assert.deepEqual(dependencies, [
    { kind: "depends-on", from: "SPDXRef-app", to: ["SPDXRef-lib"] },
    { kind: "depends-on", from: "SPDXRef-app", to: ["SPDXRef-lib"] },
    { kind: "contains", from: "SPDXRef-os", to: ["SPDXRef-apk"] },
    { kind: "depends-on", from: "SPDXRef-app", to: ["DocumentRef-other:SPDXRef-x"] },
  ]);
});

test("tag-value tells the same as JSON, and where by the line", async () => {
  const shape = ({ components, header, problems, ...rest }: Sbom) => ({
    ...rest,
    components: components.map(essence),
    header: { ...header, format: null, subject: null },
    problems: problems.map(({ message }) => message.en),
  });
  const sbom = await read(tagValue);
  const { problems, ...expected } = shape(await read(json));
  const passed = [...problems, "Not read: hasExtractedLicensingInfos (1)."];
  assert.deepEqual(shape(sbom), { ...expected, problems: passed });
  assert.equal(sbom.header.format, "spdx-tag-value");
  assert.equal(named(sbom, "shop").path, "line 11");
  assert.deepEqual(await read(tagValue.replaceAll("\n", "\r\n")), sbom, "with the line ends of another system");
});

test("what is wrong in tag-value is told with its line", async () => {
  const { problems, components } = await read(
    `SPDXVersion: SPDX-2.9
no tag here
Unknown: value
PackageName: a
PackageVersion: 1
PackageChecksum: SHA1 nothing
Relationship: SPDXRef-a EATS SPDXRef-b
Relationship: SPDXRef-a DEPENDS_ON
`,
  );
  assert.deepEqual(told(problems), [
    "sbom.tag-value line 2",
    "sbom.unknown-tag line 3",
    "sbom.unknown-value line 7",
    "sbom.missing line 8",
    "sbom.missing line 4",
    "sbom.missing line 4",
    "sbom.unknown-version line 1",
  ]);
  assert.deepEqual(
    components.map(({ name, ref }) => [name, ref]),
    [["a", "#line 4"]],
  );
});

test("a text that is never closed is a document cut off", async () => {
  const { code, place } = await refusal("SPDXVersion: SPDX-2.3\nPackageName: a\nPackageComment: <text>x\ny\n");
  assert.deepEqual([code, place.line], ["sbom.truncated", 3]);
});

test("other package managers' references", async () => {
  const refs: [string, string, string | null][] = [
    ["maven-central", "org.acme:lib:1.0", "pkg:maven/org.acme/lib@1.0"],
    ["npm", "@scope/a@1.0", "pkg:npm/%40scope/a@1.0"],
    ["nuget", "Some.Lib/2.0", "pkg:nuget/Some.Lib@2.0"],
    ["maven-central", "org.acme:lib", null],
    ["npm", "express", null],
    ["swh", "swh:1:cnt:94a9ed024d3859793618152ea559a168bbcbb5e2", null],
  ];
  for (const [referenceType, referenceLocator, purl] of refs) {
    const reference = { referenceCategory: "PACKAGE-MANAGER", referenceType, referenceLocator };
    const { components } = await read({
      ...json,
      packages: [{ SPDXID: "SPDXRef-app", name: "x", externalRefs: [reference] }],
    });
    assert.equal(components[0]?.purl, purl, referenceLocator);
  }
});

test("several package URLs: the first that is valid counts, the others are told", async () => {
  const reference = (referenceLocator: string) => ({
    referenceCategory: "PACKAGE-MANAGER",
    referenceType: "purl",
    referenceLocator,
  });
  const externalRefs = ["wrong", "pkg:npm/a@1", "pkg:npm/b@1"].map(reference);
  const sbom = await read({
    ...json,
    files: [],
    relationships: [],
    packages: [{ SPDXID: "SPDXRef-a", name: "x", externalRefs }],
  });
  assert.equal(sbom.components[0]?.purl, "pkg:npm/a@1");
  assert.deepEqual(told(sbom.problems), ["sbom.invalid-purl /packages/0", "sbom.extra-purl /packages/0"]);
});

test("GitHub's export and in-toto statements wrap a document", async () => {
  for (const [wrapper, outer] of [
    ["sbom", {}],
    ["predicate", { _type: "https://in-toto.io/Statement/v1", predicateType: "https://spdx.dev/Document" }],
  ] as const) {
    const sbom = await read({ ...outer, [wrapper]: json });
    assert.deepEqual([sbom.components.length, sbom.header.id], [4, json.documentNamespace]);
    assert.equal(named(sbom, "shop").path, `/${wrapper}/packages/0`);
  }
});

test("notations of SPDX that are not read are named", async () => {
  const yaml = await refusal("spdxVersion: SPDX-2.3\nSPDXID: SPDXRef-DOCUMENT\n");
  const rdf = await refusal('<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>');
  const xml = await refusal("<Document><SPDXID>SPDXRef-DOCUMENT</SPDXID></Document>");
  for (const { code } of [yaml, rdf, xml]) assert.equal(code, "sbom.unsupported-format");
  assert.match(yaml.message.en, /SPDX YAML/);
  assert.match(rdf.message.en, /RDF/);
});

test("Trivy's word for the package that a distribution built a package from", async () => {
  const debian = (name: string, sourceInfo: string) => ({
    SPDXID: `SPDXRef-${name}`,
    name,
    sourceInfo,
    externalRefs: [
      {
        referenceCategory: "PACKAGE-MANAGER",
        referenceType: "purl",
        referenceLocator: `pkg:deb/debian/${name}@1.2-3%2Bb1?distro=debian-12.5`,
      },
    ],
  });
  const told = [
    debian("libfoo1", "built package from: foo 1:1.2-3"),
    debian("libbar1", "built package from: bar"),
    debian("baz", "acquired package info from DPKG DB: /var/lib/dpkg/status"),
  ];
  const text = told.map(
    ({ SPDXID, name, sourceInfo, externalRefs: [ref] }) =>
      `PackageName: ${name}\nSPDXID: ${SPDXID}\nPackageSourceInfo: <text>${sourceInfo}</text>\nExternalRef: PACKAGE-MANAGER purl ${ref?.referenceLocator}\n`,
  );
  for (const document of [{ ...json, packages: told, relationships: [] }, `SPDXVersion: SPDX-2.3\n${text.join("")}`]) {
    const { components } = await read(document);
    assert.deepEqual(
      components.map(({ identity, matchVersion }) => [identity?.name, matchVersion]),
      [
        ["foo", "1:1.2-3"],
        ["bar", "1.2-3"],
        ["baz", "1.2-3"],
      ],
    );
  }
});

test("a file that the document describes is no subject: subjects are components", async () => {
  const { header } = await read({
    ...json,
    files: [{ SPDXID: "SPDXRef-file", fileName: "./a" }],
    documentDescribes: ["SPDXRef-file", "SPDXRef-app"],
  });
  assert.deepEqual([header.subjects, header.subject?.name], [["SPDXRef-app"], "shop"]);
});
