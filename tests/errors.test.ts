import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { errorsPage, problemTables } from "./problem-tables.ts";

const root = join(fileURLToPath(new URL(".", import.meta.url)), "..");
const tables = await problemTables(root);

test("docs/errors.md says what the code says", () => {
  assert.equal(readFileSync(join(root, "docs/errors.md"), "utf8"), errorsPage(tables), "run `npm run fix`");
});

test("a code belongs to one place, and is written as part.what-is-wrong", () => {
  const owners = new Map<string, string>();
  for (const { file, table } of tables) {
    for (const code of Object.keys(table)) {
      assert.match(code, /^[a-z]+(\.[a-z0-9]+(-[a-z0-9]+)*)+$/, `${code} in ${file}`);
      assert.equal(owners.get(code), undefined, `${code} stands in ${owners.get(code)} and ${file}`);
      owners.set(code, file);
    }
  }
});

test("both languages fill in the same values, and Korean is written in hangul", () => {
  const values = (text: string) => [...new Set([...text.matchAll(/\{(\w+)/g)].map((match) => match[1]))].sort();
  for (const { table } of tables) {
    for (const [code, { message, fix }] of Object.entries(table)) {
      assert.deepEqual(values(message.ko), values(message.en), code);
      assert.deepEqual(values(fix.ko), values(fix.en), code);
      assert.match(message.ko, /[가-힣]/, code);
      assert.match(fix.ko, /[가-힣]/, code);
    }
  }
});
