import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { bom, critical, kev, openVex, osv } from "../testing/documents.ts";
import { bongsu, Folder } from "../testing/run.ts";

const bytes = (value: object) => new TextEncoder().encode(JSON.stringify(value));

const documents = () =>
  new Folder({
    "bom.json": bom("pkg:npm/lodash@4.17.15", "pkg:npm/ws@7.5.9", "pkg:npm/react@18.3.1"),
    "osv/GHSA-1.json": osv("GHSA-1", "lodash", "4.17.21", { aliases: ["CVE-2021-23337"], severity: critical }),
    "osv/GHSA-2.json": osv("GHSA-2", "ws", "7.5.10", {
      aliases: ["CVE-2024-37890"],
      database_specific: { severity: "LOW" },
    }),
    "kev.json": kev("CVE-2021-23337"),
  });

test("a table tells what is affected; nothing goes to standard error in a pipe", async () => {
  using folder = documents();
  const { status, stdout, stderr } = await bongsu(["match", "bom.json", "--advisories", "osv", "kev.json"], {
    cwd: folder.path,
  });
  assert.equal(status, 0);
  assert.equal(stderr, "");
  const [head = "", first = "", second = ""] = stdout.split("\n");
  assert.match(head, /^COMPONENT/);
  assert.match(
    first,
    /^lodash +4\.17\.15 +CVE-2021-23337 GHSA-1 +critical 9\.8 +yes, 2024-02-03 +4\.17\.21 +< 4\.17\.21$/,
  );
  assert.match(second, /^ws +7\.5\.9 +CVE-2024-37890 GHSA-2 +low/);
  assert.match(
    stdout,
    /3 components · 2 affected · 2 findings \(1 critical, 1 low\) · 1 known exploited · 0 not matched\n$/,
  );
});

test("SBOMs and advisories come from folders, zips, gzip files and standard input alike", async () => {
  using folder = documents();
  folder.write(
    "all.zip",
    zipSync({ "a/GHSA-1.json": bytes(osv("GHSA-1", "lodash", "4.17.21")), "README.txt": bytes({}) }),
  );
  folder.write("GHSA-2.json.gz", gzipSync(JSON.stringify(osv("GHSA-2", "ws", "7.5.10"))));
  const stdin = readFileSync(join(folder.path, "bom.json"), "utf8");
  const { status, stdout, stderr } = await bongsu(
    ["match", "-", "--advisories", "all.zip", "GHSA-2.json.gz", "--format", "json"],
    { cwd: folder.path, stdin },
  );
  assert.equal(status, 0, stderr);
  const report = JSON.parse(stdout);
  assert.deepEqual(
    report.findings.map((one: { vulnerability: { id: string } }) => one.vulnerability.id),
    ["GHSA-1", "GHSA-2"],
  );
  assert.deepEqual(
    report.sboms.map((one: { name: string }) => one.name),
    ["-"],
  );
  assert.match(stderr, /Passed over .*: 1\.$/m);
});

test("a compiled index and loose documents go together", async () => {
  using folder = documents();
  const built = await bongsu(["index", "build", "osv", "--output", "all.bongsu"], { cwd: folder.path });
  assert.equal(built.status, 0, built.stderr);
  const { stdout } = await bongsu(["match", "bom.json", "--advisories", "all.bongsu", "kev.json", "--format", "json"], {
    cwd: folder.path,
  });
  const [first] = JSON.parse(stdout).findings;
  assert.equal(first.vulnerability.id, "CVE-2021-23337");
  assert.equal(first.exploited.since, "2024-02-03");
});

test("--fail-on decides the exit code", async () => {
  using folder = documents();
  const statusOf = async (...args: string[]) =>
    (await bongsu(["match", "bom.json", "--advisories", "osv", ...args], { cwd: folder.path })).status;
  assert.equal(await statusOf(), 0);
  assert.equal(await statusOf("--fail-on", "critical"), 1);
  assert.equal(await statusOf("--fail-on", "exploited"), 0);
  assert.equal(await statusOf("kev.json", "--fail-on", "exploited"), 1);
  assert.equal(await statusOf("--fail-on", "critical", "--min-severity", "critical"), 1);
  folder.write("bom.json", bom("pkg:npm/ws@7.5.9"));
  assert.equal(await statusOf("--fail-on", "medium"), 0);
  assert.equal(await statusOf("--fail-on", "low"), 1);
});

