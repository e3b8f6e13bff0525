import assert from "node:assert/strict";
import { test } from "node:test";
import type { Component } from "./component.ts";
import { read, told } from "./testing/reading.ts";

const bom = (components: object[], members: object = {}): object => ({
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  components,
  ...members,
});

/** What identifies a component, in short. */
const short = ({ identity, identifiedBy, matchVersion, unmatchable }: Component): unknown[] => [
  identity === null ? null : [identity.ecosystem, identity.release, identity.name].join("|"),
  identifiedBy,
  matchVersion,
  unmatchable,
];

async function identified(component: object, members: object = {}): Promise<unknown[]> {
  const sbom = await read(bom([{ type: "library", name: "n", ...component }], members));
  const found = sbom.components.at(-1);
  return found === undefined ? [] : short(found);
}

test("by package URL, in the ecosystem's own form of the name", async () => {
  assert.deepEqual(await identified({ purl: "pkg:pypi/Django@4.2" }), ["PyPI||django", "purl", "4.2", null]);
  assert.deepEqual(await identified({ purl: "pkg:maven/g.x/a@1?type=jar" }), ["Maven||g.x:a", "purl", "1", null]);
  const sbom = await read(bom([{ type: "library", name: "n", purl: "pkg:NPM/%40scope/A@1.0" }]));
  assert.deepEqual(sbom.components[0]?.purl, "pkg:npm/%40scope/a@1.0");
});

test("the package URL's version counts; where it has none, the component's", async () => {
  assert.deepEqual(await identified({ version: "2.0", purl: "pkg:npm/a@1.0" }), ["npm||a", "purl", "1.0", null]);
  assert.deepEqual(await identified({ version: "2.0", purl: "pkg:npm/a" }), ["npm||a", "purl", "2.0", null]);
  assert.deepEqual(await identified({ purl: "pkg:npm/a" }), ["npm||a", "purl", null, "no-version"]);
});

test("an ecosystem that no advisory speaks of: by CPE, else not at all", async () => {
  const cpe = "cpe:2.3:a:openssl:openssl:3.0.1:*:*:*:*:*:*:*";
  assert.deepEqual(await identified({ purl: "pkg:generic/openssl@3.0.1" }), [null, "purl", null, "unknown-ecosystem"]);
  assert.deepEqual(await identified({ purl: "pkg:generic/openssl@3.0.1", cpe }), [null, "cpe", "3.0.1", null]);
});

test("by CPE, with its version where the component has none", async () => {
  assert.deepEqual(await identified({ cpe: "cpe:/a:v:p:1.0" }), [null, "cpe", "1.0", null]);
  assert.deepEqual(await identified({ version: "2", cpe: "cpe:/a:v:p:1.0" }), [null, "cpe", "2", null]);
  assert.deepEqual(await identified({ cpe: "cpe:/a:v:p" }), [null, "cpe", null, "no-version"]);
});

test("a bare name and version say too little", async () => {
  assert.deepEqual(await identified({ name: "openssl", version: "3.0.1" }), [null, null, null, "no-identity"]);
  for (const type of ["file", "device", "data", "cryptographic-asset"])
    assert.deepEqual(await identified({ type, version: "1" }), [null, null, null, "not-software"], type);
});

test("a package URL that cannot be read, and one that can be with good will", async () => {
  assert.deepEqual(await identified({ version: "1", purl: "npm/a@1" }), [null, null, null, "invalid-purl"]);
  assert.deepEqual(await identified({ version: "1", purl: "nope", cpe: "cpe:/a:v:p:1" }), [null, "cpe", "1", null]);
  const sbom = await read(bom([{ type: "library", name: "n", purl: " pkg:npm/a@1?Arch=x" }], {}));
  assert.equal(sbom.components[0]?.unmatchable, null);
  assert.deepEqual(told(sbom.problems), ["sbom.irregular-purl /components/0"]);
});

test("by a bom-ref that is a package URL, if it says the same as the component", async () => {
  const component = { "bom-ref": "pkg:npm/a@1.0?x=y", name: "a", version: "1.0" };
  assert.deepEqual(await identified(component), ["npm||a", "bom-ref", "1.0", null]);
  assert.deepEqual(await identified({ ...component, version: "2.0" }), [null, null, null, "no-identity"]);
  assert.deepEqual(await identified({ ...component, name: "b" }), [null, null, null, "no-identity"]);
});

test("by what a tool's properties say of the package manager", async () => {
  const properties = (name: string, value: string) => ({ properties: [{ name, value }] });
  const python = properties("syft:package:type", "python");
  assert.deepEqual(await identified({ name: "Flask", version: "3", ...python }), [
    "PyPI||flask",
    "properties",
    "3",
    null,
  ]);
  assert.deepEqual(await identified({ name: "Flask", ...python }), [null, null, null, "no-identity"]);
  const jar = properties("aquasecurity:trivy:PkgType", "jar");
  assert.deepEqual(await identified({ name: "lib", version: "1", ...jar }), [null, null, null, "no-identity"]);
  assert.deepEqual(await identified({ group: "org.x", name: "lib", version: "1", ...jar }), [
    "Maven||org.x:lib",
    "properties",
    "1",
    null,
  ]);
  const unknown = properties("syft:package:type", "binary");
  assert.deepEqual(await identified({ name: "x", version: "1", ...unknown }), [null, null, null, "no-identity"]);
});

