import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { languageOf, sayIn, tables } from "./say.ts";

const { en, ko } = tables;

const source = fileURLToPath(new URL("..", import.meta.url));
const code = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !file.startsWith("messages"))
  .map((file) => readFileSync(join(source, file), "utf8"))
  .join("\n");

/** Names that are put together: `import.${name}.description`. */
const composed = [...code.matchAll(/`([a-zA-Z.]+)\$\{\w+\}([a-zA-Z.]*)`/g)].map(
  ([, head = "", tail = ""]) => new RegExp(`^${head.replaceAll(".", "\\.")}\\w+${tail.replaceAll(".", "\\.")}$`),
);
const isSaid = (name: string): boolean => code.includes(`"${name}"`) || composed.some((pattern) => pattern.test(name));

test("every sentence is there in both languages, in Hangul in one of them, and is said somewhere", () => {
  assert.deepEqual(Object.keys(ko).sort(), Object.keys(en).sort());
  for (const [name, text] of Object.entries(ko)) assert.match(text, /[가-힣]/, name);
  assert.deepEqual(
    Object.keys(en).filter((name) => !isSaid(name)),
    [],
  );
});

test("both languages fill in the same values", () => {
  const values = (text: string) =>
    [...new Set([...text.matchAll(/\{(\w+)(?:\||\})/g)].map((match) => match[1]))].sort();
  for (const [name, text] of Object.entries(en))
    assert.deepEqual(values(ko[name as keyof typeof en]), values(text), name);
});

test("the language is the option's, else the locale's, else English", () => {
  assert.equal(languageOf(["match", "--lang", "ko"], { LANG: "en_US.UTF-8" }), "ko");
  assert.equal(languageOf(["--lang=en"], { LANG: "ko_KR.UTF-8" }), "en");
  assert.equal(languageOf([], { LC_ALL: "ko_KR.UTF-8", LANG: "en_US" }), "ko");
  assert.equal(languageOf([], { LC_ALL: "", LANG: "ko" }), "ko");
  assert.equal(languageOf([], { LANG: "kok_IN" }), "en");
  assert.equal(languageOf([], {}), "en");
});

test("numbers are set apart in thousands, and particles fit the word", () => {
  assert.match(sayIn("en")("problems.passedOver", { n: 1234567 }), /: 1,234,567\.$/);
});
