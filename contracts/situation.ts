import { z } from "zod";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { wordOf } from "./fields.ts";
import { region } from "./organisation.ts";
import { member } from "./who.ts";
import { sectors } from "./words.ts";

/**
 * Figures about several organisations: null where they would say too much of few. Five organisations that the viewer does
 * not see one by one, or none, stand behind each figure and behind whatever figures give when they are subtracted.
 */
export const figures = z.object({
  exposedOrganisations: described(z.int(), {
    en: "organisations with an open exposure",
    ko: "열린 노출이 있는 기관 수",
  }),
  exposedAssets: described(z.int(), { en: "assets with an open exposure", ko: "열린 노출이 있는 자산 수" }),
  defer: described(z.int(), { en: "open exposures that can wait (SSVC)", ko: "보류로 판단된 열린 노출 수(SSVC)" }),
  scheduled: described(z.int(), {
    en: "open exposures for the next scheduled maintenance (SSVC)",
    ko: "정기 조치로 판단된 열린 노출 수(SSVC)",
  }),
  outOfCycle: described(z.int(), {
    en: "open exposures to act on before the next maintenance (SSVC)",
    ko: "우선 조치로 판단된 열린 노출 수(SSVC)",
  }),
  immediate: described(z.int(), {
    en: "open exposures to act on now (SSVC)",
    ko: "즉시 조치로 판단된 열린 노출 수(SSVC)",
  }),
  critical: described(z.int(), { en: "open exposures rated critical", ko: "심각 등급의 열린 노출 수" }),
  high: described(z.int(), { en: "open exposures rated high", ko: "높음 등급의 열린 노출 수" }),
  medium: described(z.int(), { en: "open exposures rated medium", ko: "보통 등급의 열린 노출 수" }),
  low: described(z.int(), { en: "open exposures rated low", ko: "낮음 등급의 열린 노출 수" }),
  unrated: described(z.int(), { en: "open exposures that nobody has rated", ko: "등급이 없는 열린 노출 수" }),
  exploited: described(z.int(), {
    en: "open exposures whose vulnerability is known to be exploited",
    ko: "악용된 취약점에 의한 열린 노출 수",
  }),
  exploitedOrganisations: described(z.int(), {
    en: "organisations with such an exposure",
    ko: "악용된 취약점에 노출된 기관 수",
  }),
  unanswered: described(z.int(), {
    en: "open exposures that nobody has acknowledged yet",
    ko: "아직 아무도 확인하지 않은 열린 노출 수",
  }),
  overdue: described(z.int(), {
    en: "open exposures past the time by which they were to be remediated; accepted ones are not counted",
    ko: "조치 기한이 지난 열린 노출 수(위험 수용 제외)",
  }),
  assets: described(z.int(), { en: "assets in all", ko: "전체 자산 수" }),
  freshAssets: described(z.int(), { en: "assets with a fresh inventory", ko: "구성 목록이 최신인 자산 수" }),
  freshOrganisations: described(z.int(), {
    en: "organisations all of whose assets have a fresh inventory",
    ko: "모든 자산의 구성 목록이 최신인 기관 수",
  }),
  listedOrganisations: described(z.int(), {
    en: "organisations with an inventory of any age",
    ko: "오래되었더라도 구성 목록이 있는 기관 수",
  }),
});

const cell = {
  organisations: described(z.int(), { en: "how many active organisations there are", ko: "활동 중인 기관 수" }),
  suppressed: described(z.boolean(), {
    en: "true where figures would say too much of few organisations: fewer than five",
    ko: "다섯 곳 미만의 기관이 드러날 수 있어 수치를 감추었으면 true",
  }),
  figures: described(figures.nullable(), {
    en: "sums over these organisations; null where suppressed",
    ko: "이 기관들의 합계. 감추었으면 null",
  }),
};

const tableOf = <Key extends z.ZodRawShape>(key: Key) =>
  z.object({
    items: described(z.array(z.object({ ...key, ...cell })), {
      en: "one line for each part of the country's organisations",
      ko: "구분별 현황",
    }),
    total: described(z.object(cell), { en: "all of them together", ko: "전체 합계" }),
  });

export const bySector = contract({
  name: "situation.bySector",
  method: "GET",
  path: "/situation/sectors",
  summary: { en: "Show how the country stands by sector", ko: "분야별 전국 현황 보기" },
  who: [member],
  input: z.object({}),
  output: tableOf({
    sector: described(wordOf(sectors), { en: "the sector that this line counts", ko: "집계한 분야" }),
  }),
});

export const byRegion = contract({
  name: "situation.byRegion",
  method: "GET",
  path: "/situation/regions",
  summary: { en: "Show how the country stands by region", ko: "지역별 전국 현황 보기" },
  who: [member],
  input: z.object({}),
  output: tableOf({
    region,
  }),
});
