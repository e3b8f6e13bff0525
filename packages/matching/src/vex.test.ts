import assert from "node:assert/strict";
import { test } from "node:test";
import type { Subject, VexStatement } from "@bongsu/advisories";
import { compileIndex, match, openIndex } from "./index.ts";
import type { Bom } from "./input.ts";
import {
  advisory,
  affected,
  bare,
  bom,
  component,
  cpeSubject,
  document,
  range,
  statement,
  subject,
} from "./testing/samples.ts";

const index = openIndex(
  compileIndex([
    document({
      advisories: [
        advisory("GHSA-1", {
          aliases: ["CVE-2024-1111"],
          affected: [affected(subject("pkg:npm/a"), { range: range("vers:npm/<2.0.0") })],
        }),
      ],
    }),
    document({
      advisories: [
        advisory("GHSA-2", {
          aliases: ["CVE-2024-2222", "CVE-2024-3333"],
          affected: [affected(subject("pkg:npm/b"), { range: range("vers:npm/<2.0.0") })],
        }),
      ],
    }),
    document({
      advisories: [
        advisory("CVE-2024-4444", { affected: [affected(cpeSubject("cpe:2.3:a:acme:server:1.0:*:*:*:*:*:*:*"))] }),
      ],
    }),
  ]),
);

const app = component("pkg:npm/app@3.0.0", { ref: "app", type: "application" });
const a = component("pkg:npm/a@1.0.0", { ref: "a", hashes: [{ algorithm: "SHA-256", value: "AB".repeat(32) }] });
const b = component("pkg:npm/b@1.0.0", { ref: "b" });
const given: Bom = bom([a, b], { id: "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79", revision: 2, subject: app });

const notAffected = (about: Partial<VexStatement>) => statement({ vulnerabilities: ["CVE-2024-1111"], ...about });
const verdictOf = (statements: VexStatement[], target: Bom = given, name = "a") => {
  const finding = match([target], index, { statements }).findings.find((one) => one.component.name === name);
  assert.ok(finding !== undefined);
  return { status: finding.vex?.status ?? null, settled: finding.settled };
};
const settled = { status: "not_affected", settled: true };
const untouched = { status: null, settled: false };
const purl = (text: string): Subject => subject(text);

test("a statement about the component itself counts: with its version, without one, under any name of the vulnerability", () => {
  assert.deepEqual(verdictOf([notAffected({ subjects: [purl("pkg:npm/a@1.0.0")] })]), settled);
  assert.deepEqual(verdictOf([notAffected({ subjects: [purl("pkg:npm/a")] })]), settled);
  assert.deepEqual(verdictOf([notAffected({ subjects: [purl("pkg:npm/a")], vulnerabilities: ["ghsa-1"] })]), settled);
  assert.deepEqual(
    verdictOf([notAffected({ subjects: [purl("pkg:npm/a")], range: range("vers:npm/<1.5.0") })]),
    settled,
  );
});

test("a statement never counts by the vulnerability alone, nor for another version, package or product", () => {
  assert.deepEqual(verdictOf([notAffected({})]), untouched);
  assert.deepEqual(
    verdictOf([
      notAffected({
        subjects: [{ package: null, purl: null, cpe: null, product: { vendor: null, name: "a", version: "1.0.0" } }],
      }),
    ]),
    untouched,
  );
  assert.deepEqual(verdictOf([notAffected({ subjects: [purl("pkg:npm/a@1.0.1")] })]), untouched);
  assert.deepEqual(verdictOf([notAffected({ subjects: [purl("pkg:npm/b@1.0.0")] })]), untouched);
  assert.deepEqual(
    verdictOf([notAffected({ subjects: [purl("pkg:npm/a")], range: range("vers:npm/>=1.5.0") })]),
    untouched,
  );
  assert.deepEqual(verdictOf([notAffected({ subjects: [purl("pkg:npm/a@1.0.0?arch=arm64")] })]), untouched);
  assert.deepEqual(
    verdictOf([notAffected({ subjects: [purl("pkg:npm/a")], vulnerabilities: ["CVE-2024-2222"] })]),
    untouched,
  );
});

test("a statement about the product counts for what is in it; one about a part of it, for that part only", () => {
  assert.deepEqual(verdictOf([notAffected({ subjects: [purl("pkg:npm/app@3.0.0")] })]), settled);
  assert.deepEqual(verdictOf([notAffected({ subjects: [purl("pkg:npm/app@3.0.1")] })]), untouched);
  assert.deepEqual(
    verdictOf([notAffected({ subjects: [purl("pkg:npm/app@3.0.0")], components: [purl("pkg:npm/a")] })]),
    settled,
  );
  assert.deepEqual(
    verdictOf([notAffected({ subjects: [purl("pkg:npm/app@3.0.0")], components: [purl("pkg:npm/a@9.9.9")] })]),
    untouched,
  );
  assert.deepEqual(
    verdictOf([notAffected({ subjects: [purl("pkg:npm/other@3.0.0")], components: [purl("pkg:npm/a")] })]),
    untouched,
  );
});

