import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { delimiter, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const launcher = fileURLToPath(new URL("../bin/bongsu.mjs", import.meta.url));

/** A Node.js on this machine that is too old for TypeScript; null if there is none. */
function olderNode(): string | null {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const node = join(folder, "node");
    const { stdout } = spawnSync(node, ["--version"], { encoding: "utf8" });
    if (Number(/^v(\d+)\./.exec(stdout ?? "")?.[1] ?? 99) < 24) return node;
  }
  return null;
}

const older = olderNode();

test("an older Node.js hands over to the one among the dependencies", {
  skip: older === null && "no older Node.js is here",
}, () => {
  const run = (...args: string[]) => spawnSync(older ?? "", [launcher, ...args], { encoding: "utf8" });
  assert.match(run("--version").stdout, /^\d+\.\d+\.\d+\n$/);
  assert.equal(run("match", "missing.json", "-a", "missing").status, 4);
  assert.equal(run("nonsense").status, 2);
});
