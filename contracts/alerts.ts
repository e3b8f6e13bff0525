import { z } from "zod";
import { alertStates, alertTopics } from "./alert.ts";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { exposureDecisions } from "./exposure-line.ts";
import { handle, id, instant, prose, wordOf } from "./fields.ts";
import { organisationHandle } from "./naming.ts";
import { pageOf, paging } from "./page.ts";
import { inOrganisation, member } from "./who.ts";

const bothLanguages = z.object({ en: z.string(), ko: z.string() });

/** One alert: what it says now, to whoever asks. */
export const alertLine = z.object({
  organisation: organisationHandle,
  id: described(id, { en: "by which the alert is named", ko: "알림의 식별자" }),
  topic: described(wordOf(alertTopics), { en: "what it is about", ko: "알림의 주제" }),
  key: described(z.string(), {
    en: "the cause within the topic: the name of a vulnerability, for example",
    ko: "주제 안에서 원인을 가리키는 값. 예: 취약점 이름",
  }),
  state: described(wordOf(alertStates), { en: "where it stands", ko: "알림의 상태" }),
  urgency: described(wordOf(exposureDecisions), {
    en: "how urgent it is, in the words of SSVC's decisions",
    ko: "긴급도(SSVC 조치의 말)",
  }),
  title: described(bothLanguages, { en: "one line, in both languages", ko: "두 언어로 적은 한 줄 제목" }),
  link: described(z.string(), { en: "where in the hub it is seen to: a path", ko: "허브에서 처리하는 곳의 경로" }),
  dueAt: described(instant.nullable(), {
    en: "by when it is to be done; null where there is no hurry",
    ko: "처리 기한. 급하지 않으면 null",
  }),
  raisedAt: described(instant, { en: "when it was raised first", ko: "처음 생긴 시각" }),
  changedAt: described(instant, { en: "when what it says changed last", ko: "내용이 마지막으로 바뀐 시각" }),
  noticedAt: described(instant.nullable(), {
    en: "when people were told of it last; null where nobody was",
    ko: "사람들에게 마지막으로 알린 시각. 알린 적이 없으면 null",
  }),
  acknowledgedAt: described(instant.nullable(), {
    en: "since when somebody sees to it; null where nobody does",
    ko: "누군가 확인한 시각. 없으면 null",
  }),
  acknowledgedBy: described(z.string().nullable(), {
    en: "name of whoever acknowledged it here; null without one",
    ko: "이 알림을 확인한 사람의 이름. 없으면 null",
  }),
  seen: described(z.boolean(), {
    en: "whether the caller has opened it since people were told last",
    ko: "마지막으로 알린 뒤에 호출한 사람이 열어 보았는지",
  }),
});

export const alert = alertLine.extend({
  body: described(bothLanguages, {
    en: "what it is, where it is, what to do and by when, in both languages",
    ko: "무엇이 어디에 있고 무엇을 언제까지 해야 하는지(두 언어)",
  }),
  facts: described(z.record(z.string(), z.json()), {
    en: "the same for programs, by the topic",
    ko: "프로그램이 읽는 같은 내용. 주제마다 다릅니다",
  }),
  acknowledgementNote: described(z.string().nullable(), {
    en: "what whoever acknowledged it said; null without a word",
    ko: "확인한 사람이 남긴 말. 없으면 null",
  }),
  nextStepAt: described(instant.nullable(), {
    en: "when others are told, were nobody to acknowledge it before; null where nobody is",
    ko: "아무도 확인하지 않을 때 다음 사람에게 알리는 시각. 없으면 null",
  }),
});

const filters = {
  organisation: described(handle.optional(), {
    en: "only those of this organisation; without it, of all of one's own",
    ko: "이 기관의 것만. 지정하지 않으면 내 모든 기관의 것",
  }),
  topic: described(z.array(wordOf(alertTopics)).max(20).optional(), {
    en: "only those about any of these",
    ko: "이 주제의 것만(여러 개 지정 가능)",
  }),
  state: described(z.array(wordOf(alertStates)).max(3).optional(), {
    en: "only those in any of these states; without it, those that are not settled",
    ko: "이 상태인 것만. 지정하지 않으면 해소되지 않은 것",
  }),
  urgency: described(z.array(wordOf(exposureDecisions)).max(4).optional(), {
    en: "only those that are as urgent as any of these says",
    ko: "이 긴급도인 것만(여러 개 지정 가능)",
  }),
  unseen: described(z.boolean().optional(), {
    en: "only those that the caller has not opened since people were told last, or only the others",
    ko: "마지막으로 알린 뒤 열어 보지 않은 것만(`true`), 또는 열어 본 것만(`false`)",
  }),
};

