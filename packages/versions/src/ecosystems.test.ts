import assert from "node:assert/strict";
import { test } from "node:test";
import { ecosystemOf, knownEcosystems, orderOf } from "./ecosystems.ts";
import { compareVersions, versionKey } from "./versions.ts";

test("every ecosystem that OSV names, and whose order is known, has one", () => {
  const required =
    "npm, crates.io, Go, PyPI, Maven, NuGet, RubyGems, Packagist, Pub, Hex, CRAN, Hackage, Debian, Ubuntu, Alpine, " +
    "Wolfi, Chainguard, AlmaLinux, Rocky Linux, Red Hat, SUSE, openSUSE, Mageia, openEuler, Bitnami, GitHub Actions, " +
    "SwiftURL, ConanCenter, generic";
  for (const name of required.split(", ")) {
    assert.ok(knownEcosystems.includes(name), name);
    assert.equal(compareVersions(name, "1.2", "1.10"), -1, name);
  }
});

test("a release follows the first colon", () => {
  assert.deepEqual(ecosystemOf("Debian:12"), { ecosystem: "Debian", release: "12" });
  assert.deepEqual(ecosystemOf("Alpine:v3.19"), { ecosystem: "Alpine", release: "v3.19" });
  assert.deepEqual(ecosystemOf("openSUSE:Leap 15.6"), { ecosystem: "openSUSE", release: "Leap 15.6" });
  assert.deepEqual(ecosystemOf("Red Hat:rhel_aus:8.4::appstream"), {
    ecosystem: "Red Hat",
    release: "rhel_aus:8.4::appstream",
  });
  assert.deepEqual(ecosystemOf("PyPI"), { ecosystem: "PyPI", release: "" });
});

test("the case of a name does not matter, and comes back as OSV writes it", () => {
  assert.deepEqual(ecosystemOf("pypi"), { ecosystem: "PyPI", release: "" });
  assert.deepEqual(ecosystemOf(" ALMALINUX:9 "), { ecosystem: "AlmaLinux", release: "9" });
  assert.equal(compareVersions("rubygems", "1.0.a", "1.0"), -1);
});

test("a release does not change the order", () => {
  assert.equal(orderOf("Debian:12"), orderOf("Debian"));
  assert.equal(compareVersions("AlmaLinux:9", "1.0~rc1", "1.0"), -1);
  assert.equal(compareVersions("Alpine:v3.19", "1.0_rc1", "1.0"), -1);
});

test("who rebuilds the packages of others has the order of what is rebuilt", () => {
  assert.equal(orderOf("Root:Alpine:3.18"), orderOf("Root:Alpine"));
  assert.equal(orderOf("Red Hat Lightwell:Maven"), orderOf("Maven"));
  assert.equal(orderOf("TuxCare:npm"), orderOf("npm"));
  assert.equal(orderOf("Docker Hardened Images:Debian:trixie"), orderOf("Debian"));
  assert.equal(orderOf("Echo:PyPI"), orderOf("PyPI"));
  assert.equal(orderOf("Echo"), orderOf("Debian"));
  assert.equal(orderOf("Root"), null);
  assert.equal(orderOf("Red Hat Lightwell"), null);
  assert.equal(orderOf("TuxCare:TuxCare:npm"), null);
});

test("a VERS type stands for the ecosystem whose order it names", () => {
  const types = {
    gem: "RubyGems",
    cargo: "crates.io",
    golang: "Go",
    composer: "Packagist",
    deb: "Debian",
    rpm: "Red Hat",
  };
  for (const [type, ecosystem] of Object.entries(types)) {
    assert.equal(orderOf(type), orderOf(ecosystem), type);
    assert.notEqual(orderOf(type), null, type);
  }
  assert.equal(compareVersions("Apk", "1.0_rc1", "1.0"), -1);
  assert.equal(compareVersions("hasOwnProperty", "1.0", "1.0"), null);
});

test("an unknown ecosystem has no order, no key and no comparison", () => {
  for (const name of ["", "Atlantis", "__proto__", "constructor", "toString:1", ":12", "Debian12"]) {
    assert.equal(ecosystemOf(name), null, name);
    assert.equal(versionKey(name, "1.0"), null, name);
    assert.equal(compareVersions(name, "1.0", "1.0"), null, name);
  }
});
