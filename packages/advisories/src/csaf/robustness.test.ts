import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readDataZip, skipWithout } from "../../../../tests/data.ts";
import { advisory20, advisory21, superseded21, vex21, withdrawn21 } from "./testing/sample.ts";
import { validateCsaf } from "./validate.ts";

/** What may stand anywhere in a broken document. */
const junk = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e308,
    "",
    " ",
    "__proto__",
    "vers:npm/",
    "CVSS:3.1/",
    "pkg:",
    [],
    {},
    [[]],
    [null],
    [{}],
  ),
  fc.constantFrom<unknown>(JSON.parse('{"__proto__": {"length": 1}, "constructor": 1, "toString": null}')),
  fc.constantFrom<unknown>("9".repeat(4000), "a.".repeat(4000), "|".repeat(4000), "-".repeat(4000), "(".repeat(4000)),
  fc.constantFrom<unknown>("x-".repeat(3000), "CVE-".repeat(3000), "\u0000\ud800", "0".repeat(3000)),
  fc.jsonValue({ maxDepth: 3 }),
);

const mutation = fc.record({ place: fc.nat(), how: fc.constantFrom("replace", "remove", "repeat", "rename"), junk });

/** Every container of a document with one of its keys. */
function places(value: unknown): [container: Record<string, unknown>, key: string][] {
  if (typeof value !== "object" || value === null) return [];
  const container = value as Record<string, unknown>;
  return Object.keys(container).flatMap((key) => [
    [container, key] as [typeof container, string],
    ...places(container[key]),
  ]);
}

function mutate(document: unknown, mutations: { place: number; how: string; junk: unknown }[]): unknown {
  const copy = structuredClone(document);
  for (const { place, how, junk } of mutations) {
    const all = places(copy);
    const [container, key] = all[place % Math.max(all.length, 1)] ?? [{}, ""];
    if (how === "remove") delete container[key];
    else if (how === "repeat" && Array.isArray(container)) container.push(container[Number(key)]);
    else if (how === "rename") container[`${key}s`] = container[key];
    else container[key] = structuredClone(junk);
  }
  return copy;
}

/** Validates, and holds the report to what every report promises. */
async function judged(document: unknown): Promise<void> {
  const before = JSON.stringify(document);
  const { rules, schemaErrors } = await validateCsaf(document);
  for (const { path, message } of [...schemaErrors, ...rules.flatMap(({ findings }) => findings)]) {
    assert.match(path, /^(\/.*)?$/su);
    assert.ok(message.length > 0);
  }
  assert.equal(JSON.stringify(document), before, "the document is left as it was");
}

const mutations = fc.array(mutation, { minLength: 1, maxLength: 6 });

test("no rule throws at, or changes, a mutated document", async () => {
  const documents = fc.constantFrom(advisory20, advisory21, vex21, withdrawn21, superseded21);
  await fc.assert(
    fc.asyncProperty(documents, mutations, (document, changes) => judged(mutate(document, changes))),
    { numRuns: 200 },
  );
});

for (const version of ["2.0", "2.1"]) {
  const archive = `csaf/oasis-${version}-tests.zip`;
  test(`no rule throws at mutated documents of the ${version} suite`, { skip: skipWithout(archive) }, async () => {
    const documents = [...readDataZip(archive)]
      .filter(([name]) => /\/data\/(mandatory|optional|recommended|informative)\/.*\d\.json$/.test(name))
      .map(([, bytes]): unknown => JSON.parse(new TextDecoder().decode(bytes)));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...documents), mutations, (document, changes) =>
        judged(mutate(document, changes)),
      ),
      { numRuns: 200 },
    );
  });
}

test("large documents are judged in time that grows with their size", async () => {
  const ids = Array.from({ length: 3000 }, (_, index) => `P-${index}`);
  const of = (version: string) => ({
    document: { category: "csaf_vex", csaf_version: version },
    product_tree: {
      full_product_names: ids.map((id) => ({ name: id, product_id: id })),
      product_groups: ids.slice(0, 200).map((group_id) => ({ group_id, product_ids: ids })),
    },
    vulnerabilities: ids.slice(0, 3).map((cve) => ({
      cve,
      flags: ids.map((id) => ({ label: "component_not_present", group_ids: ["P-1"], product_ids: [id] })),
      product_status: { known_affected: ids, known_not_affected: ids },
      remediations: ids.map((id) => ({ category: "vendor_fix", details: id, group_ids: ids.slice(0, 20) })),
    })),
  });
  for (const version of ["2.0", "2.1"]) assert.equal((await validateCsaf(of(version))).valid, false);
});
