import assert from "node:assert/strict";
import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { shownCommands } from "../testing/page.ts";
import { bongsu, Folder } from "../testing/run.ts";

const root = fileURLToPath(new URL("../../../..", import.meta.url));
const page = readFileSync(join(root, "docs/match.md"), "utf8");

test("what docs/match.md shows is what the command prints", async () => {
  const shown = shownCommands(page);
  assert.ok(shown.length >= 3);
  using folder = new Folder();
  symlinkSync(join(root, "examples"), join(folder.path, "examples"), "dir");
  for (const { args, output } of shown)
    assert.equal((await bongsu(args, { cwd: folder.path })).stdout, output, args.join(" "));
});

test("the exit codes on the page are those of the help", async () => {
  const { stdout } = await bongsu(["match", "--help"]);
  const codes = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1]);
  assert.deepEqual(codes(page, /^\| (\d+) \|/gm), codes(stdout, /^ {2}(\d+) /gm));
});
