import { z } from "zod";
import { described } from "./described.ts";
import { handle, id, instant, line } from "./fields.ts";

/** TLP 2.0 (FIRST): the label as written, with or without `TLP:`. */
export const tlp = z.enum(["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"]);

export const marking = {
  tlp: described(z.string().max(40).nullable().default(null), {
    en: "TLP 2.0 label, with or without `TLP:`; without one it stays with the organisation that shares it",
    ko: "TLP 2.0 표시(`TLP:`는 생략 가능). 없으면 공유하는 기관만 봅니다",
  }),
  circles: described(z.array(handle).max(500).default([]), {
    en: "handles of the circles that it is for",
    ko: "공유 대상 모임의 짧은 이름",
  }),
  organisations: described(z.array(handle).max(500).default([]), {
    en: "handles of the organisations that it is for",
    ko: "공유 대상 기관의 짧은 이름",
  }),
  named: described(z.array(z.string().min(1).max(254)).max(500).default([]), {
    en: "who sees RED besides its author: ids or e-mail addresses of people",
    ko: "작성자 외에 RED를 볼 사람: 사용자 식별자 또는 이메일 주소",
  }),
  embargoUntil: described(instant.nullable().default(null), {
    en: "until then only the audience sees it; to the minute",
    ko: "이때까지는 공유 대상만 봅니다(분 단위)",
  }),
};

export const reference = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("report"),
    id: described(id, { en: "of the report that it points to", ko: "가리킬 보고의 식별자" }),
  }),
  z.object({
    kind: z.literal("vulnerability"),
    name: described(line(100), {
      en: "of the vulnerability that it points to: CVE, GHSA …",
      ko: "가리킬 취약점의 이름: CVE, GHSA 등",
    }),
  }),
  z.object({
    kind: z.literal("asset"),
    organisation: described(handle, {
      en: "handle of the organisation that has the asset: one of your own",
      ko: "자산을 가진 기관의 짧은 이름. 내 기관이어야 합니다",
    }),
    id: described(id, { en: "of the asset that it points to", ko: "가리킬 자산의 식별자" }),
  }),
]);

export const markingView = z.object({
  tlp: described(tlp.nullable(), { en: "TLP 2.0 label; null without one", ko: "TLP 2.0 표시. 없으면 null" }),
  circles: described(z.array(z.string()), {
    en: "handles of the circles that it is for, as far as the reader may know",
    ko: "공유 대상 모임의 짧은 이름(읽는 사람이 알 수 있는 만큼)",
  }),
  organisations: described(z.array(z.string()), {
    en: "handles of the organisations that it is for, as far as the reader may know",
    ko: "공유 대상 기관의 짧은 이름(읽는 사람이 알 수 있는 만큼)",
  }),
  named: described(z.array(id), {
    en: "ids of the people who see RED, for those who may know",
    ko: "RED를 볼 수 있는 사용자의 식별자(알 수 있는 사람에게만)",
  }),
  embargoUntil: described(instant.nullable(), {
    en: "until then only the audience sees it; null without an embargo",
    ko: "이때까지는 공유 대상만 봅니다. 엠바고가 없으면 null",
  }),
});
