import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { BongsuError, defineProblems, describeProblem, quote } from "./problem.ts";

const demo = defineProblems({
  "demo.bad-name": {
    message: { en: "“{name}” is not a name.", ko: "“{name}”은(는) 이름이 아닙니다." },
    fix: { en: "Write letters only.", ko: "글자만 쓰십시오." },
  },
});

test("a problem says where, what, what to do and its code, in both languages", () => {
  const problem = demo.problem("demo.bad-name", { name: "7" }, { file: "a.json", line: 2, column: 5, path: "/x" });
  assert.equal(describeProblem(problem), "a.json:2:5 /x: “7” is not a name. Write letters only. (demo.bad-name)");
  assert.equal(
    describeProblem(problem, "ko"),
    "a.json:2:5 /x: “7”은(는) 이름이 아닙니다. 글자만 쓰십시오. (demo.bad-name)",
  );
});

test("an error carries its problem and its cause", () => {
  const cause = new Error("below");
  const error = demo.error("demo.bad-name", { name: "x" }, {}, cause);
  assert.ok(error instanceof BongsuError);
  assert.equal(error.code, "demo.bad-name");
  assert.equal(error.cause, cause);
});

test("hostile input cannot forge a line, drive a terminal or flood a message", () => {
  assert.equal(quote("a\nb\u001b[31m\u202eb"), "a\ufffdb\ufffd[31m\ufffdb");
  assert.equal(quote("x".repeat(1_000_000)).length, 81);
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not appear
      assert.doesNotMatch(describeProblem(demo.problem("demo.bad-name", { name: text })), /[\u0000-\u001f\u007f]/);
    }),
  );
});
