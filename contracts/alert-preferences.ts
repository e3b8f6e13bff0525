import type { Text } from "@bongsu/base";
import { z } from "zod";
import { alertTopics, alertWays } from "./alert.ts";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { exposureDecisions } from "./exposure-line.ts";
import { id, line, wordOf } from "./fields.ts";
import { inHub, member } from "./who.ts";

export const weekdays = {
  sunday: { en: "Sunday", ko: "일요일" },
  monday: { en: "Monday", ko: "월요일" },
  tuesday: { en: "Tuesday", ko: "화요일" },
  wednesday: { en: "Wednesday", ko: "수요일" },
  thursday: { en: "Thursday", ko: "목요일" },
  friday: { en: "Friday", ko: "금요일" },
  saturday: { en: "Saturday", ko: "토요일" },
} satisfies Record<string, Text>;

/** `22:30` */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a time of day such as 22:30 is expected");

/** `Asia/Seoul` */
export const timeZone = line(64);

const way = wordOf(alertWays);

const waysByUrgency = z.object({
  defer: described(way, { en: "what is put off", ko: "보류" }),
  scheduled: described(way, { en: "what is done with the next maintenance", ko: "정기 조치" }),
  "out-of-cycle": described(way, { en: "what is done out of cycle", ko: "우선 조치" }),
  immediate: described(way, { en: "what is done immediately", ko: "즉시 조치" }),
});

const preferences = {
  zone: described(timeZone, {
    en: "time zone of the times below, by its IANA name: `Asia/Seoul`",
    ko: "아래 시각의 시간대(IANA 이름). 예: `Asia/Seoul`",
  }),
  quiet: described(
    z
      .object({
        from: described(timeOfDay, { en: "when they begin: `22:00`", ko: "시작 시각. 예: `22:00`" }),
        to: described(timeOfDay, {
          en: "when they end, the next day where it is not later",
          ko: "끝나는 시각. 시작보다 늦지 않으면 다음 날",
        }),
        days: described(z.array(wordOf(weekdays)).min(1).max(7), {
          en: "days on which they begin",
          ko: "시작하는 요일",
        }),
      })
      .nullable(),
    {
      en: "quiet hours: e-mail at once waits for their end; null without any",
      ko: "방해 금지 시간: 즉시 이메일을 끝날 때까지 미룹니다. 없으면 null",
    },
  ),
  pierce: described(wordOf({ ...exposureDecisions, never: { en: "nothing", ko: "없음" } }), {
    en: "from this urgency on e-mail does not wait for the end of quiet hours",
    ko: "이 긴급도부터는 방해 금지 시간에도 바로 보냅니다",
  }),
  digest: described(
    z.object({
      every: described(wordOf({ day: { en: "every day", ko: "매일" }, week: { en: "every week", ko: "매주" } }), {
        en: "how often",
        ko: "보내는 간격",
      }),
      day: described(wordOf(weekdays), { en: "on which day, where weekly", ko: "매주일 때의 요일" }),
      at: described(timeOfDay, { en: "at what time", ko: "보내는 시각" }),
    }),
    { en: "when the digest comes, if there is anything in it", ko: "모아 보기 이메일을 보내는 때(내용이 있을 때만)" },
  ),
};

const topics = z.array(
  z.object({
    topic: described(wordOf(alertTopics), { en: "what the alerts are about", ko: "알림의 주제" }),
    ways: described(waysByUrgency, { en: "how one hears of them, by urgency", ko: "긴급도별로 받는 방법" }),
    chosen: described(z.boolean(), {
      en: "whether the person chose so; false: as usual",
      ko: "직접 정한 것인지. false이면 기본값",
    }),
  }),
);

export const alertPreferences = z.object({
  ...preferences,
  topics: described(topics, {
    en: "every topic, with how one hears of it where one sees to things",
    ko: "모든 주제와, 처리를 맡은 사람이 받는 방법",
  }),
});

