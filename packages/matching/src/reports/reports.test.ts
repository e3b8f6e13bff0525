import assert from "node:assert/strict";
import { test } from "node:test";
import { readAdvisories } from "@bongsu/advisories";
import {
  compileIndex,
  csvReport,
  cycloneDxVexReport,
  jsonReport,
  markdownReport,
  match,
  openIndex,
  openVexReport,
  type ReportContext,
  readIgnore,
  sarifReport,
  tableReport,
} from "../index.ts";
import {
  advisory,
  affected,
  bare,
  bom,
  component,
  document,
  range,
  statement,
  subject,
  word,
} from "../testing/samples.ts";
import { displayWidth } from "./width.ts";

const about = (purl: string, vers: string, fixed: string[]) => affected(subject(purl), { range: range(vers), fixed });

const index = openIndex(
  compileIndex([
    document({
      advisories: [
        advisory("GHSA-1", {
          aliases: ["CVE-2024-1111"],
          title: 'Tags like <script>alert("1")</script> | and *stars* get through',
          affected: [about("pkg:npm/%40city/form", "vers:npm/<1.2.0", ["1.2.0"])],
          severities: [
            {
              system: "CVSS:3.1",
              vector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
              score: 9.8,
              rating: "critical",
              source: "city",
            },
          ],
          weaknesses: ["CWE-79"],
          references: [{ kind: "ADVISORY", url: "https://example.org/GHSA-1?a=(b)|c" }],
        }),
        advisory("GHSA-2", { affected: [about("pkg:npm/%40city/form", "vers:npm/*", [])], severities: [word("low")] }),
        advisory("GHSA-3", {
          affected: [about("pkg:pypi/report", "vers:pypi/<3.0", ["3.0"])],
          severities: [word("medium")],
        }),
      ],
      exploited: [
        {
          id: "CVE-2024-1111",
          exploitation: { source: "CISA KEV", since: "2024-03-01", due: "2024-03-22", ransomware: true, action: null },
          title: null,
          product: null,
        },
      ],
    }),
  ]),
);

const components = [
  component("pkg:npm/%40city/form@1.0.0"),
  component("pkg:pypi/report@2.0"),
  { ...bare("=cmd|'/c calc'!A1\u001b[31m"), unmatchable: "no-identity" as const },
  component("pkg:maven/org.x/y@1.0"),
];
const { entries } = readIgnore(
  { ignore: [{ id: "GHSA-2", reason: "=1+1, agreed", until: "2030-01-01" }] },
  "ignore.json",
);
const result = match([bom(components, { name: "sboms/시청 웹.json" })], index, {
  statements: [
    statement({
      vulnerabilities: ["GHSA-3"],
      subjects: [subject("pkg:pypi/report@2.0")],
      justification: "vulnerable_code_not_in_execute_path",
      at: "2024-05-01T00:00:00Z",
    }),
  ],
  ignore: entries,
  today: "2026-01-01",
});

const context: ReportContext = {
  language: "en",
  tool: { name: "bongsu", version: "0.1.0" },
  at: "2026-01-01T00:00:00.000Z",
  id: "3e671687-395b-41f5-a30f-a58921a69b79",
  sboms: [{ name: "sboms/시청 웹.json", id: null, revision: null, components: 4 }],
  advisories: index.summary,
  problems: [],
};
const korean: ReportContext = { ...context, language: "ko" };
const plain = { width: null, colour: false, all: false };

test("the table says what is affected, how gravely, since when exploited, what to go to and why", () => {
  const lines = tableReport(result, context, plain).split("\n");
  assert.match(lines[0] ?? "", /^COMPONENT +INSTALLED +VULNERABILITY +SEVERITY +EXPLOITED +FIXED IN +WHY$/);
  assert.match(
    lines[1] ?? "",
    /^@city\/form +1\.0\.0 +CVE-2024-1111 GHSA-1 +critical 9\.8 +yes, 2024-03-01, ransomware +1\.2\.0 +< 1\.2\.0$/,
  );
  assert.match(
    lines.at(-2) ?? "",
    /^4 components · 1 affected · 1 finding \(1 critical\) · 1 known exploited · 1 not matched$/,
  );
});

