import assert from "node:assert/strict";
import { test } from "node:test";
import { languageOf } from "./language.ts";

test("an answer speaks the language that its reader prefers among ours", () => {
  for (const [header, language] of [
    ["ko-KR,ko;q=0.9,en-US;q=0.8", "ko"],
    ["en;q=0.5, ko;q=0.6", "ko"],
    ["fr, en;q=0.3", "en"],
    ["ko;q=0, en;q=0.1", "en"],
    ["de", "en"],
    ["", "en"],
    [",;q=,ko;;", "ko"],
  ] as const) {
    assert.equal(languageOf(header), language, header);
  }
  assert.equal(languageOf(null, "ko"), "ko");
});
