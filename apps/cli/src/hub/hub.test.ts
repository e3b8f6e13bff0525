import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { newServerDatabase } from "../../../../testing/databases.ts";
import { cyclonedx, kev, openvex, osv } from "../../../../testing/documents.ts";
import { bongsu, Folder } from "../testing/run.ts";

const launcher = fileURLToPath(new URL("../../bin/bongsu.mjs", import.meta.url));

const lodash = osv({
  id: "GHSA-aaaa-bbbb-cccc",
  aliases: ["CVE-2026-0001"],
  package: ["npm", "lodash"],
  events: [{ introduced: "0" }, { fixed: "4.17.21" }],
  vector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
});

/** A hub in a folder of its own, or on a server, asked by the real command. */
function hubIn(folder: Folder, environment: Record<string, string> = {}) {
  const env = { BONGSU_DATA_DIR: join(folder.path, "data"), ...environment };
  const run = (...args: string[]) => bongsu(args, { env, cwd: folder.path });
  return {
    run,
    stdin: (stdin: Uint8Array, ...args: string[]) => bongsu(args, { env, cwd: folder.path, stdin }),
    /** The answer to a command that must go well. */
    json: async (...args: string[]) => {
      const { status, stdout, stderr } = await run(...args, "--json");
      assert.equal(status, 0, stderr);
      return JSON.parse(stdout);
    },
    env,
  };
}

async function journey(folder: Folder, hub: ReturnType<typeof hubIn>): Promise<void> {
  folder.write("old.json", cyclonedx(["pkg:npm/lodash@4.17.20", "pkg:npm/left-pad@1.3.0"]));
  folder.write("new.json", cyclonedx(["pkg:npm/lodash@4.17.21", "pkg:npm/left-pad@1.3.0"]));
  const added = await hub.run(
    "org",
    "add",
    "bada-bank",
    "--name",
    "Bada Bank",
    "--name-ko",
    "바다은행",
    "--sector",
    "finance",
    "--region",
    "KR-11",
  );
  assert.deepEqual([added.status, added.stdout], [0, "bada-bank (Bada Bank) is added.\n"]);
  const sbom = [
    "import",
    "sbom",
    "old.json",
    "--org",
    "bada-bank",
    "--asset",
    "core",
    "--create",
    "--criticality",
    "very-high",
    "--network",
    "internet",
  ];
  assert.match((await hub.run(...sbom)).stdout, /core: revision 1, 2 components \(2 can be matched\)/);
  assert.match((await hub.run(...sbom)).stdout, /counts already \(revision 1\)/);

  const taken = await hub.stdin(lodash, "import", "advisories", "-");
  assert.match(taken.stdout, /1 taken, 0 known already, 0 signals\. Exposures: 1 opened/);
  folder.write("kev.json", kev(["CVE-2026-0001"]));
  assert.match((await hub.run("import", "kev", "kev.json")).stdout, /1 signals\. Exposures: 0 opened, 0 changed/);

  const [view, ...others] = await hub.json("exposed", "cve-2026-0001");
  assert.deepEqual(others, []);
  assert.deepEqual(
    [view.organisation.handle, view.asset.name, view.version, view.fixedVersion, view.priority.decision],
    ["bada-bank", "core", "4.17.20", "4.17.21", "immediate"],
  );
  const korean = await hub.run("exposed", "pkg:npm/lodash", "--lang", "ko");
  assert.match(korean.stdout, /즉시 +bada-bank \(바다은행\) +core +npm lodash 4\.17\.20/);

  folder.write(
    "vex.json",
    openvex({
      vulnerability: "CVE-2026-0001",
      products: ["pkg:npm/lodash@4.17.20"],
      status: "not_affected",
      justification: "component_not_present",
    }),
  );
  assert.match(
    (await hub.run("import", "vex", "vex.json", "--org", "bada-bank", "--asset", "core")).stdout,
    /1 new statements\. Exposures: 0 opened, 1 changed/,
  );
  assert.match((await hub.run("exposed", "CVE-2026-0001")).stdout, /^Nobody is exposed/);

  assert.match(
    (await hub.run("import", "sbom", "new.json", "--org", "bada-bank", "--asset", "core")).stdout,
    /revision 2.*1 closed/,
  );
  assert.match((await hub.run("asset", "diff", "bada-bank", "core")).stdout, /~ npm:lodash 4\.17\.20 → 4\.17\.21/);
  const [past] = await hub.json("exposed", "CVE-2026-0001", "--state", "fixed");
  assert.deepEqual(
    past.history.map(({ state, cause }: { state: string; cause: string }) => [state, cause]),
    [
      ["new", "advisory"],
      ["not_affected", "vex"],
      ["fixed", "sbom 2"],
    ],
  );
  assert.match((await hub.run("db", "rebuild")).stdout, /0 opened, 0 changed, 0 closed/);
}

