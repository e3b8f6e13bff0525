import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { bongsu, Folder } from "../../testing/run.ts";

const launcher = fileURLToPath(new URL("../../../bin/bongsu.mjs", import.meta.url));

/** A hub's command line: its own data folder, its own name. */
const hubIn = (folder: Folder, name: string) => {
  const env = { BONGSU_DATA_DIR: join(folder.path, name), DATABASE_URL: "", BONGSU_URL: `https://${name}.example.kr` };
  return { env, run: (...args: string[]) => bongsu(args, { env, cwd: folder.path }) };
};

const advisory = (n: number) => ({
  schema_version: "1.7.0",
  id: `GHSA-test-${String(n).padStart(4, "0")}`,
  modified: "2026-01-01T00:00:00Z",
  summary: `한국어 요약 ${n} ${"x".repeat(40_000)}`,
  affected: [
    {
      package: { ecosystem: "npm", name: `p${n}` },
      ranges: [{ type: "SEMVER", events: [{ introduced: "0" }, { fixed: "2.0.0" }] }],
    },
  ],
});

/** Runs it and pulls the plug as soon as `when` says so. */
function killed(args: string[], env: Record<string, string>, cwd: string, when: () => boolean): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [launcher, ...args], {
      env: { ...process.env, ...env },
      cwd,
      stdio: "ignore",
    });
    const watch = setInterval(() => when() && child.kill("SIGKILL"), 1);
    child.on("close", (_status, signal) => {
      clearInterval(watch);
      resolve(signal === "SIGKILL");
    });
  });
}

test("two hubs without a line: keys, trust, export, a pulled plug, import, what is refused", async () => {
  using folder = new Folder();
  for (let n = 0; n < 200; n += 1) folder.write(`osv/${n}.json`, advisory(n));
  const [a, b] = [hubIn(folder, "national"), hubIn(folder, "separated")];
  assert.equal((await a.run("import", "advisories", "osv")).status, 0);
  for (const [own, file] of [
    [a, "a.json"],
    [b, "b.json"],
  ] as const) {
    const { status, stdout } = await own.run("bundle", "key", "--output", file);
    assert.equal(status, 0);
    assert.match(stdout, /Fingerprint.*[A-Za-z0-9_-]{43}/);
  }
  assert.equal(
    (await a.run("org", "add", "sejong-city", "--sector", "local-government", "--region", "KR-50")).status,
    0,
  );
  const trusted = await a.run(
    "bundle",
    "trust",
    "b.json",
    "--max",
    "AMBER",
    "--community",
    "--represents",
    "sejong-city",
  );
  assert.match(trusted.stdout, /separated\.example\.kr is trusted/);
  assert.match((await a.run("bundle", "trust", "b.json", "--max", "RED")).stderr, /bundles\.role-of-marking/);
  assert.match((await a.run("bundle", "trust", "osv/1.json")).stderr, /bundles\.not-a-key/);

  const out = ["bundle", "export", "1.bundle", "--for", "separated.example.kr"];
  const part = join(folder.path, "1.bundle.part");
  assert.ok(
    await killed(out, a.env, folder.path, () => existsSync(part) && statSync(part).size > 1_000),
    "it was faster",
  );
  assert.equal(existsSync(join(folder.path, "1.bundle")), false);
  const made = await a.run(...out, "--json");
  assert.equal(made.status, 0, made.stderr);
  assert.equal(JSON.parse(made.stdout).records.advisories, 200);

  assert.match((await b.run("bundle", "show", "1.bundle")).stdout, /NOT trusted/);
  assert.match((await b.run("bundle", "import", "1.bundle")).stderr, /bundles\.untrusted/);
  const fingerprint: string = JSON.parse(made.stdout).header.key.id;
  assert.equal((await b.run("bundle", "trust", fingerprint)).status, 0);
  assert.match((await b.run("bundle", "show", "1.bundle", "--lang", "ko")).stdout, /온전하며/);

  const bytes = readFileSync(join(folder.path, "1.bundle"));
  bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1;
  folder.write("changed.bundle", bytes);
  folder.write("cut.bundle", bytes.subarray(0, 5_000));
  assert.match((await b.run("bundle", "import", "changed.bundle")).stderr, /bundles\.signature-wrong/);
  const cut = await b.run("bundle", "import", "cut.bundle", "--lang", "ko");
  assert.equal(cut.status, 4);
  assert.match(cut.stderr, /바이트 5000에서 끊겼습니다.*bundles\.truncated/);
  assert.match((await b.run("bundle", "import", "missing.bundle")).stderr, /cli\.not-found/);

  // The plug is pulled at several instants; each time it goes on.
  let pulled = 0;
  for (const milliseconds of [900, 1_200]) {
    const start = performance.now();
    const isKilled = await killed(
      ["bundle", "import", "1.bundle"],
      b.env,
      folder.path,
      () => performance.now() - start > milliseconds,
    );
    pulled += isKilled ? 1 : 0;
  }
  const taken = await b.run("bundle", "import", "1.bundle", "--json");
  assert.equal(taken.status, 0, taken.stderr);
  const { advisories, unchanged, wasTaken } = JSON.parse(taken.stdout);
  assert.ok(pulled > 0);
  assert.ok(wasTaken || advisories + unchanged === 200, taken.stdout);
  assert.match((await b.run("bundle", "import", "1.bundle")).stdout, /taken before/);
  const list = JSON.parse((await b.run("bundle", "list", "--json")).stdout);
  assert.deepEqual([list.made.length, list.taken.length, list.taken[0].result.advisories], [0, 1, 200]);
  assert.match((await a.run("bundle", "distrust", "separated.example.kr", "--yes")).stdout, /no longer trusted/);
});
