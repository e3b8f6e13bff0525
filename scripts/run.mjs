// Runs one of the project's tasks on a machine that has only Node ≥ 20.19 and npm: installs the dependencies where
// they are missing or outdated, then goes on with the Node.js 24 that is among them. Plain JavaScript, because the
// Node.js that starts it may not read TypeScript.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const inRoot = (...parts) => join(root, ...parts);

const tests = [
  "packages/*/src/**/*.test.ts",
  "client/**/*.test.ts",
  "contracts/**/*.test.ts",
  "hub/**/*.test.ts",
  "apps/*/src/**/*.test.ts",
  "tests/**/*.test.ts",
];

/** Each task is a list of command lines; the first that fails ends it. `node` is Node.js 24. */
const tasks = {
  demo: [["node", "apps/cli/src/main.ts", "demo"]],
  // Without a command, the hub itself: `npm start`, `npm start -- exposed CVE-2021-44228`.
  start: [["node", "apps/cli/src/main.ts", ...(process.argv.length > 3 ? [] : ["serve"])]],
  check: [
    ["tsc"],
    ["biome", "check", "--error-on-warnings"],
    ["node", "--test", "tests/floors.test.ts", "tests/errors.test.ts"],
  ],
  test: [
    ["tsc"],
    ["biome", "check", "--error-on-warnings"],
    [
      "node",
      "--test",
      "--test-reporter=spec",
      "--test-timeout=600000",
      // Much of a test is waiting: for a disk, a server, a browser.
      "--test-concurrency=2",
      "--test-global-setup=testing/setup.ts",
      ...tests,
    ],
  ],
  bench: [["node", "bench/main.ts"]],
  fix: [
    ["node", "scripts/errors-page.ts"],
    ["biome", "check", "--write"],
  ],
};

function run(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (done.error) throw done.error;
  return done.status ?? 1;
}

function npm(...args) {
  const cli = process.env.npm_execpath;
  return cli ? run(process.execPath, [cli, ...args]) : run("npm", args, { shell: process.platform === "win32" });
}

/** What is installed is taken as current while the lock file is the one that it was installed from. */
function install() {
  const stamp = inRoot("node_modules", ".installed-from");
  const lock = createHash("sha256")
    .update(readFileSync(inRoot("package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  console.error("Installing dependencies …");
  // Not `npm ci`: it refuses a lock file that does not list the optional packages of every other platform.
  const status = npm("install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error");
  if (status !== 0) {
    console.error("The dependencies could not be installed: see npm's message above.");
    process.exit(status);
  }
  writeFileSync(stamp, lock);
}

/** Node.js 24 or newer: the one that runs this, or the one that npm's `node` package brought. */
function node24() {
  if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath;
  const own = inRoot("node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
  // npm may hold back a package's install script; running it by name is allowed then.
  if (!existsSync(own)) npm("rebuild", "node", "--ignore-scripts=false", "--loglevel=error");
  if (existsSync(own)) return own;
  console.error("Node.js 24 is needed and npm's `node` package could not bring it: install Node.js 24 or newer.");
  process.exit(1);
}

/** Tests run on a real PostgreSQL server as well: Debian's package, where it is missing and may be installed. */
function postgres() {
  const folder = "/usr/lib/postgresql";
  const here =
    existsSync(folder) && readdirSync(folder).some((version) => existsSync(join(folder, version, "bin/initdb")));
  if (here || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  console.error("Installing PostgreSQL for the tests …");
  const options = { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  run("apt-get", ["update"], options);
  const status = run("apt-get", ["install", "--yes", "--no-install-recommends", "postgresql"], options);
  if (status !== 0) console.error("PostgreSQL could not be installed: the tests that need a server will be skipped.");
}

const [name, ...rest] = process.argv.slice(2);
const task = tasks[name];
if (task === undefined) {
  console.error(`Unknown task ${JSON.stringify(name)}. Tasks: ${Object.keys(tasks).join(", ")}.`);
  process.exit(2);
}
install();
if (name === "test") postgres();
const node = node24();
const commands = {
  node: [node],
  tsc: [node, inRoot("node_modules/typescript/bin/tsc")],
  biome: [node, inRoot("node_modules/@biomejs/biome/bin/biome")],
};
for (const [index, [program, ...args]] of task.entries()) {
  const [command, ...first] = commands[program];
  const last = index === task.length - 1;
  const status = run(command, [...first, ...args, ...(last ? rest : [])], {
    env: {
      ...process.env,
      NODE: node,
      // What was read and compiled once, every process of a task starts from: half of what starting costs.
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? inRoot("node_modules", ".cache", "compiled"),
      PATH: `${dirname(node)}${process.platform === "win32" ? ";" : ":"}${process.env.PATH}`,
    },
  });
  if (status !== 0) process.exit(status);
}
