import { z } from "zod";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { doer, exposureDecisions } from "./exposure-line.ts";
import { id, instant, prose, wordOf } from "./fields.ts";
import { pageOf, paging } from "./page.ts";
import { inHub, member } from "./who.ts";
import { criticalities, sectors } from "./words.ts";

/** Hours that a deadline has at most: two years. */
export const longestDeadline = 2 * 365 * 24;

const hours = described(z.int().min(1).max(longestDeadline).nullable(), {
  en: "hours to remediate; null: there is no hurry",
  ko: "조치할 시간(시간 단위). 급하지 않으면 null",
});

const deadline = z.object({
  decision: described(wordOf(exposureDecisions), { en: "what is to be done (SSVC)", ko: "조치(SSVC)" }),
  criticality: described(wordOf(criticalities), {
    en: "criticality of the organisation's sector",
    ko: "기관이 속한 분야의 중요도",
  }),
  hours,
});

const sectorCriticality = z.object({
  sector: described(wordOf(sectors), { en: "sector that organisations belong to", ko: "기관이 속한 분야" }),
  criticality: described(wordOf(criticalities), {
    en: "what a failure of it would mean for the country",
    ko: "분야가 멈추면 국가에 미치는 영향",
  }),
});

/** How far the new table has been carried over to the exposures that are open. */
const recalculation = z.object({
  organisations: described(z.int(), { en: "organisations in all", ko: "전체 기관 수" }),
  done: described(z.int(), { en: "organisations that are done", ko: "끝난 기관 수" }),
  exposures: described(z.int(), { en: "exposures whose due date changed", ko: "기한이 바뀐 노출 수" }),
  finishedAt: described(instant.nullable(), {
    en: "when it was finished; null while it goes on",
    ko: "끝난 시각. 진행 중이면 null",
  }),
});

const tables = {
  deadlines: described(z.array(deadline), { en: "hours by decision and criticality", ko: "조치와 중요도별 시간" }),
  sectors: described(z.array(sectorCriticality), { en: "criticality by sector", ko: "분야별 중요도" }),
};

export const deadlineTable = z.object({
  ...tables,
  changedAt: described(instant.nullable(), {
    en: "when it was last changed; null: never",
    ko: "마지막으로 바뀐 시각. 바뀐 적 없으면 null",
  }),
  recalculation: described(recalculation.nullable(), {
    en: "how far the last change has been carried over; null where there was none",
    ko: "마지막 변경의 반영 상황. 변경이 없었으면 null",
  }),
});

export const showDeadlines = contract({
  name: "exposure.showDeadlines",
  method: "GET",
  path: "/deadlines",
  summary: { en: "Show in what time exposures are to be remediated", ko: "노출 조치 기한표 보기" },
  who: [member],
  input: z.object({}),
  output: deadlineTable,
});

export const changeDeadlines = contract({
  name: "exposure.changeDeadlines",
  method: "PATCH",
  path: "/deadlines",
  summary: {
    en: "Change in what time exposures are to be remediated; due dates that no person set follow",
    ko: "노출 조치 기한표 변경(사람이 정하지 않은 기한은 다시 계산)",
  },
  who: [inHub("national-coordinator")],
  input: z.object({
    deadlines: described(z.array(deadline).max(16).default([]), { en: "those that change", ko: "바꿀 시간" }),
    sectors: described(z.array(sectorCriticality).max(50).default([]), {
      en: "those that change",
      ko: "바꿀 분야 중요도",
    }),
    reason: described(prose(2_000).min(1), { en: "why", ko: "바꾸는 까닭" }),
  }),
  output: deadlineTable,
  errors: ["exposure.deadlines-out-of-order"],
  records: ["deadlines", "sectors"],
});

export const listDeadlineChanges = contract({
  name: "exposure.listDeadlineChanges",
  method: "GET",
  path: "/deadline-changes",
  summary: { en: "List who changed the deadlines, when and why", ko: "조치 기한표 변경 이력" },
  who: [inHub("national-coordinator"), inHub("hub-administrator"), inHub("auditor")],
  input: z.object(paging(["-at"])),
  output: pageOf(
    z.object({
      id: described(id, { en: "id of the change", ko: "변경의 식별자" }),
      at: described(instant, { en: "when it was changed", ko: "바꾼 시각" }),
      by: described(doer, { en: "who changed it", ko: "바꾼 사용자" }),
      reason: described(z.string(), { en: "why", ko: "바꾼 까닭" }),
      before: described(z.object(tables), { en: "what was changed, as it was", ko: "바꾸기 전의 값" }),
      after: described(z.object(tables), { en: "the same as it is since then", ko: "바꾼 뒤의 값" }),
      recalculation: described(recalculation, { en: "how far it has been carried over", ko: "반영 상황" }),
    }),
  ),
});
