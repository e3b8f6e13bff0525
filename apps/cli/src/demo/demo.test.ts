import assert from "node:assert/strict";
import { test } from "node:test";
import { bongsu } from "../testing/run.ts";

test("the demo runs on the documents that come along, from any folder, and ends well", async () => {
  const { status, stdout, stderr } = await bongsu(["demo", "match"], { cwd: "/" });
  assert.equal(status, 0, stderr);
  assert.equal(stderr, "");
  assert.match(stdout, /Step 1\..*Step 5\./s);
  assert.match(stdout, /25 components · 12 affected · 13 findings/);
  assert.match(stdout, /25 components · 8 affected · 9 findings/);
  assert.match(stdout, /it was 1\./);
});

test("the demo speaks Korean", async () => {
  const { status, stdout } = await bongsu(["demo", "match", "--lang", "ko"]);
  assert.equal(status, 0);
  assert.match(stdout, /1단계\. 무엇이 영향을 받는가\?/);
  assert.match(stdout, /전자결재-연계모듈/);
});
