import assert from "node:assert/strict";
import { test } from "node:test";
import type { Advisory, AdvisoryDocument, Affected } from "@bongsu/advisories";
import type { Component } from "@bongsu/sbom";
import { osvRange } from "@bongsu/versions";
import fc from "fast-check";
import { type AdvisoryIndex, combineIndexes, compileIndex, match, openIndex } from "./index.ts";
import { type ReferenceAnswer, referenceMatch, sortAnswers } from "./testing/reference.ts";
import { advisory, affected, bom, component, document, subject } from "./testing/samples.ts";

const types = { npm: "npm", pypi: "PyPI", golang: "Go", maven: "Maven" } as const;
type Type = keyof typeof types;

const part = fc.integer({ min: 0, max: 4 });
const numbers = fc.tuple(part, part, part).map((parts) => parts.join("."));
const suffixes: Record<Type, string[]> = {
  npm: ["", "", "-rc.1", "-alpha", "+build"],
  pypi: ["", "", "rc1", ".post1", ".dev2", "a1"],
  golang: ["", "", "-rc.1", "-0.20200101000000-0123456789ab"],
  maven: ["", "", "-SNAPSHOT", "-RC1", ".Final", "-alpha-1"],
};
const oddVersion = fc.constantFrom("latest", "1.x", "", "0", "v1.0", "2023-01-01", "1.0.0.0.0");

const versionOf = (type: Type) =>
  fc.oneof(
    { weight: 12, arbitrary: fc.tuple(numbers, fc.constantFrom(...suffixes[type])).map((parts) => parts.join("")) },
    { weight: 1, arbitrary: oddVersion },
  );

const typed = fc.constantFrom<Type>("npm", "pypi", "golang", "maven");
const packageOf = (type: Type) =>
  fc
    .constantFrom("a", "b")
    .map((name) => `pkg:${type}/${type === "maven" ? "org.x/" : type === "golang" ? "x.org/" : ""}${name}`);

const eventsOf = (type: Type) =>
  fc.array(
    fc.tuple(
      fc.constantFrom("introduced", "fixed", "last_affected", "limit"),
      fc.oneof(versionOf(type), fc.constant("0")),
    ),
    { minLength: 1, maxLength: 5 },
  );

const affectedOf: fc.Arbitrary<Affected> = typed.chain((type) =>
  fc
    .record({
      purl: packageOf(type),
      events: eventsOf(type),
      versions: fc.array(versionOf(type), { maxLength: 3 }),
      status: fc.constantFrom<Affected["status"]>("affected", "affected", "affected", "not_affected", "fixed"),
      allVersions: fc.integer({ min: 0, max: 11 }).map((n) => n === 0),
    })
    .map(({ purl, events, versions, status, allVersions }) => {
      const range = osvRange(
        types[type],
        events.map(([role, version]) => ({ [role]: version })),
        { versions },
      );
      return affected(subject(purl), { status, allVersions, range: allVersions ? null : range });
    }),
);

const idOf = fc.integer({ min: 1, max: 8 });
const advisoryOf: fc.Arbitrary<Advisory> = fc
  .record({
    kind: fc.constantFrom("CVE-2024-100", "GHSA-aaaa-bbbb-cc", "GO-2024-00"),
    number: idOf,
    aliases: fc.array(
      idOf.map((n) => `CVE-2024-100${n}`),
      { maxLength: 2 },
    ),
    affected: fc.array(affectedOf, { minLength: 1, maxLength: 4 }),
    withdrawn: fc.integer({ min: 0, max: 9 }).map((n) => (n === 0 ? "2024-05-05T00:00:00Z" : null)),
  })
  .map(({ kind, number, aliases, ...given }) => {
    const id = `${kind}${number}`;
    return advisory(id, { ...given, aliases: aliases.filter((alias) => alias !== id) });
  });

/** Documents of one advisory each; of one id, only the first. */
const documentsOf: fc.Arbitrary<AdvisoryDocument[]> = fc
  .uniqueArray(advisoryOf, { selector: ({ id }) => id, maxLength: 10 })
  .map((advisories) => advisories.map((one) => document({ advisories: [one] })));

const componentsOf: fc.Arbitrary<Component[]> = fc
  .array(
    typed.chain((type) => fc.tuple(packageOf(type), versionOf(type))),
    { maxLength: 12 },
  )
  .map((pairs) =>
    pairs.map(([purl, version], index) =>
      component(purl, { ref: String(index), version: version || null, matchVersion: version || null }),
    ),
  );

function answersOf(components: Component[], index: AdvisoryIndex): ReferenceAnswer[] {
  const { findings } = match([bom(components)], index);
  return sortAnswers(
    findings.map(({ component: { ref }, vulnerability: { id, aliases }, claims }) => ({
      ref,
      names: [id, ...aliases].sort(),
      advisories: claims.filter(({ says }) => says === "affected").map((claim) => claim.id),
    })),
  );
}

test("the index answers as the plain comparison of everything with everything does", () => {
  fc.assert(
    fc.property(componentsOf, documentsOf, (components, documents) => {
      assert.deepEqual(
        answersOf(components, openIndex(compileIndex(documents))),
        referenceMatch(components, documents),
      );
    }),
    { numRuns: 400 },
  );
});

test("several indexes beside each other answer as one of all their documents", () => {
  fc.assert(
    fc.property(componentsOf, documentsOf, fc.nat({ max: 10 }), (components, documents, at) => {
      const parts = [documents.slice(0, at), documents.slice(at)].map((part) => openIndex(compileIndex(part)));
      assert.deepEqual(
        answersOf(components, combineIndexes(parts)),
        answersOf(components, openIndex(compileIndex(documents))),
      );
    }),
    { numRuns: 200 },
  );
});

test("the same documents give the same bytes, in whatever order and however often they come", () => {
  fc.assert(
    fc.property(documentsOf, fc.nat(), (documents, turn) => {
      const at = documents.length === 0 ? 0 : turn % documents.length;
      const turned = [...documents.slice(at), ...documents.slice(0, at)].reverse();
      assert.deepEqual(compileIndex(turned), compileIndex(documents));
    }),
    { numRuns: 100 },
  );
});

test("every given fix is above the installed version, and no advisory here calls the first one affected where any is free of it", () => {
  fc.assert(
    fc.property(componentsOf, documentsOf, (components, documents) => {
      const index = openIndex(compileIndex(documents));
      for (const { fixedIn, component: found, vulnerability } of match([bom(components)], index).findings) {
        const [first] = fixedIn;
        if (first === undefined) continue;
        const updated = match([bom([{ ...found, version: first, matchVersion: first }])], index).findings;
        const still = updated.some((one) => one.vulnerability.id === vulnerability.id);
        if (still)
          assert.ok(
            fixedIn.every(
              (fix) => match([bom([{ ...found, version: fix, matchVersion: fix }])], index).findings.length > 0,
            ),
          );
      }
    }),
    { numRuns: 100 },
  );
});
