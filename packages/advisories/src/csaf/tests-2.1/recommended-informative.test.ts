import assert from "node:assert/strict";
import { test } from "node:test";
import { readDataZip, skipWithout } from "../../../../../tests/data.ts";
import type { AnyCsafRule, RuleFinding, RulePorts } from "../rule.ts";
import { informativeRules } from "./informative.ts";
import { recommendedRules } from "./recommended.ts";

const archive = "csaf/oasis-2.1-tests.zip";
const skip = skipWithout(archive);
const rules = [...recommendedRules, ...informativeRules];

interface Fixture {
  name: string;
  result?: string;
}

interface TestCase {
  id: string;
  group: string;
  failures: Fixture[];
  valid?: Fixture[];
}

/** What `*.result.json` expects of the test that it is about. */
interface ExpectedResult {
  primary_result: { id: string; warnings?: { instance_path: string }[]; infos?: { instance_path: string }[] };
}

const files = skip === false ? readDataZip(archive) : new Map<string, Uint8Array>();

function fixture(name: string): unknown {
  const bytes = [...files].find(([path]) => path.endsWith(`validator/data/${name}`))?.[1];
  assert.ok(bytes !== undefined, `${name} is in the archive`);
  return JSON.parse(new TextDecoder().decode(bytes));
}

const cases = skip === false ? (fixture("testcases.json") as { tests: TestCase[] }).tests : [];
const caseOf = (id: string): TestCase | undefined => cases.find((candidate) => candidate.id === id);

const wordsOf = (text: string): string[] => text.match(/[\p{L}-]+/gu) ?? [];

/** Texts of a document, wherever they stand. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Spells as the valid documents of the spell check do. */
function spellchecker(): RulePorts["spellcheck"] {
  const documents = caseOf("6.3.8")?.valid?.map(({ name }) => fixture(name)) ?? [];
  const known = new Set(documents.flatMap(textsIn).flatMap(wordsOf));
  known.add("failing");
  return async (text, language) => (language === "en" ? wordsOf(text).filter((word) => !known.has(word)) : null);
}

/** Knows two rules: after `must` comes an infinitive, and `a` is singular. */
const grammarcheck: RulePorts["grammarcheck"] = async (text) => text.match(/must \w+ed\b|\ba \w+s\b/g) ?? [];

/** Hosts that never answer end in `.invalid` (RFC 2606). */
const resolveUrl: RulePorts["resolveUrl"] = async (url) => {
  const { hostname, pathname } = new URL(url);
  if (hostname.endsWith(".invalid")) return null;
  return pathname.endsWith("/not-available") ? 404 : 200;
};

const spellcheck = spellchecker();
const ports: RulePorts = {
  now: () => new Date("2026-01-01T00:00:00Z"),
  resolveUrl,
  grammarcheck,
  ...(spellcheck === undefined ? {} : { spellcheck }),
};

const run = async (rule: AnyCsafRule, document: unknown): Promise<RuleFinding[]> =>
  "check" in rule ? rule.check(document) : rule.checkSlowly(document, ports);

test("every recommended and informative test of OASIS's list is there, in its order", { skip }, () => {
  for (const [group, list] of [
    ["recommended", recommendedRules],
    ["informative", informativeRules],
  ] as const) {
    const wanted = cases.filter((candidate) => candidate.group === group).map(({ id }) => id);
    assert.deepEqual(
      list.map(({ id }) => id),
      wanted,
    );
    assert.ok(list.every((rule) => rule.group === group));
  }
});

for (const rule of rules) {
  test(`${rule.id} judges OASIS's documents as their list says`, { skip }, async () => {
    const { failures = [], valid = [] } = caseOf(rule.id) ?? {};
    assert.ok(failures.length > 0);
    for (const { name } of failures)
      assert.notDeepEqual(await run(rule, fixture(name)), [], `${name} fails ${rule.id}`);
    for (const { name } of valid) assert.deepEqual(await run(rule, fixture(name)), [], `${name} passes ${rule.id}`);
  });
}

test("findings stand where OASIS's results expect them", { skip }, async () => {
  const withResult = rules.flatMap((rule) => {
    const { failures = [], valid = [] } = caseOf(rule.id) ?? {};
    return [...failures, ...valid].flatMap(({ name, result }) =>
      result === undefined ? [] : [{ rule, name, result }],
    );
  });
  assert.ok(withResult.length > 0);
  for (const { rule, name, result } of withResult) {
    const { primary_result: expected } = fixture(result) as ExpectedResult;
    assert.equal(expected.id, rule.id);
    assert.deepEqual(
      (await run(rule, fixture(name))).map(({ path }) => path).sort(),
      [...(expected.warnings ?? []), ...(expected.infos ?? [])].map(({ instance_path }) => instance_path).sort(),
      name,
    );
  }
});

test("no rule throws on any of OASIS's documents, and every finding stands in the document", { skip }, async () => {
  const documents = [...files].filter(([path]) => /validator\/data\/\w+\/[^/]+-\d\d\.json$/.test(path));
  assert.ok(documents.length > 800);
  for (const [path, bytes] of documents) {
    const document: unknown = JSON.parse(new TextDecoder().decode(bytes));
    for (const rule of rules) {
      for (const finding of await run(rule, document)) {
        assert.ok(standsIn(document, finding.path), `${rule.id} on ${path}: ${finding.path}`);
        assert.notEqual(finding.message, "");
      }
    }
  }
});

/** A pointer's last token may name what should be there. */
function standsIn(document: unknown, pointer: string): boolean {
  let value = document;
  for (const token of pointer.split("/").slice(1, -1)) {
    const key = token.replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return false;
    value = (value as { [key: string]: unknown })[key];
  }
  return true;
}