test("VEX and decisions settle findings, and count for --fail-on", async () => {
  using folder = documents();
  folder.write(
    "vex.json",
    openVex("CVE-2021-23337", "pkg:npm/lodash@4.17.15", {
      status: "not_affected",
      justification: "vulnerable_code_not_present",
    }),
  );
  folder.write("ignore.json", {
    ignore: [{ id: "GHSA-2", package: "ws", reason: "behind the proxy", until: "2999-12-31" }],
  });
  const args = [
    "match",
    "bom.json",
    "--advisories",
    "osv",
    "--fail-on",
    "low",
    "--vex",
    "vex.json",
    "--ignore",
    "ignore.json",
  ];
  const { status, stdout } = await bongsu(args, { cwd: folder.path });
  assert.equal(status, 0);
  assert.match(stdout, /No component here is known to be affected\./);
  assert.match(stdout, /2 more settled/);
  const all = await bongsu([...args, "--all"], { cwd: folder.path });
  assert.match(all.stdout, /VEX: not affected, the vulnerable code is not present/);
  assert.match(all.stdout, /ignored until 2999-12-31: behind the proxy/);
});

test("a decision that has ended is told and counts no more; one without a reason is refused", async () => {
  using folder = documents();
  folder.write("ignore.json", { ignore: [{ id: "GHSA-1", reason: "later", until: "2020-01-01" }, { id: "GHSA-2" }] });
  const { status, stdout, stderr } = await bongsu(
    ["match", "bom.json", "--advisories", "osv", "--ignore", "ignore.json"],
    { cwd: folder.path },
  );
  assert.equal(status, 3);
  assert.match(stderr, /ignore\.json \/ignore\/0: .*GHSA-1 ended on 2020-01-01.*matching\.ignore-expired/);
  assert.match(stderr, /ignore\.json \/ignore\/1: .*reason.*matching\.ignore-invalid/);
  assert.match(stdout, /2 findings/);
});

test("VEX that stands in the SBOM itself counts, and so does what it says is affected", async () => {
  using folder = documents();
  folder.write("bom.json", {
    ...bom("pkg:npm/lodash@4.17.15", "pkg:npm/react@18.3.1"),
    vulnerabilities: [
      {
        id: "CVE-2021-23337",
        analysis: { state: "not_affected", justification: "code_not_reachable" },
        affects: [{ ref: "pkg:npm/lodash@4.17.15" }],
      },
      {
        id: "CVE-2025-1234",
        ratings: [{ severity: "high" }],
        analysis: { state: "exploitable" },
        affects: [{ ref: "pkg:npm/react@18.3.1" }],
      },
    ],
  });
  const { stdout } = await bongsu(["match", "bom.json", "--advisories", "osv", "--format", "json"], {
    cwd: folder.path,
  });
  const found = JSON.parse(stdout).findings.map((one: { vulnerability: { id: string }; settled: boolean }) => [
    one.vulnerability.id,
    one.settled,
  ]);
  assert.deepEqual(found, [
    ["CVE-2025-1234", false],
    ["CVE-2021-23337", true],
  ]);
});

test("each form goes to a file whole, and the terminal stays quiet", async () => {
  using folder = documents();
  const beginnings = {
    json: '{\n  "schema": "bongsu.match/1"',
    sarif: '{\n  "$schema"',
    csv: "sbom,component",
    "cyclonedx-vex": '{\n  "$schema"',
    openvex: '{\n  "@context"',
    markdown: "# ",
    table: "COMPONENT",
  };
  for (const [format, beginning] of Object.entries(beginnings)) {
    const args = ["match", "bom.json", "--advisories", "osv", "--format", format, "--output", `out.${format}`];
    const { status, stdout, stderr } = await bongsu(args, { cwd: folder.path });
    assert.deepEqual([status, stdout, stderr], [0, "", ""], format);
    assert.ok(readFileSync(join(folder.path, `out.${format}`), "utf8").startsWith(beginning), format);
  }
  const impossible = await bongsu(["match", "bom.json", "--advisories", "osv", "--output", "no/such/folder.json"], {
    cwd: folder.path,
  });
  assert.equal(impossible.status, 4);
  assert.match(impossible.stderr, /cli\.not-writable/);
});

