import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { bom, osv } from "../testing/documents.ts";
import { bongsu, Folder } from "../testing/run.ts";

const good = osv("GHSA-1", "lodash", "4.17.21");
const bytes = (value: object) => new TextEncoder().encode(JSON.stringify(value));

/** Every other document goes in: one finding, the bad file named with its code, exit code 3. */
async function stands(bad: Record<string, string | Uint8Array>, code: string, place = Object.keys(bad)[0] ?? "") {
  using folder = new Folder({ "bom.json": bom("pkg:npm/lodash@4.17.15"), "good/GHSA-1.json": good, ...bad });
  const args = ["match", "bom.json", "--advisories", ...Object.keys(bad), "good", "--format", "json"];
  const { status, stdout, stderr } = await bongsu(args, { cwd: folder.path });
  assert.equal(status, 3, `${code}: ${stderr}`);
  assert.ok(stderr.includes(`(${code})`), `${code}: ${stderr}`);
  assert.ok(stderr.includes(place), `${place}: ${stderr}`);
  assert.equal(JSON.parse(stdout).findings.length, 1, code);
}

test("broken, foreign and hostile advisory documents are told, and stop nothing", async () => {
  await stands({ "cut.json": JSON.stringify(good).slice(0, 200) }, "json.truncated", "cut.json:1:");
  await stands(
    { "twice.json": `{"id":"GHSA-9","id":"GHSA-8","modified":"2024-01-01T00:00:00Z"}` },
    "json.duplicate-key",
  );
  await stands({ "deep.json": `${"[".repeat(100_000)}${"]".repeat(100_000)}` }, "json.too-deep");
  await stands({ "empty.json": "" }, "json.empty");
  await stands({ "latin.json": Uint8Array.of(0x7b, 0x22, 0xe9, 0x22, 0x3a, 0x31, 0x7d) }, "json.encoding");
  await stands(
    { "image.json": Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1, 2, 3) },
    "json.encoding",
  );
  await stands({ "list.json": "[1,2,3]" }, "cli.unknown-format");
  await stands({ "proto.json": `{"__proto__":{"id":"x"},"constructor":1}` }, "cli.unknown-format");
});

test("a document with a string of ten million characters, or one of that name, is read or told", async () => {
  using folder = new Folder({
    "bom.json": bom("pkg:npm/lodash@4.17.15"),
    "long.json": { ...good, details: "가".repeat(10_000_000) },
  });
  const { status, stdout } = await bongsu(["match", "bom.json", "--advisories", "long.json"], { cwd: folder.path });
  assert.equal(status, 0);
  assert.match(stdout, /1 finding /);
  await stands({ "huge-name.json": JSON.stringify({ id: "x".repeat(10_000_000) }) }, "cli.unknown-format");
});

test("zip bombs are stopped, in one file, in many and in nested archives", async () => {
  const zeros = new Uint8Array(80 * 2 ** 20);
  await stands({ "bomb.zip": zipSync({ "zeros.json": zeros }) }, "cli.zip-bomb", "bomb.zip!zeros.json");
  await stands({ "bomb.json.gz": gzipSync(zeros) }, "cli.zip-bomb");
  const part = new Uint8Array(8 * 2 ** 20);
  const parts = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`part-${n}.json`, part]));
  await stands({ "parts.zip": zipSync(parts) }, "cli.zip-bomb");
  let nested: Uint8Array = bytes(good);
  for (let depth = 0; depth < 5; depth++) nested = zipSync({ [`level-${depth}.zip`]: nested });
  await stands({ "nested.zip": nested }, "cli.too-deep");
});

test("damaged and encrypted archives are told, and their good files go in", async () => {
  const archive = zipSync(
    { "GHSA-2.json": bytes(osv("GHSA-2", "lodash", "4.17.12")), "GHSA-3.json": bytes(osv("GHSA-3", "ws", "1.0.0")) },
    { level: 0 },
  );
  await stands({ "cut.zip": archive.subarray(0, archive.length - 40) }, "cli.zip-damaged");
  const changed = archive.slice();
  changed[60] = (changed[60] ?? 0) ^ 0xff;
  await stands({ "changed.zip": changed }, "cli.zip-damaged", "changed.zip!GHSA-2.json");
  const locked = zipSync({ "GHSA-2.json": bytes(good) });
  const at = Buffer.from(locked).indexOf(Uint8Array.of(0x50, 0x4b, 1, 2));
  locked[at + 8] = (locked[at + 8] ?? 0) | 1;
  await stands({ "locked.zip": locked }, "cli.zip-encrypted");
  await stands({ "notes.json.gz": gzipSync("{}").subarray(0, 12) }, "cli.gzip-damaged");
});

