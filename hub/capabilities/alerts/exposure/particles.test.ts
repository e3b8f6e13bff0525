import assert from "node:assert/strict";
import { test } from "node:test";
import { fillKorean, particleAfter } from "./particles.ts";

test("particles follow the sound of what stands before them", () => {
  const objects = {
    자산: "을",
    서버: "를",
    "CVE-2026-1230": "을",
    "CVE-2026-1234": "를",
    OpenSSL: "을",
    lodash: "를",
    log4j: "를",
    kernel: "을",
    express: "를",
    webpack: "을",
    tomcat: "을",
    curl: "을",
    python: "을",
    spring: "을",
    react: "를",
    SDK: "를",
    "코어 (internal)": "을",
    "포털(PC)": "를",
  };
  for (const [word, expected] of Object.entries(objects)) assert.equal(particleAfter(word, "을/를"), expected, word);
});

test("a sentence is filled, and what is unknown stays", () => {
  assert.equal(fillKorean("{a|이/가} {b|을/를} {c}", { a: "뱅킹", b: "nginx" }), "뱅킹이 nginx를 {c}");
});