test("the table hides nothing: what is settled is counted, and what could not be matched is listed", () => {
  const short = tableReport(result, context, plain);
  assert.doesNotMatch(short, /GHSA-3/);
  assert.match(short, /2 more settled/);
  assert.match(short, /1 × neither a package URL nor a CPE/);
  assert.match(short, /Maven: 1 component$/m);
  const all = tableReport(result, context, { ...plain, all: true });
  assert.match(all, /GHSA-3.*VEX: not affected, the vulnerable code is never run/);
  assert.match(all, /GHSA-2.*ignored until 2030-01-01: =1\+1, agreed/);
});

test("no text from outside reaches a terminal with its control characters", () => {
  const text = tableReport(result, context, { ...plain, all: true });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is what is tested
  assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f]/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: its own colours are the only ones
  assert.match(tableReport(result, context, { ...plain, colour: true }), /\u001b\[1;31mcritical 9\.8\u001b\[0m/);
});

test("the table keeps to the terminal's width, and Hangul counts for two columns", () => {
  for (const [language, width] of [
    ["en", 60],
    ["ko", 60],
    ["ko", 100],
  ] as const) {
    const text = tableReport(result, { ...context, language }, { ...plain, all: true, width });
    const table = text.split("\n\n")[0]?.split("\n") ?? [];
    assert.ok(
      table.every((line) => displayWidth(line) <= width),
      text,
    );
  }
  const [head = "", row = ""] = tableReport(result, korean, plain).split("\n");
  const columnOf = (line: string, word: string) => displayWidth(line.slice(0, line.indexOf(word)));
  assert.equal(columnOf(head, "심각도"), columnOf(row, "심각 9.8"));
});

test("the Korean table speaks Korean", () => {
  const text = tableReport(result, korean, plain);
  assert.match(text, /구성 요소 +설치 버전 +취약점 +심각도 +악용 +수정 버전 +근거/);
  assert.match(text, /구성 요소 4개 · 영향받음 1개 · 발견 1건 \(심각 1\)/);
});

test("the JSON report has everything, under a named schema", () => {
  const report = JSON.parse(jsonReport(result, context));
  assert.equal(report.schema, "bongsu.match/1");
  assert.equal(report.findings.length, 3);
  const [first] = report.findings;
  assert.equal(first.component.purl, "pkg:npm/%40city/form@1.0.0");
  assert.deepEqual(first.component.package, { ecosystem: "npm", release: "", name: "@city/form" });
  assert.deepEqual(first.vulnerability.aliases, ["GHSA-1"]);
  assert.deepEqual(first.advisories[0].why, { kind: "interval", interval: "< 1.2.0" });
  assert.equal(first.severity.score, 9.8);
  assert.equal(first.exploited.due, "2024-03-22");
  assert.deepEqual(
    report.findings.map((one: { settled: boolean }) => one.settled),
    [false, true, true],
  );
  assert.equal(report.unmatched[0].reason, "no-identity");
  assert.deepEqual(report.uncovered, [{ ecosystem: "Maven", components: 1 }]);
});

test("SARIF has a rule for each vulnerability, a result for each finding, and suppressions for what is settled", () => {
  const log = JSON.parse(sarifReport(result, context));
  assert.equal(log.version, "2.1.0");
  const [run] = log.runs;
  const { rules } = run.tool.driver;
  assert.deepEqual(
    rules.map((rule: { id: string }) => rule.id),
    ["CVE-2024-1111", "GHSA-3", "GHSA-2"],
  );
  assert.equal(rules[0].properties["security-severity"], "9.8");
  assert.ok(rules[0].properties.tags.includes("external/cwe/cwe-79"));
  for (const one of run.results) {
    assert.equal(rules[one.ruleIndex].id, one.ruleId);
    assert.ok(["error", "warning", "note"].includes(one.level));
    assert.equal(
      run.artifacts[one.locations[0].physicalLocation.artifactLocation.index].location.uri,
      "sboms/%EC%8B%9C%EC%B2%AD%20%EC%9B%B9.json",
    );
    assert.ok(Array.isArray(one.suppressions), "SARIF 2.1.0 §3.27.23: if one result has suppressions, each has");
  }
  const [open, excused, ignored] = run.results;
  assert.equal(open.level, "error");
  assert.deepEqual(open.suppressions, []);
  assert.match(excused.suppressions[0].justification, /never run/);
  assert.match(ignored.suppressions[0].justification, /agreed/);
  const prints = run.results.map(
    (one: { partialFingerprints: Record<string, string> }) => one.partialFingerprints["componentVulnerability/v1"],
  );
  assert.equal(new Set(prints).size, 3);
});

/** Fields of one line of a CSV text, by RFC 4180. */
function fieldsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? "",
  );
}