test("--sort and --min-severity arrange and shorten the report, and say so", async () => {
  using folder = documents();
  const run = (...args: string[]) =>
    bongsu(["match", "bom.json", "--advisories", "osv", ...args], { cwd: folder.path });
  const names = (stdout: string) =>
    stdout
      .split("\n")
      .filter((line) => /^(lodash|ws)/.test(line))
      .map((line) => line.split(" ")[0]);
  folder.write("bom.json", bom("pkg:npm/ws@7.5.9", "pkg:npm/lodash@4.17.15"));
  assert.deepEqual(names((await run("--sort", "component")).stdout), ["lodash", "ws"]);
  assert.deepEqual(names((await run("--sort", "vulnerability")).stdout), ["lodash", "ws"]);
  const high = await run("--min-severity", "high");
  assert.deepEqual(names(high.stdout), ["lodash"]);
  assert.match(high.stderr, /milder than high \(--min-severity\): 1/);
});

test("it speaks Korean where the locale or --lang says so", async () => {
  using folder = documents();
  folder.write("broken.json", "{");
  const args = ["match", "bom.json", "broken.json", "--advisories", "osv"];
  for (const [name, value] of [
    ["LANG", "ko_KR.UTF-8"],
    ["LC_ALL", "ko"],
  ] as const) {
    const { stdout, stderr } = await bongsu(args, { cwd: folder.path, env: { [name]: value } });
    assert.match(stdout, /구성 요소 3개 · 영향받음 2개/);
    assert.match(stderr, /broken\.json.*문서가 끊겼습니다/);
  }
  assert.match((await bongsu([...args, "--lang", "ko"], { cwd: folder.path })).stdout, /심각도/);
  assert.match((await bongsu(["--lang=ko", "match", "--help"])).stdout, /사용법:.*옵션:/s);
  assert.match((await bongsu(["match", "--lang", "en"], { env: { LANG: "ko_KR.UTF-8" } })).stderr, /is missing/);
});

test("a wrong command line is told with a way out, and ends with 2", async () => {
  const cases: [string[], RegExp][] = [
    [["match", "-a", "osv"], /sbom is missing.*“bongsu match --help”/s],
    [["match", "bom.json"], /--advisories.* is missing/],
    [["match", "bom.json", "-a", "x", "--format", "pdf"], /--format.*does not take/],
    [["match", "bom.json", "-a", "x", "--outptu", "y"], /--outptu.*Did you mean --output/s],
    [["matsch"], /no command matsch.*Did you mean match/s],
    [[], /^$/],
  ];
  for (const [args, message] of cases) {
    const { status, stderr } = await bongsu(args);
    assert.equal(status, 2, args.join(" "));
    assert.match(stderr, message, args.join(" "));
  }
});

test("help shows usage, exit codes and examples", async () => {
  const { status, stdout } = await bongsu(["match", "--help"]);
  assert.equal(status, 0);
  for (const part of ["Usage: bongsu match", "--fail-on", "Exit codes:", "Examples:", "ignore file"])
    assert.ok(stdout.includes(part), part);
  assert.match((await bongsu(["--version"])).stdout, /^\d+\.\d+\.\d+\n$/);
});

test("nothing to match, or nothing to match with, ends with 4", async () => {
  using folder = documents();
  const none = await bongsu(["match", "missing.json", "--advisories", "osv"], { cwd: folder.path });
  assert.equal(none.status, 4);
  assert.match(none.stderr, /missing\.json: .*\(cli\.not-found\)/);
  assert.match(none.stderr, /\(cli\.no-sbom\)/);
  const empty = await bongsu(["match", "bom.json", "--advisories", "bom.json"], { cwd: folder.path });
  assert.equal(empty.status, 4, empty.stdout);
});

test("VEX that says nothing, or nothing about what was found, is told", async () => {
  using folder = documents();
  folder.write("empty.json", osv("GHSA-9", "other", "1.0.0"));
  folder.write("other.json", openVex("CVE-2021-23337", "pkg:npm/lodash@9.9.9", { status: "fixed" }));
  const { status, stderr } = await bongsu(
    ["match", "bom.json", "--advisories", "osv", "--vex", "empty.json", "other.json"],
    { cwd: folder.path },
  );
  assert.equal(status, 3);
  assert.match(stderr, /empty\.json: .*\(cli\.no-statements\)/);
  assert.match(stderr, /1 of 1\..*\(matching\.vex-unused\)/);
});
