import assert from "node:assert/strict";
import { test } from "node:test";
import type { Output } from "../context.ts";
import { Folder } from "../testing/run.ts";
import { countDocuments } from "./count.ts";
import { bar, Progress } from "./progress.ts";

const output = (isTerminal: boolean): Output & { text: string } => ({
  text: "",
  write(text) {
    this.text += text;
  },
  isTerminal,
  width: isTerminal ? 60 : null,
  colour: false,
});

test("a bar is as long at its beginning as at its end, and never longer", () => {
  for (const share of [-1, 0, 0.01, 0.5, 0.999, 1, 7]) assert.equal(bar(share).length, 24);
  assert.equal(bar(0).trim(), "");
  assert.equal(bar(1), "█".repeat(24));
});

test("progress is one line on a terminal, and nothing at all in a pipe", () => {
  const [terminal, pipe] = [output(true), output(false)];
  for (const err of [terminal, pipe]) {
    const progress = new Progress(err);
    progress.show(() => "half of it", 0.5);
    progress.clear();
  }
  assert.match(terminal.text, /█{12} {12} 50 % {2}half of it/);
  assert.ok(terminal.text.endsWith("\r\u001b[K"), "the line is wiped away at the end");
  assert.equal(pipe.text, "");
});

test("documents are counted before they are read, and nobody counts what he cannot see", async () => {
  using folder = new Folder({ "a.json": "{}", "b/c.json": "{}" });
  assert.equal(await countDocuments([folder.path]), 2);
  assert.equal(await countDocuments(["-"]), null);
  assert.equal(await countDocuments([`${folder.path}/missing`]), null);
});
