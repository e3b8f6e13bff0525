import assert from "node:assert/strict";
import { test } from "node:test";
import { oneLine } from "../lines.ts";
import type { ExposureFacts } from "./facts.ts";
import { dateIn, exposureTexts, lengthOf } from "./texts.ts";

const now = new Date("2026-11-21T00:00:00Z");
const facts: ExposureFacts = {
  organisation: "11111111-1111-4111-8111-111111111111",
  vulnerability: "CVE-2026-1234",
  exposures: 14,
  assets: 13,
  urgency: 3,
  dueAt: new Date("2026-11-24T00:00:00Z"),
  answered: false,
  latest: now,
  assetNames: ["인터넷 뱅킹", "core", "portal", "app", "web"],
  components: [{ name: "lodash", version: "4.17.20", fixedVersion: "4.17.21" }],
  componentCount: 1,
  title: "Prototype pollution\nin lodash",
  rating: "critical",
  score: 9.8,
  exploitation: "active",
};

test("an alert says what it is, where it is, what to do and by when, in both languages", () => {
  const { title, body } = exposureTexts(facts, now, "Asia/Seoul");
  assert.deepEqual(title, {
    en: "CVE-2026-1234 on 인터넷 뱅킹 and 12 other assets (immediate, exploited)",
    ko: "인터넷 뱅킹 외 12개 자산: CVE-2026-1234에 노출(즉시 조치, 악용됨)",
  });
  assert.deepEqual(body.en.split("\n"), [
    "CVE-2026-1234 (Prototype pollution in lodash) affects 인터넷 뱅킹 and 12 other assets.",
    "Severity: critical (9.8). It is known to be used in attacks.",
    "Where: lodash 4.17.20 on 인터넷 뱅킹, core, portal, app, web and 8 other assets.",
    "What to do: upgrade lodash to 4.17.21 or later.",
    "Due by 24 November 2026, 09:00 (Asia/Seoul): 3 days from 21 November.",
  ]);
  assert.deepEqual(body.ko.split("\n"), [
    "인터넷 뱅킹 외 12개 자산이 CVE-2026-1234 취약점(Prototype pollution in lodash)에 노출되어 있습니다.",
    "심각도: 심각(9.8). 실제 공격에 쓰이고 있습니다.",
    "위치: 인터넷 뱅킹, core, portal, app, web 외 8개 자산의 lodash 4.17.20.",
    "할 일: lodash를 4.17.21 이상으로 올리십시오.",
    "조치 기한: 2026년 11월 24일 09:00(Asia/Seoul), 11월 21일부터 3일.",
  ]);
});

test("one asset, no fix, no hurry, nothing known", () => {
  const little = { ...facts, assets: 1, assetNames: ["서버"], dueAt: null, title: null, score: null };
  const quiet = { ...little, rating: "unknown" as const, exploitation: "none" as const, urgency: 0 };
  const { title, body } = exposureTexts(
    { ...quiet, components: [{ name: "x", version: "1", fixedVersion: null }] },
    now,
    "UTC",
  );
  assert.equal(title.en, "CVE-2026-1234 on 서버 (defer)");
  assert.match(
    body.ko,
    /^서버가 CVE-2026-1234 취약점에 노출되어 있습니다\.\n위치: 서버의 x 1\.\n할 일: 고쳐진 버전이 아직 없습니다/,
  );
  assert.doesNotMatch(body.en, /Due|Severity/);
});

test("what is overdue says so", () => {
  const { body } = exposureTexts({ ...facts, dueAt: new Date("2026-11-20T00:00:00Z") }, now, "UTC");
  assert.match(body.en, /Overdue: it was due by 20 November 2026, 00:00 \(UTC\)\./);
});

test("others' words stay one line of bounded length, without what hides or turns text", () => {
  assert.equal(oneLine("a\u202e\r\nb\u0000 c", 10), "a b c");
  assert.equal([...oneLine("가".repeat(500), 20)].length, 20);
  const hostile = exposureTexts({ ...facts, title: "x\n".repeat(9000), assetNames: ["a\nb".repeat(500)] }, now, "UTC");
  assert.ok(hostile.title.en.length < 400 && hostile.body.en.length < 2000 && !hostile.title.en.includes("\n"));
});

test("dates and lengths", () => {
  assert.equal(dateIn(new Date("2026-01-05T15:05:00Z"), "Asia/Seoul").ko, "2026년 1월 6일 00:05(Asia/Seoul)");
  assert.deepEqual([lengthOf(0).en, lengthOf(36e5 * 47).en, lengthOf(36e5 * 49).ko], ["1 hour", "47 hours", "2일"]);
});
