import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { distributions } from "./identity/distributions.ts";
import { languageEcosystems } from "./identity/languages.ts";
import {
  normalizeName,
  normalizeRelease,
  osvIdentity,
  type PackageContext,
  packageIdentity,
  purlOf,
} from "./identity.ts";
import { formatPurl, readPurl } from "./purl.ts";

/** Reads a package URL as an SBOM reader does, and identifies it: `ecosystem|release|name|version`, or the reason. */
function identify(text: string, context?: PackageContext): string {
  const { purl } = readPurl(text);
  assert.ok(purl, text);
  const { identity, version, reason } = packageIdentity(purl, context);
  assert.equal(identity === null, reason !== null);
  return identity === null
    ? `${reason}`
    : [identity.ecosystem, identity.release, identity.name, version ?? ""].join("|");
}

function assertIdentities(table: [purl: string, expected: string, context?: PackageContext][]): void {
  for (const [purl, expected, context] of table) assert.equal(identify(purl, context), expected, purl);
}

test("packages of languages", () => {
  assertIdentities([
    ["pkg:npm/lodash@4.17.20", "npm||lodash|4.17.20"],
    ["pkg:npm/%40Angular/core@12.3.1", "npm||@angular/core|12.3.1"],
    ["pkg:npm/angular/core@12.3.1", "npm||@angular/core|12.3.1"],
    ["pkg:pypi/Zope.Interface@5.0", "PyPI||zope-interface|5.0"],
    ["pkg:cargo/Lock_API@0.4", "crates.io||lock-api|0.4"],
    ["pkg:maven/org.Apache.commons/io@1.3.4?type=jar", "Maven||org.Apache.commons:io|1.3.4"],
    ["pkg:nuget/Newtonsoft.Json@13.0.1", "NuGet||newtonsoft.json|13.0.1"],
    ["pkg:gem/rails@7.0", "RubyGems||rails|7.0"],
    ["pkg:composer/Laravel/Framework@5.5", "Packagist||laravel/framework|5.5"],
    ["pkg:pub/http@1.0", "Pub||http|1.0"],
    ["pkg:hex/phoenix@1.7", "Hex||phoenix|1.7"],
    ["pkg:cran/rJava@1.0-4", "CRAN||rJava|1.0-4"],
    ["pkg:hackage/AC-HalfInteger@1", "Hackage||AC-HalfInteger|1"],
    ["pkg:swift/github.com/Alamofire/Alamofire@5.4.3", "SwiftURL||github.com/alamofire/alamofire|5.4.3"],
    ["pkg:github/tj-actions/changed-files@v44", "GitHub Actions||tj-actions/changed-files|v44"],
    ["pkg:githubactions/github/codeql-action/init@v2", "GitHub Actions||github/codeql-action|v2"],
    ["pkg:conan/openssl.org/openssl@3.0.3?user=u&channel=c", "ConanCenter||openssl|3.0.3"],
    ["pkg:bitnami/wordpress@6.2.0", "Bitnami||wordpress|6.2.0"],
    ["pkg:julia/AWS@1.88.0?uuid=fbe9abb3-538b-5e4e-ba9e-bc94f4f92ebc", "Julia||AWS|1.88.0"],
    ["pkg:vscode-extension/RedHat/Java@1.46", "VSCode||redhat.java|1.46"],
    ["pkg:huggingface/microsoft/deberta@1", "unknown-ecosystem"],
    ["pkg:generic/openssl@1.1.1", "unknown-ecosystem"],
  ]);
});

