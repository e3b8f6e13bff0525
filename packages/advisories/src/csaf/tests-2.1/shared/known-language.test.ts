import assert from "node:assert/strict";
import { test } from "node:test";
import { isKnownLanguage } from "./known-language.ts";

test("takes registered subtags in their places, in any case", () => {
  for (const tag of [
    ...["ko", "ko-KR", "EN-us", "zh-Hant-TW", "zh-cmn-Hans-CN", "de-CH-1901", "sl-rozaj-biske", "en-fonipa"],
    ...["es-419", "qaa", "qtz-Qaaa-QM", "en-u-ca-gregory", "x-beacon", "en-x-hill", "i-default", "I-Mingo"],
  ])
    assert.ok(isKnownLanguage(tag), tag);
});

test("refuses what is not registered, misplaced, or there twice", () => {
  for (const tag of [
    ...["EZ", "xx", "en-ZZZ", "en-Zyxw", "ko-ZY", "de-cmn", "de-1901-1901", "en-a-bbb", "en-u-ca-buddhist-u-nu-latn"],
    ...["", "-", "en-", "en_US", "i-klingon", "english", "en-GB-oed"],
  ])
    assert.ok(!isKnownLanguage(tag), tag);
});
