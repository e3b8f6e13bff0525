import assert from "node:assert/strict";
import { test } from "node:test";
import { fill, particle } from "./text.ts";

test("a Korean particle follows the sound of the word before it", () => {
  assert.equal(particle("파일", "이/가"), "이");
  assert.equal(particle("문서", "이/가"), "가");
  assert.equal(particle("bom.json", "이/가"), "이(가)");
  assert.deepEqual([particle("CSAF 2.1", "은/는"), particle("CVSS 4", "은/는")], ["은", "는"]);
});

test("a template is filled by name, and an unknown name stays visible", () => {
  assert.equal(fill("{file|을/를} 읽을 수 없습니다: {why}", { file: "목록" }), "목록을 읽을 수 없습니다: {why}");
  assert.equal(fill("“{file|”은/는} 목록입니다", { file: "자산" }), "“자산”은 목록입니다");
  assert.equal(fill("{n} of {all}", { n: 3, all: 4 }), "3 of 4");
});

test("a value is never taken as a template again", () => {
  assert.equal(fill("{a}", { a: "{b}", b: "x" }), "{b}");
});