test("Go modules: major versions, subpaths, and Go itself", () => {
  assertIdentities([
    ["pkg:golang/github.com/Masterminds/semver/v3@v3.1.0", "Go||github.com/masterminds/semver/v3|v3.1.0"],
    ["pkg:golang/github.com/foo/bar@v2.1.0#v2", "Go||github.com/foo/bar/v2|v2.1.0"],
    ["pkg:golang/github.com/foo/bar@v2.1.0#sdk/core/v2/pkg", "Go||github.com/foo/bar/sdk/core/v2|v2.1.0"],
    ["pkg:golang/google.golang.org/genproto@v1#googleapis/api", "Go||google.golang.org/genproto|v1"],
    [
      "pkg:golang/github.com/azure/azure-sdk-for-go@v1.0.0#sdk/azcore",
      "Go||github.com/azure/azure-sdk-for-go/sdk/azcore|v1.0.0",
      { name: "github.com/Azure/azure-sdk-for-go/sdk/azcore" },
    ],
    ["pkg:golang/stdlib@1.21.3", "Go||stdlib|1.21.3"],
    ["pkg:golang/std@go1.22rc1", "Go||stdlib|1.22.0-rc.1"],
    ["pkg:golang/toolchain@go1.22", "Go||toolchain|1.22.0"],
    ["pkg:golang/gotest.tools@v2.2.0%2Bincompatible", "Go||gotest.tools|v2.2.0+incompatible"],
  ]);
});

test("Debian and Ubuntu: releases by number and name, source packages and their versions", () => {
  assertIdentities([
    ["pkg:deb/debian/curl@7.88.1-10?distro=debian-12", "Debian|12|curl|7.88.1-10"],
    ["pkg:deb/debian/curl@7.88.1-10?distro=debian-12.5", "Debian|12|curl|7.88.1-10"],
    ["pkg:deb/debian/curl@7.88.1-10?distro=bookworm", "Debian|12|curl|7.88.1-10"],
    ["pkg:deb/debian/curl@8?distro=sid", "Debian|sid|curl|8"],
    ["pkg:deb/debian/libc6@2.36-9?distro=debian-12&upstream=glibc", "Debian|12|glibc|2.36-9"],
    [
      "pkg:deb/debian/gcc-12-base@12.2.0-14%2Bb1?distro=debian-12&upstream=gcc-12%4012.2.0-14",
      "Debian|12|gcc-12|12.2.0-14",
    ],
    ["pkg:deb/debian/attr@2.4.47-2%2Bb1?arch=amd64&distro=jessie&epoch=1", "Debian|8|attr|1:2.4.47-2"],
    ["pkg:deb/debian/attr@1:2.4.47-2?arch=source&distro=jessie&upstream=other", "Debian|8|attr|1:2.4.47-2"],
    ["pkg:deb/debian/openssl@3.0.11-1~deb12u2", "Debian|12|openssl|3.0.11-1~deb12u2"],
    ["pkg:deb/debian/curl@7.88", "no-release"],
    ["pkg:deb/debian/curl@7.88?distro=ubuntu-22.04", "no-release"],
    ["pkg:deb/debian/curl@7.88", "Debian|11|curl|7.88", { distribution: { id: "debian", release: "11.7" } }],
    ["pkg:deb/debian/curl@7.88", "no-release", { distribution: { id: "ubuntu", release: "22.04" } }],
    ["pkg:deb/curl@7.88?distro=ubuntu-22.04", "Ubuntu|22.04|curl|7.88"],
    ["pkg:deb/curl@7.88", "Ubuntu|22.04|curl|7.88", { distribution: { id: "Ubuntu", release: "jammy" } }],
    [
      "pkg:deb/debian/libssl3@3.0.11-1?distro=debian-12",
      "Debian|12|openssl|3.0.11-1",
      { source: { name: "openssl", version: null } },
    ],
    ["pkg:deb/ubuntu/dpkg@1.19?distro=ubuntu-22.04", "Ubuntu|22.04|dpkg|1.19"],
    ["pkg:deb/ubuntu/dpkg@1.19?distro=jammy", "Ubuntu|22.04|dpkg|1.19"],
    ["pkg:deb/ubuntu/dpkg@1.19?distro=esm-infra/bionic", "Ubuntu|18.04|dpkg|1.19"],
    ["pkg:deb/kali/curl@7.88?distro=kali-2023.1", "unknown-ecosystem"],
  ]);
});