export const listAlerts = contract({
  name: "alerts.listAlerts",
  method: "GET",
  path: "/alerts",
  summary: { en: "List alerts", ko: "알림 목록" },
  who: [member],
  input: z.object({ ...paging(["-noticed", "-urgency"]), ...filters }),
  output: pageOf(alertLine),
});

const facet = z.array(
  z.object({
    value: described(z.string(), { en: "the word that is counted", ko: "집계한 값" }),
    count: described(z.int(), { en: "how many alerts have it", ko: "해당하는 알림 수" }),
  }),
);

export const countAlerts = contract({
  name: "alerts.countAlerts",
  method: "GET",
  path: "/alert-counts",
  summary: { en: "Count alerts, and those not opened yet", ko: "알림 수와 열어 보지 않은 알림 수" },
  who: [member],
  input: z.object(filters),
  output: z.object({
    total: described(z.int(), { en: "alerts in all", ko: "전체 알림 수" }),
    unseen: described(z.int(), {
      en: "those that the caller has not opened since people were told last",
      ko: "마지막으로 알린 뒤 열어 보지 않은 알림 수",
    }),
    topic: described(facet, { en: "counted by what they are about", ko: "주제별 알림 수" }),
    state: described(facet, { en: "counted by where they stand", ko: "상태별 알림 수" }),
    urgency: described(facet, { en: "counted by how urgent they are", ko: "긴급도별 알림 수" }),
  }),
});

const alertId = described(id, { en: "id of the alert", ko: "알림의 식별자" });

export const showAlert = contract({
  name: "alerts.showAlert",
  method: "GET",
  path: "/organisations/{organisation}/alerts/{alert}",
  summary: { en: "Show an alert; a person has seen it then", ko: "알림 보기(사람이 열면 본 것으로 남습니다)" },
  who: [inOrganisation("read-only")],
  input: z.object({ organisation: organisationHandle, alert: alertId }),
  output: alert,
  errors: ["members.unknown-organisation", "alerts.unknown-alert"],
});

const several = described(z.array(id).min(1).max(500), { en: "ids of alerts", ko: "알림의 식별자들" });

export const markSeen = contract({
  name: "alerts.markSeen",
  method: "POST",
  path: "/organisations/{organisation}/alerts/seen",
  summary: { en: "Note that one has seen alerts", ko: "알림을 본 것으로 표시" },
  who: [inOrganisation("read-only")],
  input: z.object({ organisation: organisationHandle, alerts: several }),
  output: z.object({
    seen: described(z.int(), {
      en: "how many of them are there for the caller",
      ko: "호출한 사람이 볼 수 있는 알림 수",
    }),
  }),
  errors: ["members.unknown-organisation", "alerts.not-permitted-to-machines"],
  agent: "never",
});

export const acknowledge = contract({
  name: "alerts.acknowledge",
  method: "POST",
  path: "/organisations/{organisation}/alerts/acknowledgement",
  summary: {
    en: "Acknowledge alerts: one sees to them, and nobody else is called; new exposures behind them are acknowledged as well",
    ko: "알림 확인: 맡아서 처리하며 상위에 알리지 않습니다. 신규 노출도 함께 확인됩니다",
  },
  who: [inOrganisation("read-only")],
  input: z.object({
    organisation: organisationHandle,
    alerts: several,
    note: described(prose(2000).optional(), {
      en: "what is to be said with it; kept with the alerts and the exposures",
      ko: "함께 남길 말. 알림과 노출에 남습니다",
    }),
  }),
  output: z.object({
    acknowledged: described(z.int(), { en: "how many were open until now", ko: "새로 확인된 알림 수" }),
    exposures: described(z.int(), {
      en: "how many new exposures were acknowledged with them",
      ko: "함께 확인된 신규 노출 수",
    }),
  }),
  errors: ["members.unknown-organisation", "alerts.unknown-alert", "alerts.not-permitted-to-acknowledge"],
  records: ["alerts"],
});
