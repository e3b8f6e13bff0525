import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { bongsu } from "../testing/run.ts";
import { wordsOf } from "./prompt.ts";

test("the country's story is told from its first inventory to the last exposure, and the country stays to be asked", async (context) => {
  const cwd = mkdtempSync(join(tmpdir(), "bongsu-demo-"));
  context.after(() => rmSync(cwd, { recursive: true, force: true }));
  const told = await bongsu(["demo", "--once"], { cwd });
  assert.equal(told.status, 0, told.stderr);
  assert.match(told.stdout, /Step 1\..*Step 5\./s);
  assert.match(told.stdout, /in all 17 regions/);
  const exposed = Number(/(\d+) exposures in \d+ organisations were found/.exec(told.stdout)?.[1]);
  assert.ok(exposed >= 10, "the new advisory reaches many");
  assert.match(told.stdout, new RegExp(`Left\\s+to\\s+CVE-2025-55182\\s+in\\s+the\\s+country:\\s+${exposed - 1}\\.`));

  const env = { BONGSU_DATA_DIR: join(cwd, ".bongsu", "demo") };
  const asked = await bongsu(["exposed", "CVE-2025-55182", "--json"], { cwd, env });
  assert.equal(JSON.parse(asked.stdout).length, exposed - 1);
  const again = await bongsu(["demo", "--once", "--lang", "ko"], { cwd });
  assert.equal(again.status, 0, again.stderr);
  assert.match(again.stdout, /5단계\. 한 곳이 움직이다/);
});

test("a line of the prompt is cut into words, quotes kept together", () => {
  assert.deepEqual(wordsOf(`asset show bank "core system" 'x y' z`), [
    "asset",
    "show",
    "bank",
    "core system",
    "x y",
    "z",
  ]);
});