test("RPM: major releases, epochs, source packages where OSV names those", () => {
  const openssl = "openssl-libs@3.0.7-27.el9?arch=x86_64&upstream=openssl-3.0.7-27.el9.src.rpm";
  assertIdentities([
    [`pkg:rpm/almalinux/${openssl}&epoch=1&distro=almalinux-9.3`, "AlmaLinux|9|openssl-libs|1:3.0.7-27.el9"],
    [`pkg:rpm/alma/${openssl}&epoch=1&distro=alma-9.3`, "AlmaLinux|9|openssl-libs|1:3.0.7-27.el9"],
    [`pkg:rpm/rocky/${openssl}&epoch=1&distro=rocky-9.3`, "Rocky Linux|9|openssl|1:3.0.7-27.el9"],
    ["pkg:rpm/rocky-linux/httpd@2.4?distro=rocky-linux-9-x86-64&epoch=0", "Rocky Linux|9|httpd|2.4"],
    [`pkg:rpm/redhat/${openssl}&distro=rhel-9.3`, "Red Hat|9|openssl-libs|3.0.7-27.el9"],
    [`pkg:rpm/rhel/${openssl}`, "Red Hat|9|openssl-libs|3.0.7-27.el9"],
    ["pkg:rpm/redhat/bash@1:5.1?epoch=2&distro=redhat-8.6", "Red Hat|8|bash|1:5.1"],
    ["pkg:rpm/redhat/bash@5.1-2", "no-release"],
    ["pkg:rpm/redhat/bash@5.1-2?arch=src&distro=rhel-9", "Red Hat|9|bash|5.1-2"],
    ["pkg:rpm/opensuse/curl@8?distro=opensuse-leap-15.5", "openSUSE|Leap 15.5|curl|8"],
    ["pkg:rpm/opensuse.leap/curl@8?distro=opensuse.leap-15.5", "openSUSE|Leap 15.5|curl|8"],
    ["pkg:rpm/opensuse/curl@8?distro=openSUSE%20Leap%2015.5", "openSUSE|Leap 15.5|curl|8"],
    ["pkg:rpm/opensuse/curl@8?distro=opensuse-tumbleweed-20240101", "openSUSE|Tumbleweed|curl|8"],
    ["pkg:rpm/suse/curl@8?distro=sles-15.5", "SUSE|15.5|curl|8"],
    ["pkg:rpm/suse/curl@8?distro=SUSE%20Linux%20Enterprise%20Server%2015%20SP5", "SUSE|15.5|curl|8"],
    ["pkg:rpm/suse/curl@8", "SUSE|Micro 5.3|curl|8", { distribution: { id: "sle-micro", release: "5.3" } }],
    ["pkg:rpm/mageia/curl@8-1.mga9?arch=source", "Mageia|9|curl|8-1.mga9"],
    ["pkg:rpm/openeuler/curl@8-1.oe2203sp3?distro=openeuler-22.03", "openEuler|22.03-LTS-SP3|curl|8-1.oe2203sp3"],
    ["pkg:rpm/openeuler/curl@8-1?distro=openeuler-24.03", "openEuler|24.03-LTS|curl|8-1"],
    ["pkg:rpm/mariner/libcurl@8?distro=mariner-2.0&upstream=curl-8-1.src.rpm", "Azure Linux|2|curl|8-1"],
    ["pkg:rpm/photon/curl@8?distro=photon-4.0", "Photon OS|4.0|curl|8"],
    ["pkg:rpm/fedora/curl@8?distro=fedora-39", "unknown-ecosystem"],
    ["pkg:rpm/centos/curl@8?distro=centos-8", "unknown-ecosystem"],
    ["pkg:rpm/mycompany/agent@1", "unknown-ecosystem", { distribution: { id: "rhel", release: "9" } }],
  ]);
});

test("Alpine, Wolfi and Chainguard", () => {
  assertIdentities([
    ["pkg:apk/alpine/libcrypto3@3.1.4-r5?distro=alpine-3.19.1&upstream=openssl", "Alpine|v3.19|openssl|3.1.4-r5"],
    ["pkg:apk/alpine/musl@1.2.2-r7?distro=3.16.0", "Alpine|v3.16|musl|1.2.2-r7"],
    ["pkg:apk/alpine/musl@1.2.2-r7?distro=edge", "Alpine|edge|musl|1.2.2-r7"],
    ["pkg:apk/alpine/musl@1.2.2-r7", "no-release"],
    ["pkg:apk/wolfi/curl@8.5.0-r0?distro=wolfi-20230201", "Wolfi||curl|8.5.0-r0"],
    ["pkg:apk/chainguard/curl@8.5.0-r0", "Chainguard||curl|8.5.0-r0"],
    ["pkg:apk/openwrt/curl@8.5.0-r0", "unknown-ecosystem"],
  ]);
});

