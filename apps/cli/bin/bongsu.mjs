#!/usr/bin/env node
// Starts `bongsu` with Node.js 24 or newer: with the Node.js that runs this where it is new enough, else with the one
// that npm's `node` package brought. Plain JavaScript, because an older Node.js does not read TypeScript.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import module from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const main = new URL("../src/main.ts", import.meta.url);

/** The `node` of the nearest `node_modules` upwards; null if there is none. */
function ownNode() {
  const file = process.platform === "win32" ? "node.exe" : "node";
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const node = join(folder, "node_modules", "node", "bin", file);
    if (existsSync(node)) return node;
    if (folder === dirname(folder)) return null;
  }
}

if (Number(process.versions.node.split(".")[0]) >= 24) {
  // What was compiled once is not compiled again; before anything is loaded that has to be.
  module.enableCompileCache();
  await import(main.href);
} else {
  const node = ownNode();
  if (node === null) {
    console.error("bongsu: Node.js 24 or newer is needed. Install it, or run “npm install” beside bongsu.");
    process.exit(70);
  }
  const { status, signal } = spawnSync(node, [fileURLToPath(main), ...process.argv.slice(2)], { stdio: "inherit" });
  if (signal !== null) process.kill(process.pid, signal);
  process.exit(status ?? 70);
}
