import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";

const root = new URL("../", import.meta.url);
const page = readFileSync(new URL("docs/security/asvs.md", root), "utf8");

/** Files in backticks, each with the tests that are quoted after it. */
const named = [...page.matchAll(/`((?:hub|packages|apps|contracts|tests|client)\/[\w./-]*)`((?:(?:, )? ?“[^”]+”)*)/g)];

test("the security checklist names files that are there, and tests that are in them", () => {
  const wrong = named.flatMap(([, file = "", tests = ""]) => {
    const place = new URL(file, root);
    if (!existsSync(place)) return [`${file} is not there`];
    if (tests === "") return [];
    const text = readFileSync(place, "utf8");
    return [...tests.matchAll(/“([^”]+)”/g)].flatMap(([, name = ""]) =>
      text.includes(name) ? [] : [`${file}: ${name}`],
    );
  });
  assert.deepEqual(wrong, []);
  assert.ok(named.filter(([, file]) => file?.endsWith(".test.ts")).length > 50);
});

test("every chapter of the standard is there", () => {
  const chapters = [...page.matchAll(/^## V(\d+) /gm)].map(([, number]) => Number(number));
  assert.deepEqual(
    chapters,
    Array.from({ length: 17 }, (_, index) => index + 1),
  );
});