test("paths within an archive are labels: nothing is written, and a terminal is not driven by them", async () => {
  using folder = new Folder({
    "bom.json": bom("pkg:npm/lodash@4.17.15"),
    "evil.zip": zipSync({
      "../../../../etc/GHSA-1.json": bytes(good),
      "C:\\GHSA-2\u001b[2J.json": new TextEncoder().encode("{"),
    }),
  });
  const { status, stdout, stderr } = await bongsu(
    ["match", "bom.json", "--advisories", "evil.zip", "--format", "json"],
    { cwd: folder.path },
  );
  assert.equal(status, 3);
  assert.equal(JSON.parse(stdout).findings.length, 1);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is what is tested
  assert.doesNotMatch(stderr, /\u001b/);
});

test("a bad SBOM among good ones is told, and stops nothing", async () => {
  const entities = `<?xml version="1.0"?><!DOCTYPE bom [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><bom xmlns="http://cyclonedx.org/schema/bom/1.4" version="1"><components><component type="library"><name>&b;</name></component></components></bom>`;
  const bad = {
    "cut.json": JSON.stringify(bom("pkg:npm/ws@1.0.0")).slice(0, 150),
    "entities.xml": entities,
    "not-an-sbom.json": JSON.stringify({ hello: "world" }),
    "empty.xml": "",
  };
  using folder = new Folder({ "bom.json": bom("pkg:npm/lodash@4.17.15"), "osv/GHSA-1.json": good, ...bad });
  const { status, stdout, stderr } = await bongsu(
    ["match", ...Object.keys(bad), "bom.json", "--advisories", "osv", "--format", "json"],
    { cwd: folder.path },
  );
  assert.equal(status, 3);
  assert.equal(JSON.parse(stdout).findings.length, 1);
  for (const name of Object.keys(bad))
    assert.match(stderr, new RegExp(`${name.replaceAll(".", "\\.")}.*\\([a-z]+\\.[a-z-]+\\)`));
});

test("folders may contain anything, even links in a circle", async () => {
  using folder = new Folder({
    "mixed/bom.json": bom("pkg:npm/lodash@4.17.15"),
    "mixed/README.md": "# hello",
    "mixed/logo.png": Uint8Array.of(0x89, 0x50, 0x4e, 0x47),
    "mixed/.hidden/bom.json": bom("pkg:npm/lodash@4.17.14"),
    "osv/GHSA-1.json": good,
    "osv/notes.txt": "nothing to see",
  });
  symlinkSync(folder.path, join(folder.path, "mixed", "loop"));
  const { status, stdout, stderr } = await bongsu(["match", "mixed", "--advisories", "osv", "--format", "json"], {
    cwd: folder.path,
  });
  assert.equal(status, 0, stderr);
  assert.deepEqual(
    JSON.parse(stdout).sboms.map((one: { name: string }) => one.name),
    [join("mixed", "bom.json")],
  );
  assert.match(stderr, /Passed over .*: 3\.$/m);
});

test("a damaged, foreign or newer index is told with its code", async () => {
  using folder = new Folder({ "bom.json": bom("pkg:npm/lodash@4.17.15"), "osv/GHSA-1.json": good });
  await bongsu(["index", "build", "osv", "--output", "all.bongsu"], { cwd: folder.path });
  const info = async (name: string) => bongsu(["index", "info", name], { cwd: folder.path });
  assert.equal((await info("all.bongsu")).status, 0);
  const { readFileSync } = await import("node:fs");
  const index = readFileSync(join(folder.path, "all.bongsu"));
  const damaged = Uint8Array.from(index);
  damaged[index.length - 3] = (damaged[index.length - 3] ?? 0) ^ 1;
  const cases: [string, Uint8Array, string][] = [
    ["cut.bongsu", index.subarray(0, index.length - 5), "matching.index-truncated"],
    ["damaged.bongsu", damaged, "matching.index-damaged"],
    ["foreign.bongsu", new TextEncoder().encode("SQLite format 3"), "matching.index-foreign"],
    [
      "newer.bongsu",
      Uint8Array.from([...index.subarray(0, 8), 0, 0, 0, 77, ...index.subarray(12)]),
      "matching.index-version",
    ],
  ];
  for (const [name, content, code] of cases) {
    folder.write(name, content);
    const { status, stderr } = await info(name);
    assert.equal(status, 4);
    assert.ok(stderr.includes(name) && stderr.includes(code), stderr);
  }
  const beside = await bongsu(["match", "bom.json", "--advisories", "cut.bongsu", "osv"], { cwd: folder.path });
  assert.equal(beside.status, 3);
  assert.match(beside.stdout, /1 finding /);
});
