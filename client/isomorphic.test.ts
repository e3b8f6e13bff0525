import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { importsOf, sourceFiles } from "../tests/imports.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What a browser brings along does not need these, and what it does not has no place here. */
const ofNode = /\b(?:Buffer|process|require|__dirname|setImmediate)\b[.([]/;

test("the client, and what it is made from, runs in a browser: nothing of Node.js, no other package", () => {
  const files = sourceFiles(root, ["client", "contracts", "packages/base", "packages/markings"]).filter(
    (file) => !file.endsWith(".test.ts") && !file.includes("/testing/"),
  );
  assert.ok(files.length > 20);
  for (const file of files) {
    assert.doesNotMatch(readFileSync(file, "utf8"), ofNode, file);
    for (const name of importsOf(file)) assert.match(name, /^(\.|zod$|@bongsu\/(base|contracts|markings)$)/, file);
  }
});
