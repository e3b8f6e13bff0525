import assert from "node:assert/strict";
import { test } from "node:test";
import { BongsuError } from "@bongsu/base";
import { canonicalPurl, formatPurl, isRegisteredType, parsePurl, readPurl } from "./purl.ts";

/** Asserts that a text is refused, and gives the problem. */
function problemOf(text: string) {
  try {
    parsePurl(text);
  } catch (error) {
    if (error instanceof BongsuError) return error.problem;
    throw error;
  }
  assert.fail(`${text} should be refused`);
}

test("an error names the input, the place and the rule, in both languages", () => {
  const problem = problemOf("pkg:npm/foo@1.0?in%20production=true");
  assert.equal(problem.code, "versions.invalid-purl");
  assert.equal(problem.place.offset, 16);
  assert.match(problem.message.en, /pkg:npm\/foo@1\.0.*qualifier's key.*offset 16/);
  assert.match(problem.message.ko, /pkg:npm\/foo@1\.0.*한정자의 키.*위치 16/);
});

test("offsets count bytes, not characters", () => {
  assert.equal(problemOf("pkg:npm/봉수?1=2").place.offset, "pkg:npm/봉수?".length + 4);
});

test("what a rule is broken in is where the error points", () => {
  const places: [string, number][] = [
    ["npm/foo", 0],
    ["pkg:1npm/foo", 4],
    ["pkg:npm", 7],
    ["pkg:npm/@1.0", 8],
    ["pkg:npm/foo@1%zz", 13],
    ["pkg:npm/foo@%ff", 12],
    ["pkg:npm/a%2Fb/c", 8],
    ["pkg:npm/foo#x/%2F", 14],
    ["pkg:npm/foo?a=1&a=2", 16],
    ["pkg:npm/foo\n@1", 11],
    ["pkg:npm/foo\ud800@1", 11],
    ["pkg:pypi/org/foo", 9],
    ["pkg:julia/Dates?a=b", 16],
    ["pkg:bazel/rules_java", 20],
  ];
  for (const [text, offset] of places) assert.equal(problemOf(text).place.offset, offset, text);
});

test("formatting points to the part that is wrong", () => {
  for (const [parts, path] of [
    [{ type: "3npm", name: "foo" }, "/type"],
    [{ type: "npm", name: "//" }, "/name"],
    [{ type: "maven", name: "io" }, "/namespace"],
    [{ type: "npm", name: "foo", version: "\udc00" }, "/version"],
    [{ type: "npm", name: "foo", qualifiers: { Platform: "java" } }, "/qualifiers"],
    [{ type: "npm", name: "foo", qualifiers: JSON.parse('{"__proto__": "x"}') }, "/qualifiers"],
  ] as const) {
    assert.throws(
      () => formatPurl(parts),
      (error) => error instanceof BongsuError && error.problem.place.path === path,
      path,
    );
  }
});

test("parts may be left out, empty or not yet canonical", () => {
  assert.equal(formatPurl({ type: "NPM", name: "Foo" }), "pkg:npm/foo");
  assert.equal(
    formatPurl({ type: "npm", namespace: "", name: "foo", version: "", qualifiers: {}, subpath: "" }),
    "pkg:npm/foo",
  );
  assert.equal(
    formatPurl({ type: "generic", namespace: "/a//b/", name: "c", subpath: "./x/../y/" }),
    "pkg:generic/a/b/c#x/y",
  );
  assert.equal(
    formatPurl({ type: "generic", name: "c", qualifiers: { z: "1", a: "", b: "2", c: null } }),
    "pkg:generic/c?b=2&z=1",
  );
});

test("all but letters, digits, .-_~ and : is encoded", () => {
  assert.equal(
    formatPurl({ type: "generic", name: "a b+c/d@e!'()*,;$", version: "1:2~3_4", qualifiers: { q: "봉" } }),
    "pkg:generic/a%20b%2Bc%2Fd%40e%21%27%28%29%2A%2C%3B%24@1:2~3_4?q=%EB%B4%89",
  );
});

test("subpath follows the last #, qualifiers the first ?, the version the last @", () => {
  assert.deepEqual(parsePurl("pkg:generic/a@b@1?u=http://h/?x#f&v=2#s/t"), {
    type: "generic",
    namespace: null,
    name: "a@b",
    version: "1",
    qualifiers: { u: "http://h/?x#f", v: "2" },
    subpath: "s/t",
  });
  assert.deepEqual(parsePurl("pkg:npm/@babel/core@7.0.0").namespace, "@babel");
  assert.equal(parsePurl("pkg:npm/@babel/core").version, null);
  assert.equal(parsePurl("pkg:opam/git@3/16.1").version, "3/16.1");
});

test("types that are not registered follow the general rules", () => {
  assert.equal(canonicalPurl("pkg:Foo.Bar-1/Ns/Name@V"), "pkg:foo.bar-1/Ns/Name@V");
  assert.equal(isRegisteredType("foo.bar-1"), false);
  assert.equal(isRegisteredType("npm"), true);
});

test("each type's own rules", () => {
  const canonical: [string, string][] = [
    ["pkg:apk/Alpine/Curl@1", "pkg:apk/alpine/curl@1"],
    ["pkg:cpan/drolsky/DateTime", "pkg:cpan/DROLSKY/DateTime"],
    ["pkg:git/github.com/Foo/Bar", "pkg:git/github.com/foo/bar"],
    ["pkg:git/gitlab.gnome.org/GNOME/adwaita-fonts", "pkg:git/gitlab.gnome.org/GNOME/adwaita-fonts"],
    ["pkg:golang/stdlib@1.22.1", "pkg:golang/stdlib@1.22.1"],
    ["pkg:hackage/a_b", "pkg:hackage/a-b"],
    ["pkg:oci/Debian@SHA256:AB", "pkg:oci/debian@sha256:ab"],
    ["pkg:otp/Asn1#Src/A.erl", "pkg:otp/asn1#src/a.erl"],
    ["pkg:pub/Flutter-Web.Auth", "pkg:pub/flutter_web_auth"],
    ["pkg:pypi/Zope.Interface_X@1.0RC1", "pkg:pypi/zope-interface-x@1.0rc1"],
    ["pkg:rpm/Fedora/GConf2", "pkg:rpm/fedora/GConf2"],
    [
      "pkg:swid/x?tag_id=75B8C285-FA7B-485B-B199-4745E3004D0D",
      "pkg:swid/x?tag_id=75b8c285-fa7b-485b-b199-4745e3004d0d",
    ],
    ["pkg:vscode-extension/RedHat/Java@1.A", "pkg:vscode-extension/redhat/java@1.a"],
  ];
  for (const [text, expected] of canonical) assert.equal(formatPurl(parsePurl(text)), expected);
  for (const refused of [
    "pkg:github/repo",
    "pkg:composer/name",
    "pkg:deb/curl",
    "pkg:oci/com.example/product",
    "pkg:cargo/ns/rand",
    "pkg:cocoapods/.hidden",
    "pkg:swid/x",
    "pkg:swid/a/b/c/x?tag_id=1",
    "pkg:git/forgejo",
  ]) {
    problemOf(refused);
  }
});

test("what documents really write is read with warnings", () => {
  const reading = readPurl(" pkg:rpm/curl@100%?Arch=i386&arch=x86\n");
  assert.deepEqual(reading.purl, {
    type: "rpm",
    namespace: null,
    name: "curl",
    version: "100%",
    qualifiers: { arch: "i386" },
    subpath: null,
  });
  assert.deepEqual(
    reading.problems.map((problem) => [problem.severity, problem.place.offset]),
    [
      ["warning", 0],
      ["warning", 17],
      ["warning", 19],
      ["warning", 29],
      ["warning", 9],
    ],
  );
});

test("what cannot be made out is no package URL even for the lenient reader", () => {
  for (const text of ["", "pkg:", "pkg:npm", "pkg:npm/", "pkg:npm/%2F", "http://example.com", "pkg:npm/@1.0"]) {
    const { purl, problems } = readPurl(text);
    assert.equal(purl, null, text);
    assert.equal(problems.at(-1)?.severity, "error", text);
    assert.throws(() => canonicalPurl(text), { code: "versions.invalid-purl" });
  }
});

test("hostile input is read in linear time, and told of in few words", () => {
  const repeated = (piece: (n: number) => string) => Array.from({ length: 50_000 }, (_, n) => piece(n)).join("");
  for (const text of [
    `pkg:npm/a?${repeated(() => "&a=1")}`,
    `pkg:npm/a?${repeated((n) => `&k${n}=%`)}`,
    `pkg:npm/${repeated((n) => `%2F${n}/`)}a`,
    `pkg:npm/a#${repeated((n) => `%${n}/`)}`,
    `pkg:npm/${"@".repeat(500_000)}`,
    `pkg:${"/".repeat(500_000)}npm${"/".repeat(500_000)}a${"/".repeat(500_000)}`,
  ]) {
    const { purl, problems } = readPurl(text);
    assert.ok(purl, text.slice(0, 20));
    assert.ok(problems.length <= 20);
    for (const { message } of problems) assert.ok(message.en.length < 300);
  }
});
