import assert from "node:assert/strict";
import { test } from "node:test";
import { subtags } from "./language-tag.ts";

const kinds = (tag: string): string =>
  subtags(tag)
    .map(({ text, kind }) => `${kind} ${text}`)
    .join(", ");

test("tells what each subtag of a language tag is for", () => {
  assert.equal(kinds("de"), "language de");
  assert.equal(kinds("zh-yue-Hant-HK"), "language zh, extlang yue, script hant, region hk");
  assert.equal(kinds("es-419"), "language es, region 419");
  assert.equal(kinds("sl-IT-nedis"), "language sl, region it, variant nedis");
  assert.equal(kinds("en-a-bbb-x-a-ccc"), "language en, extension bbb, private a, private ccc");
  assert.equal(kinds("x-whatever"), "private whatever");
});