test("an advisory's way through the command line, on the embedded database", async () => {
  using folder = new Folder();
  const hub = hubIn(folder);
  await journey(folder, hub);

  const backup = join(folder.path, "all.backup");
  assert.match((await hub.run("db", "backup", backup)).stdout, /rows written/);
  const other = hubIn(folder, { BONGSU_DATA_DIR: join(folder.path, "other") });
  assert.match((await other.run("db", "restore", backup)).stdout, /rows restored/);
  assert.equal((await other.json("asset", "list")).length, 1);
  assert.match((await other.run("db", "restore", backup)).stderr, /backup\.not-empty/);
  assert.equal(
    (await other.json("db", "status")).migrations.every(
      ({ appliedAt }: { appliedAt: string | null }) => appliedAt !== null,
    ),
    true,
  );
  assert.match((await other.run("db", "vacuum")).stdout, /^From /);

  const refused = await other.run("org", "remove", "bada-bank");
  assert.deepEqual([refused.status, /cli\.not-confirmed/.test(refused.stderr)], [4, true]);
  assert.equal((await other.run("asset", "remove", "bada-bank", "core", "--yes")).status, 0);
  assert.equal((await other.run("org", "remove", "bada-bank", "--yes")).status, 0);
  assert.deepEqual(await other.json("org", "list"), []);
});

const serverUrl = process.env.BONGSU_TEST_DATABASE_URL;

test("an advisory's way through the command line, on a server", {
  skip: serverUrl === undefined ? "no PostgreSQL server" : false,
}, async () => {
  using folder = new Folder();
  const { url, drop } = await newServerDatabase(serverUrl ?? "");
  try {
    await journey(folder, hubIn(folder, { DATABASE_URL: url }));
  } finally {
    await drop();
  }
});

test("one bad document does not end a batch, and each is named with its place", async () => {
  using folder = new Folder({
    "in/good.json": lodash,
    "in/bad.json": '{"id":"GHSA-1","affected":[',
    "in/readme.txt": "hello",
  });
  const hub = hubIn(folder);
  const { status, stdout, stderr } = await hub.run("import", "advisories", "in");
  assert.equal(status, 3);
  assert.match(stdout, /1 taken/);
  assert.match(stderr, /in\/bad\.json:1:28.*json\./);
  const missing = await hub.run("exposed", "CVE-1999-0001");
  assert.deepEqual([missing.status, /exposure\.unknown/.test(missing.stderr)], [4, true]);
  const unknown = await hub.run("import", "sbom", "in/good.json", "--org", "nobody", "--asset", "x");
  assert.match(unknown.stderr, /members\.unknown-organisation/);
});

/** Kills the command once it has told that it took something; there is no terminal, so its database is watched. */
function killedImport(path: string, env: Record<string, string>, after: number): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [launcher, "import", "advisories", path], {
      env: { ...process.env, ...env },
      stdio: "ignore",
    });
    const timer = setTimeout(() => child.kill("SIGKILL"), after);
    child.on("close", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

test("an interrupted import goes on where it was, and does not take twice what it took", async () => {
  const records = Object.fromEntries(
    Array.from({ length: 1500 }, (_, index) => {
      const id = `OSV-2026-${index}`;
      return [`in/${id}.json`, osv({ id, package: ["npm", `package-${index}`], events: [{ introduced: "0" }] })];
    }),
  );
  using folder = new Folder(records);
  const hub = hubIn(folder);
  await hub.run("db", "migrate");
  for (const after of [900, 1300]) await killedImport(join(folder.path, "in"), hub.env, after);
  const { documents, taken, unchanged } = await hub.json("import", "advisories", "in");
  assert.deepEqual([documents, taken + unchanged], [1500, 1500]);
  assert.deepEqual((await hub.json("import", "advisories", "in")).unchanged, 1500);
});

test("the configuration is shown without its secrets, and a wrong one is named", async () => {
  const shown = await bongsu(["config"], { env: { DATABASE_URL: "postgres://hub:hunter2@db.example/bongsu" } });
  assert.match(shown.stdout, /DATABASE_URL +postgres:\/\/hub:••••@db\.example\/bongsu +environment/);
  assert.doesNotMatch(shown.stdout, /hunter2/);
  const wrong = await bongsu(["config"], { env: { BONGSU_DATABASE_CONNECTIONS: "many" } });
  assert.match(wrong.stderr, /BONGSU_DATABASE_CONNECTIONS.*config\.invalid/);
});