test("a component that contains another by nesting is its product", () => {
  const nested = bom([component("pkg:npm/box@1.0.0", { ref: "box" }), { ...a, parent: "box" }]);
  assert.deepEqual(verdictOf([notAffected({ subjects: [purl("pkg:npm/box@1.0.0")] })], nested), settled);
  const circle = bom([component("pkg:npm/box@1.0.0", { ref: "box", parent: "a" }), { ...a, parent: "box" }]);
  assert.deepEqual(verdictOf([notAffected({ subjects: [purl("pkg:npm/none@1.0.0")] })], circle), untouched);
});

test("references count: a BOM-Link, a hash; a bare bom-ref only within its own BOM", () => {
  const link = "urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/2";
  assert.deepEqual(verdictOf([notAffected({ refs: [`${link}#a`] })]), settled);
  assert.deepEqual(verdictOf([notAffected({ refs: [`${link}#b`] })]), untouched);
  assert.deepEqual(verdictOf([notAffected({ refs: ["urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#a"] })]), untouched);
  assert.deepEqual(verdictOf([notAffected({ refs: [link] })]), settled);
  assert.deepEqual(verdictOf([notAffected({ refs: [`sha-256:${"ab".repeat(32)}`] })]), settled);
  assert.deepEqual(verdictOf([notAffected({ refs: [`sha-256:${"cd".repeat(32)}`] })]), untouched);
  assert.deepEqual(verdictOf([notAffected({ refs: ["a"] })]), untouched);
  assert.deepEqual(verdictOf([], { ...given, statements: [notAffected({ refs: ["a"] })] }), settled);
});

test("the newest statement counts; one without a date is older than any", () => {
  const about = { subjects: [purl("pkg:npm/a")] };
  const older = notAffected({ ...about, at: "2024-01-01T00:00:00Z" });
  const newer = notAffected({ ...about, at: "2024-06-01T00:00:00Z", status: "affected" });
  assert.deepEqual(verdictOf([older, newer]), { status: "affected", settled: false });
  assert.deepEqual(verdictOf([newer, older]), { status: "affected", settled: false });
  assert.deepEqual(verdictOf([newer, notAffected(about)]), { status: "affected", settled: false });
  assert.deepEqual(
    verdictOf([newer], { ...given, statements: [notAffected({ ...about, at: "2024-07-01T00:00:00Z" })] }),
    settled,
  );
});

test("what is under investigation is not settled, what is fixed is", () => {
  const about = { subjects: [purl("pkg:npm/a@1.0.0")] };
  assert.deepEqual(verdictOf([notAffected({ ...about, status: "under_investigation" })]), {
    status: "under_investigation",
    settled: false,
  });
  assert.deepEqual(verdictOf([notAffected({ ...about, status: "fixed" })]), { status: "fixed", settled: true });
});

test("where two CVEs go under one vulnerability, a statement about one does not excuse the other", () => {
  const about = (cve: string) => statement({ vulnerabilities: [cve], subjects: [purl("pkg:npm/b")] });
  assert.deepEqual(verdictOf([about("CVE-2024-2222")], given, "b"), untouched);
  assert.deepEqual(verdictOf([about("CVE-2024-2222"), about("CVE-2024-3333")], given, "b"), settled);
  assert.deepEqual(verdictOf([about("GHSA-2")], given, "b"), settled);
});

test("statements about a CPE count for the component that bears it", () => {
  const cpe = "cpe:2.3:a:acme:server:1.0:*:*:*:*:*:*:*";
  const server = { ...bare("server"), version: "1.0", matchVersion: "1.0", cpe, cpes: [cpe] };
  const about = (name: string) => statement({ vulnerabilities: ["CVE-2024-4444"], subjects: [cpeSubject(name)] });
  assert.deepEqual(verdictOf([about(cpe)], bom([server]), "server"), settled);
  assert.deepEqual(verdictOf([about("cpe:/a:acme:server")], bom([server]), "server"), settled);
  assert.deepEqual(verdictOf([about("cpe:/a:acme:server:2.0")], bom([server]), "server"), untouched);
});

test("statements that stand among the compiled advisories count as well", () => {
  const compiled = openIndex(
    compileIndex([
      document({
        advisories: [advisory("CVE-2024-1111", { affected: [affected(subject("pkg:npm/a"), { allVersions: true })] })],
      }),
      document({
        statements: [
          notAffected({ subjects: [purl("pkg:npm/a@1.0.0")], justification: "vulnerable_code_not_present" }),
        ],
      }),
    ]),
  );
  const [finding] = match([given], compiled).findings;
  assert.equal(finding?.vex?.justification, "vulnerable_code_not_present");
});

test("statements that are about nothing that was found are told by number", () => {
  const statements = [
    notAffected({ subjects: [purl("pkg:npm/a@1.0.0")] }),
    notAffected({ subjects: [purl("pkg:npm/a@7.0.0")] }),
  ];
  const { problems } = match([given], index, { statements });
  assert.deepEqual(
    problems.map(({ code, message }) => [code, message.en.includes("1 of 2")]),
    [["matching.vex-unused", true]],
  );
  assert.deepEqual(match([given], index, { statements: statements.slice(0, 1) }).problems, []);
});