export const showAlertPreferences = contract({
  name: "alerts.showPreferences",
  method: "GET",
  path: "/me/alert-preferences",
  summary: { en: "Show how one hears of alerts", ko: "내 알림 설정 보기" },
  who: [member],
  input: z.object({}),
  output: alertPreferences,
  errors: ["alerts.not-permitted-to-machines"],
});

export const changeAlertPreferences = contract({
  name: "alerts.changePreferences",
  method: "PATCH",
  path: "/me/alert-preferences",
  summary: { en: "Change how one hears of alerts", ko: "내 알림 설정 변경" },
  who: [member],
  input: z.object({
    zone: preferences.zone.optional(),
    quiet: preferences.quiet.optional(),
    pierce: preferences.pierce.optional(),
    digest: preferences.digest.optional(),
    topics: described(
      z
        .array(
          z.object({
            topic: described(wordOf(alertTopics), { en: "what the alerts are about", ko: "알림의 주제" }),
            ways: described(waysByUrgency.nullable(), {
              en: "how one hears of them, by urgency; null: as usual",
              ko: "긴급도별로 받는 방법. null이면 기본값",
            }),
          }),
        )
        .max(30)
        .optional(),
      { en: "topics to change; the others stay", ko: "바꿀 주제. 나머지는 그대로" },
    ),
  }),
  output: alertPreferences,
  errors: ["alerts.not-permitted-to-machines", "alerts.invalid-zone"],
  records: ["zone", "quiet", "pierce", "digest", "topics"],
});

export const testAlert = contract({
  name: "alerts.testAlert",
  method: "POST",
  path: "/me/alert-tests",
  summary: { en: "Send oneself a test, by e-mail and in the hub", ko: "나에게 시험 알림 보내기(이메일과 허브)" },
  who: [member],
  input: z.object({}),
  output: z.object({
    delivery: described(id, {
      en: "id of the delivery, by which the log shows what came of it",
      ko: "전달의 식별자. 전달 기록에서 결과를 볼 수 있습니다",
    }),
    recipient: described(z.string(), { en: "the address that it goes to", ko: "보내는 주소" }),
  }),
  errors: ["alerts.not-permitted-to-machines", "alerts.too-many-own-tests"],
  agent: "never",
  creates: true,
});

const step = z.object({
  urgency: described(wordOf(exposureDecisions), { en: "of alerts that are so urgent", ko: "이 긴급도의 알림" }),
  minutes: described(z.int().min(5).max(43_200), {
    en: "minutes after people were told, if nobody acknowledged it",
    ko: "알린 뒤 아무도 확인하지 않고 지난 분",
  }),
  target: described(
    wordOf({
      contact: { en: "the organisation's contact and its administrators", ko: "기관 연락처와 기관 관리자" },
      coordinator: {
        en: "its coordinators, as far as it discloses its status",
        ko: "조정자(기관이 상태를 공개한 범위)",
      },
    }),
    { en: "who is told then", ko: "그때 알릴 사람" },
  ),
});

const steps = described(z.array(step).max(40), {
  en: "steps, each urgency's in the order of time",
  ko: "긴급도마다 시간 순서로 적은 단계",
});

export const listAlertSteps = contract({
  name: "alerts.showSteps",
  method: "GET",
  path: "/alert-steps",
  summary: { en: "Show who is told when nobody acknowledges an alert", ko: "미확인 알림의 상위 알림 단계 보기" },
  who: [member],
  input: z.object({}),
  output: z.object({ steps }),
});

export const changeAlertSteps = contract({
  name: "alerts.changeSteps",
  method: "PUT",
  path: "/alert-steps",
  summary: { en: "Change who is told when nobody acknowledges an alert", ko: "미확인 알림의 상위 알림 단계 변경" },
  who: [inHub("hub-administrator")],
  input: z.object({ steps }),
  output: z.object({ steps }),
  records: ["steps"],
});
