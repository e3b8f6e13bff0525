import assert from "node:assert/strict";
import { test } from "node:test";
import { advisory20, advisory21, changed, superseded21, vex21, withdrawn21 } from "./testing/sample.ts";
import { validateCsaf } from "./validate.ts";

const mandatoryFindings = async (document: unknown) => {
  const { rules, schemaErrors } = await validateCsaf(document, { groups: ["schema", "mandatory"] });
  return [...schemaErrors, ...rules.flatMap(({ findings }) => findings)];
};

test("finds nothing in valid documents of both versions and every profile", async () => {
  for (const document of [advisory20, advisory21, vex21, withdrawn21, superseded21])
    assert.deepEqual(await mandatoryFindings(document), []);
});

test("takes the version from the document, and runs all of its tests", async () => {
  const [first, second] = [await validateCsaf(advisory20), await validateCsaf(advisory21)];
  assert.equal(first.version, "2.0");
  assert.equal(second.version, "2.1");
  const counted = (report: typeof first, prefix: string) =>
    new Set([...report.rules, ...report.notRun].map(({ id }) => id).filter((id) => id.startsWith(prefix))).size;
  assert.deepEqual([counted(first, "6.1."), counted(first, "6.2."), counted(first, "6.3.")], [43, 20, 11]);
  assert.deepEqual([counted(second, "6.1."), counted(second, "6.2."), counted(second, "6.3.")], [81, 62, 34]);
});

test("a version that is asked for goes before what the document says", async () => {
  const report = await validateCsaf(advisory20, { version: "2.1" });
  assert.equal(report.version, "2.1");
  assert.ok(report.schemaErrors.length > 0);
});

test("runs only the groups that are asked for", async () => {
  const broken = changed(advisory21, ["/document/title", undefined]);
  const report = await validateCsaf(broken, { groups: ["informative"] });
  assert.deepEqual(new Set(report.rules.map(({ group }) => group)), new Set(["informative"]));
  assert.deepEqual(report.schemaErrors, []);
  assert.equal((await validateCsaf(broken, { groups: ["schema"] })).valid, false);
});

test("recommended and informative findings leave a document valid", async () => {
  const report = await validateCsaf(changed(advisory21, ["/document/lang", undefined]));
  assert.ok(report.rules.some(({ id, findings }) => id === "6.2.12" && findings.length > 0));
  assert.equal(report.valid, true);
});

test("says which tests need the outside world, and asks it where a port is given", async () => {
  const alone = await validateCsaf(advisory21);
  for (const id of ["6.3.6", "6.3.7", "6.3.8", "6.3.16"]) {
    assert.ok(
      alone.notRun.some((one) => one.id === id && one.reason.includes("not given")),
      id,
    );
    assert.ok(!alone.rules.some((one) => one.id === id), id);
  }
  const asked: string[] = [];
  const connected = await validateCsaf(advisory21, {
    resolveUrl: async (url) => {
      asked.push(url);
      return url.endsWith("/more") ? 404 : 200;
    },
  });
  assert.ok(asked.includes("https://beacon.example/more"));
  const found = connected.rules.find(({ id }) => id === "6.3.6")?.findings.map(({ path }) => path);
  assert.deepEqual(found, ["/document/references/1/url"]);
});

test("an extension is judged by the package that a port gives, and reported as not judged without one", async () => {
  const schema = "https://beacon.example/extensions/lamp_1.0.0.json";
  const extension = { $schema: schema, category: "supplementary", content: { lumen: "bright" }, critical: false };
  const document = changed(advisory21, ["/x_extensions", [extension, extension]]);
  const alone = await validateCsaf(document);
  assert.ok(alone.notRun.some(({ id, reason }) => id === "6.1.60.2" && reason.includes(schema)));
  const { rules } = await validateCsaf(document, {
    extension: (asked) =>
      asked === schema
        ? {
            schema: { type: "object", properties: { content: { properties: { lumen: { type: "number" } } } } },
            incompatible: [],
            mostOccurrences: {
              ...{ document: 0, branches: 0, full_product_names: 0, product_paths: 0, metrics: 0, vulnerabilities: 0 },
              root: 1,
            },
          }
        : null,
  });
  const paths = (id: string) => rules.find((rule) => rule.id === id)?.findings.map(({ path }) => path);
  assert.deepEqual(paths("6.1.60.2"), ["/x_extensions/0/content/lumen", "/x_extensions/1/content/lumen"]);
  assert.deepEqual(paths("6.1.60.3"), ["/x_extensions/1"]);
});

test("what is no CSAF document is invalid, not an exception", async () => {
  for (const document of [
    null,
    undefined,
    7,
    "text",
    [],
    {},
    { document: [] },
    { document: { csaf_version: "2.1" } },
  ]) {
    const report = await validateCsaf(document);
    assert.equal(report.valid, false);
    assert.ok(report.schemaErrors.length > 0);
  }
});

test("a document that nests without end is refused before anything recurses into it", async () => {
  let deep: unknown = {};
  for (let level = 0; level < 100_000; level++) deep = { branches: [deep] };
  const report = await validateCsaf(changed(advisory21, ["/product_tree", {}]) as object);
  assert.equal(report.valid, false);
  const { schemaErrors, rules, notRun } = await validateCsaf({ document: { csaf_version: "2.1" }, product_tree: deep });
  assert.match(schemaErrors[0]?.message ?? "", /nested/);
  assert.deepEqual(rules, []);
  assert.ok(notRun.length > 100);
});
