import type { Text } from "@bongsu/base";
import { z } from "zod";
import { timeOfDay, timeZone } from "./alert-preferences.ts";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { handle, id, instant, line, wordOf } from "./fields.ts";
import { organisationHandle, personId } from "./naming.ts";
import { inOrganisation } from "./who.ts";

export const overrideKinds = {
  cover: { en: "stands in for whoever it would be", ko: "대신 맡음" },
  absence: { en: "is away: the next in the order stands in", ko: "부재: 다음 차례가 맡음" },
} satisfies Record<string, Text>;

export type OverrideKind = keyof typeof overrideKinds;

const rotaHandle = described(handle, { en: "short name of the rota", ko: "당직표의 짧은 이름" });

const onCallPerson = z.object({
  id: described(id, { en: "id of the person", ko: "사용자의 식별자" }),
  name: described(z.string(), { en: "what the person is called", ko: "사용자의 이름" }),
});

const shift = z.object({
  person: described(onCallPerson.nullable(), {
    en: "who is on call; null: nobody",
    ko: "당직자. 아무도 없으면 null",
  }),
  from: described(instant, { en: "since when", ko: "시작 시각" }),
  to: described(instant, { en: "until when", ko: "끝나는 시각" }),
});

const terms = {
  name: described(line(100), { en: "what the rota is called", ko: "당직표의 이름" }),
  zone: described(timeZone, {
    en: "time zone of its times, by its IANA name: `Asia/Seoul`",
    ko: "시각의 시간대(IANA 이름). 예: `Asia/Seoul`",
  }),
  firstDay: described(z.iso.date().regex(/^20/, "a day of this century is expected"), {
    en: "day on which the first shift begins: it sets the weekday of weekly shifts",
    ko: "첫 당직을 시작하는 날. 매주 교대면 그 요일에 교대합니다",
  }),
  handoverAt: described(timeOfDay, { en: "when one hands over to the next: `09:00`", ko: "교대 시각. 예: `09:00`" }),
  shiftDays: described(z.int().min(1).max(56), { en: "how many days a shift lasts", ko: "한 당직의 일수" }),
};

export const rota = z.object({
  rota: rotaHandle,
  ...terms,
  people: described(z.array(onCallPerson), {
    en: "who takes turns, in order; who left the organisation is left out",
    ko: "순서대로 적은 당직자. 기관을 떠난 사람은 빠집니다",
  }),
  overrides: described(
    z.array(
      z.object({
        id: described(id, { en: "by which it is taken back", ko: "변경의 식별자" }),
        kind: described(wordOf(overrideKinds), { en: "what is different", ko: "변경의 종류" }),
        person: described(onCallPerson, { en: "who stands in, or is away", ko: "대신 맡거나 자리를 비우는 사람" }),
        from: described(instant, { en: "from when on", ko: "시작 시각" }),
        to: described(instant, { en: "until when", ko: "끝나는 시각" }),
        reason: described(z.string(), { en: "why", ko: "이유" }),
      }),
    ),
    { en: "who stands in and who is away, those that are not over", ko: "끝나지 않은 대체와 부재" },
  ),
  now: described(shift, { en: "who is on call now", ko: "지금의 당직자" }),
  next: described(shift, { en: "who is next", ko: "다음 당직자" }),
  gaps: described(z.array(shift), {
    en: "when nobody is on call, within the next 30 days",
    ko: "앞으로 30일 안에 당직자가 없는 때",
  }),
});

const inOne = z.object({ organisation: organisationHandle });
const ofRota = inOne.extend({ rota: rotaHandle });
const unknown = ["members.unknown-organisation", "alerts.unknown-rota"];

export const listRotas = contract({
  name: "alerts.listRotas",
  method: "GET",
  path: "/organisations/{organisation}/on-call",
  summary: { en: "Show who is on call, and who is next", ko: "당직자와 다음 당직자 보기" },
  who: [inOrganisation("read-only")],
  input: inOne,
  output: z.object({ rotas: described(z.array(rota), { en: "the organisation's rotas", ko: "기관의 당직표" }) }),
  errors: ["members.unknown-organisation"],
});

export const listShifts = contract({
  name: "alerts.listShifts",
  method: "GET",
  path: "/organisations/{organisation}/on-call/{rota}/shifts",
  summary: { en: "List the shifts of a rota", ko: "당직 일정 목록" },
  who: [inOrganisation("read-only")],
  input: ofRota.extend({
    from: described(instant.optional(), {
      en: "from when on, at most a year ago and five years ahead; now where left out",
      ko: "시작 시각(1년 전부터 5년 뒤까지). 지정하지 않으면 지금",
    }),
    days: described(z.int().min(1).max(366).default(30), { en: "for how many days", ko: "며칠 동안" }),
  }),
  output: z.object({
    shifts: described(z.array(shift), {
      en: "the shifts, in order and without gap",
      ko: "순서대로 빠짐없는 당직 일정",
    }),
  }),
  errors: [...unknown, "alerts.impossible-time"],
});

export const setRota = contract({
  name: "alerts.setRota",
  method: "PUT",
  path: "/organisations/{organisation}/on-call/{rota}",
  summary: { en: "Make or change a rota", ko: "당직표 만들기 또는 변경" },
  who: [inOrganisation("organisation-administrator")],
  input: ofRota.extend({
    ...terms,
    people: described(z.array(personId).min(1).max(100), {
      en: "ids of who takes turns, in order",
      ko: "당직자의 식별자(순서대로)",
    }),
  }),
  output: rota,
  errors: ["members.unknown-organisation", "alerts.invalid-zone", "alerts.unknown-colleague", "alerts.too-many-rotas"],
  records: ["name", "zone", "firstDay", "handoverAt", "shiftDays", "people"],
});

export const removeRota = contract({
  name: "alerts.removeRota",
  method: "DELETE",
  path: "/organisations/{organisation}/on-call/{rota}",
  summary: { en: "Remove a rota", ko: "당직표 삭제" },
  who: [inOrganisation("organisation-administrator")],
  input: ofRota,
  output: z.object({ rota: rotaHandle }),
  errors: unknown,
});

export const addOverride = contract({
  name: "alerts.addOverride",
  method: "POST",
  path: "/organisations/{organisation}/on-call/{rota}/overrides",
  summary: { en: "Have somebody stand in, or note that somebody is away", ko: "당직 대체 또는 부재 등록" },
  who: [inOrganisation("analyst")],
  input: ofRota.extend({
    kind: described(wordOf(overrideKinds), { en: "what is different", ko: "변경의 종류" }),
    person: personId,
    from: described(instant, { en: "from when on", ko: "시작 시각" }),
    to: described(instant, { en: "until when: at most a year later", ko: "끝나는 시각(최대 1년)" }),
    reason: described(line(300).optional(), { en: "why", ko: "이유" }),
  }),
  output: rota,
  errors: [...unknown, "alerts.unknown-colleague", "alerts.impossible-time", "alerts.too-many-overrides"],
  creates: true,
  records: ["kind", "person", "from", "to"],
});

export const removeOverride = contract({
  name: "alerts.removeOverride",
  method: "DELETE",
  path: "/organisations/{organisation}/on-call/{rota}/overrides/{override}",
  summary: { en: "Take back who stands in or is away", ko: "당직 대체 또는 부재 취소" },
  who: [inOrganisation("analyst")],
  input: ofRota.extend({
    override: described(id, { en: "id of what was different", ko: "변경의 식별자" }),
  }),
  output: rota,
  errors: [...unknown, "alerts.unknown-override"],
});