test("an operating system's package carries its distribution, release and source package", async () => {
  const deb = "pkg:deb/debian/libc6@2.36-9%2Bdeb12u4?arch=amd64&distro=debian-12&upstream=glibc";
  assert.deepEqual(await identified({ purl: deb }), ["Debian|12|glibc", "purl", "2.36-9+deb12u4", null]);
  const rpm = "pkg:rpm/almalinux/bind-libs@9.16.23-1.el9?arch=x86_64&distro=almalinux-9.3&epoch=32";
  assert.deepEqual(await identified({ purl: rpm }), ["AlmaLinux|9|bind-libs", "purl", "32:9.16.23-1.el9", null]);
  const apk = "pkg:apk/alpine/busybox@1.36.1-r5?arch=x86_64&distro=alpine-3.19.1";
  assert.deepEqual(await identified({ purl: apk }), ["Alpine|v3.19|busybox", "purl", "1.36.1-r5", null]);
});

test("without a release, the document's operating system tells it, wherever it stands", async () => {
  const deb = { purl: "pkg:deb/debian/apt@2.6.1" };
  const debian = { type: "operating-system", "bom-ref": "os", name: "debian", version: "12.4" };
  const expected = ["Debian|12|apt", "purl", "2.6.1", null];
  assert.deepEqual(await identified(deb), [null, "purl", null, "no-release"]);
  assert.deepEqual(await identified(deb, { metadata: { component: debian } }), expected);
  const after = await read(bom([{ type: "library", name: "apt", ...deb }, debian]));
  assert.deepEqual(after.components.map(short), [[null, null, null, "no-identity"], expected]);
});

test("a document about an operating system's package tells it completed", async () => {
  const component = { type: "application", name: "apt", purl: "pkg:deb/debian/apt@2.6.1" };
  const os = { type: "operating-system", name: "debian", version: "12" };
  const { header, components } = await read(bom([os], { metadata: { component } }));
  assert.equal(header.subject?.identity?.release, "12");
  assert.equal(components.at(-1), header.subject);
});

test("syft's and trivy's properties of an operating system and of source packages", async () => {
  const os = {
    type: "operating-system",
    name: "Debian",
    version: "Debian GNU/Linux 12 (bookworm)",
    properties: [
      { name: "syft:distro:id", value: "debian" },
      { name: "syft:distro:versionID", value: "12" },
    ],
  };
  const properties = [
    { name: "aquasecurity:trivy:SrcName", value: "openssl" },
    { name: "aquasecurity:trivy:SrcVersion", value: "3.0.11" },
    { name: "aquasecurity:trivy:SrcRelease", value: "1~deb12u2" },
    { name: "aquasecurity:trivy:SrcEpoch", value: "0" },
  ];
  const sbom = await read(
    bom([{ type: "library", name: "libssl3", purl: "pkg:deb/debian/libssl3@3.0.11-1", properties }, os]),
  );
  assert.deepEqual(short(sbom.components[1] ?? assert.fail()), ["Debian|12|openssl", "purl", "3.0.11-1~deb12u2", null]);
});

test("several operating systems: the one that contains the package, or needs it, counts; else none", async () => {
  const os = (ref: string, version: string, components: object[] = []) => ({
    type: "operating-system",
    "bom-ref": ref,
    name: "debian",
    version,
    components,
  });
  const apt = (ref: string) => ({ type: "library", "bom-ref": ref, name: ref, purl: "pkg:deb/debian/apt@2" });
  const { components } = await read(
    bom([os("old", "11", [apt("inner")]), os("new", "12.5"), apt("linked"), apt("loose")], {
      dependencies: [{ ref: "new", dependsOn: ["linked"] }],
    }),
  );
  const releases = components.map(({ ref, identity, unmatchable }) => [ref, identity?.release ?? unmatchable]);
  assert.deepEqual(Object.fromEntries(releases), {
    old: "no-identity",
    new: "no-identity",
    inner: "11",
    linked: "12",
    loose: "no-release",
  });
});

test("the operating system of another family does not count", async () => {
  const alpine = { metadata: { component: { type: "operating-system", name: "alpine", version: "3.19" } } };
  assert.deepEqual(await identified({ purl: "pkg:deb/debian/apt@2" }, alpine), [null, "purl", null, "no-release"]);
});

test("an operating system's package is not matched by CPE: fixes are ported back to it", async () => {
  const cpe = "cpe:2.3:a:openssl:openssl:3.0.1:*:*:*:*:*:*:*";
  assert.deepEqual(await identified({ purl: "pkg:deb/debian/openssl@3.0.1-1", cpe }), [
    null,
    "purl",
    null,
    "no-release",
  ]);
});