test("el8 never is el9", () => {
  assert.notEqual(
    identify("pkg:rpm/almalinux/bash@1?distro=almalinux-8.9"),
    identify("pkg:rpm/almalinux/bash@1?distro=almalinux-9.8"),
  );
});

test("the module of a modular RPM", () => {
  const { purl } = readPurl("pkg:rpm/almalinux/nodejs@1?distro=almalinux-8&modularitylabel=nodejs:12:803002:229f0a1c");
  assert.equal(purl && packageIdentity(purl).module, "nodejs:12");
});

test("what OSV calls a package and its release meets what inventories call them", () => {
  const table: [ecosystem: string, name: string, expected: string][] = [
    ["Debian:12", "curl", "Debian|12|curl"],
    ["debian:bookworm", "curl", "Debian|12|curl"],
    ["Debian:3.1", "curl", "Debian|3.1|curl"],
    ["Debian", "curl", "Debian||curl"],
    ["Ubuntu:22.04:LTS", "curl", "Ubuntu|22.04|curl"],
    ["Ubuntu:23.10", "curl", "Ubuntu|23.10|curl"],
    ["Ubuntu:Pro:18.04:LTS", "curl", "Ubuntu|18.04|curl"],
    ["Ubuntu:Pro:FIPS:16.04:LTS", "curl", "Ubuntu|16.04|curl"],
    ["Alpine:v3.19", "curl", "Alpine|v3.19|curl"],
    ["AlmaLinux:9", "GConf2", "AlmaLinux|9|GConf2"],
    ["Rocky Linux:9", "curl", "Rocky Linux|9|curl"],
    ["Red Hat:enterprise_linux:9::baseos", "curl", "Red Hat|9|curl"],
    ["Red Hat:enterprise_linux:10.0", "curl", "Red Hat|10|curl"],
    ["Red Hat:rhel_eus:9.2::baseos", "curl", "Red Hat|rhel_eus:9.2::baseos|curl"],
    ["SUSE:Linux Enterprise Server 15 SP5", "curl", "SUSE|15.5|curl"],
    ["SUSE:Linux Enterprise Server 15 SP5-LTSS", "curl", "SUSE|15.5|curl"],
    ["SUSE:Linux Enterprise Module for Basesystem 15 SP5", "curl", "SUSE|15.5|curl"],
    ["SUSE:Linux Enterprise Server for SAP Applications 16.0", "curl", "SUSE|16.0|curl"],
    ["SUSE:Linux Enterprise Micro 5.3", "curl", "SUSE|Micro 5.3|curl"],
    ["SUSE:Linux Micro 6.0", "curl", "SUSE|Micro 6.0|curl"],
    ["SUSE:Manager Server 4.3", "curl", "SUSE|manager server 4.3|curl"],
    ["openSUSE:Leap 15.5", "curl", "openSUSE|Leap 15.5|curl"],
    ["openSUSE:Leap Micro 5.5", "curl", "openSUSE|Leap Micro 5.5|curl"],
    ["openSUSE:Tumbleweed", "curl", "openSUSE|Tumbleweed|curl"],
    ["Mageia:9", "curl", "Mageia|9|curl"],
    ["openEuler:24.03-LTS", "curl", "openEuler|24.03-LTS|curl"],
    ["openEuler:22.03-LTS-SP3", "curl", "openEuler|22.03-LTS-SP3|curl"],
    ["Photon OS:3.0", "curl", "Photon OS|3.0|curl"],
    ["Alpaquita:stream", "curl", "Alpaquita|stream|curl"],
    ["Maven:https://maven.google.com", "a.b:c", "Maven||a.b:c"],
    ["pypi", "Foo__Bar", "PyPI||foo-bar"],
    ["SwiftURL", "https://github.com/Apple/swift-nio.git", "SwiftURL||github.com/apple/swift-nio"],
    ["Android", ":linux_kernel:", "Android||:linux_kernel:"],
    ["FreeBSD:ports", "curl", "FreeBSD|ports|curl"],
    ["Root:Alpine:3.18", "root-curl", "Root|Alpine:3.18|root-curl"],
    ["CleanStart", "Dino", "CleanStart||dino"],
    ["Echo", "curl", "Echo||curl"],
    ["Echo:PyPI", "requests", "Echo|PyPI|requests"],
    ["Azure Linux:3", "curl", "Azure Linux|3|curl"],
  ];
  for (const [ecosystem, name, expected] of table) {
    assert.equal(Object.values(osvIdentity(ecosystem, name)).join("|"), expected, ecosystem);
  }
});