test("CSV is by RFC 4180, and no field is a formula to a spreadsheet", () => {
  const text = csvReport(result, context);
  const lines = text.split("\r\n");
  assert.equal(lines.length, 5);
  assert.equal(lines.at(-1), "");
  const [head = [], ...rows] = lines.slice(0, 4).map(fieldsOf);
  const valuesOf = (name: string) => rows.map((row) => row[head.indexOf(name)]);
  assert.deepEqual(valuesOf("component"), ["'@city/form", "report", "'@city/form"]);
  assert.deepEqual(valuesOf("vulnerability"), ["CVE-2024-1111", "GHSA-3", "GHSA-2"]);
  assert.deepEqual(valuesOf("ignored"), ["", "", "'=1+1, agreed"]);
  assert.ok(rows.flat().every((value) => !/^[=+\-@\t\r]/.test(value)));
  assert.ok(rows.every((row) => row.length === head.length));
});

test("Markdown shows texts from outside as they are: no tags, no links, no cells of their own", () => {
  const text = markdownReport(result, context);
  assert.match(
    text,
    /\| `@city\/form` \| `1\.0\.0` \| \[CVE-2024-1111\]\(https:\/\/example\.org\/GHSA-1\?a=%28b%29%7cc\) GHSA-1 \|/,
  );
  assert.doesNotMatch(text, /<script>/);
  const rows = text.split("\n").filter((line) => line.startsWith("|"));
  const cells = (line: string) => line.replaceAll("\\|", "").split("|").length;
  assert.ok(
    rows.every((line) => cells(line) === 9),
    text,
  );
  assert.match(text, /=cmd\\\|'\/c calc'!A1�\\\[31m/);
});

test("what VEX drafts say comes back when they are given as VEX", () => {
  for (const draft of [openVexReport(result, context), cycloneDxVexReport(result, context)]) {
    const { statements, problems } = readAdvisories(draft, { file: "vex.json" });
    assert.deepEqual(problems, []);
    const again = match([bom(components)], index, { statements });
    const statusOf = (id: string) => again.findings.find(({ vulnerability }) => vulnerability.id === id)?.vex?.status;
    assert.equal(statusOf("CVE-2024-1111"), "under_investigation");
    assert.equal(statusOf("GHSA-3"), "not_affected");
  }
});

test("a text that is longer than anybody reads is cut in the table, and a table of very many lines is laid out", () => {
  const version = `1.${"9".repeat(100_000)}`;
  const index = openIndex(
    compileIndex([
      document({
        advisories: [
          advisory("GHSA-1", {
            affected: [
              affected(subject("pkg:npm/a"), { range: range(`vers:npm/<${version}.0`), fixed: [`${version}.0`] }),
            ],
          }),
        ],
      }),
    ]),
  );
  const components = Array.from({ length: 130_000 }, (_, i) => component(`pkg:npm/a@1.0.${i}`, { ref: `a${i}` }));
  const result = match([bom(components)], index);
  const lines = tableReport(result, { language: "en" }, { width: null, colour: false, all: false }).split("\n");
  assert.ok(lines.length > 130_000);
  assert.ok(lines.every((line) => displayWidth(line) < 2000));
});