test("a package URL is made of OSV's names", () => {
  const table: [ecosystem: string, name: string, expected: string | null][] = [
    ["npm", "@angular/core", "pkg:npm/%40angular/core"],
    ["Maven", "org.apache.commons:io", "pkg:maven/org.apache.commons/io"],
    ["Go", "github.com/Masterminds/semver/v3", "pkg:golang/github.com/masterminds/semver/v3"],
    ["Go", "stdlib", "pkg:golang/stdlib"],
    ["NuGet", "Newtonsoft.Json", "pkg:nuget/Newtonsoft.Json"],
    ["crates.io", "lock_api", "pkg:cargo/lock_api"],
    ["SwiftURL", "https://github.com/apple/Swift-NIO.git", "pkg:swift/github.com/apple/Swift-NIO"],
    ["Debian:12", "glibc", "pkg:deb/debian/glibc?arch=source&distro=debian-12"],
    ["Debian", "glibc", "pkg:deb/debian/glibc?arch=source"],
    ["Alpine:v3.19", "openssl", "pkg:apk/alpine/openssl?arch=source&distro=alpine-v3.19"],
    ["AlmaLinux:9", "openssl-libs", "pkg:rpm/almalinux/openssl-libs?distro=almalinux-9"],
    ["Wolfi", "curl", "pkg:apk/wolfi/curl?arch=source"],
    ["GitHub Actions", "actions/checkout", "pkg:github/actions/checkout"],
    ["VSCode", "redhat.java", "pkg:vscode-extension/redhat/java"],
    ["Julia", "AWS", null],
    ["Maven", "no-group", null],
    ["Linux", "Kernel", null],
  ];
  for (const [ecosystem, name, expected] of table) {
    const purl = purlOf(ecosystem, name);
    assert.equal(purl && formatPurl(purl), expected, `${ecosystem} ${name}`);
  }
});

const ecosystems = [...languageEcosystems, ...distributions].map(({ ecosystem }) => ecosystem);
const anyName = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1 }),
  fc.stringMatching(/^@?[A-Za-z0-9]{1,5}([/:.][A-Za-z0-9_.-]{1,6}){0,3}$/),
);

test("normalising twice is normalising once", () => {
  fc.assert(
    fc.property(fc.constantFrom(...ecosystems), anyName, (ecosystem, text) => {
      const name = normalizeName(ecosystem, text);
      assert.equal(normalizeName(ecosystem, name), name);
      const release = normalizeRelease(ecosystem, text);
      assert.equal(normalizeRelease(ecosystem, release), release);
    }),
    { numRuns: 3000 },
  );
});

test("what OSV calls a package is what its package URL means", () => {
  const release = fc.constantFrom("", ":12", ":9", ":22.04:LTS", ":v3.19", ":Leap 15.5", ":24.03-LTS-SP1", ":sid");
  fc.assert(
    fc.property(fc.constantFrom(...ecosystems), release, anyName, (ecosystem, suffix, name) => {
      const osv = osvIdentity(ecosystem + suffix, name);
      const purl = purlOf(ecosystem + suffix, osv.name);
      if (purl === null) return;
      const { identity, reason } = packageIdentity(purl);
      if (reason === "no-release") assert.equal(osv.release, "");
      else assert.deepEqual(identity, osv);
    }),
    { numRuns: 3000 },
  );
});
