import type { Text } from "@bongsu/base";
import { z } from "zod";
import { alertChannels, alertNotices, alertTopics } from "./alert.ts";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { handle, id, instant, line, wordOf } from "./fields.ts";
import { organisationHandle } from "./naming.ts";
import { pageOf, paging } from "./page.ts";
import { inHub, inOrganisation } from "./who.ts";

/** Where the telling of somebody stands. The last three can be sent again. */
export const deliveryStates = {
  waiting: { en: "waiting", ko: "대기 중" },
  sending: { en: "being sent", ko: "보내는 중" },
  delivered: { en: "delivered", ko: "전달됨" },
  failed: { en: "refused", ko: "거절됨" },
  dead: { en: "given up", ko: "전달 포기" },
  cancelled: { en: "cancelled", ko: "취소됨" },
} satisfies Record<string, Text>;

export type DeliveryState = keyof typeof deliveryStates;

export const attemptOutcomes = {
  delivered: { en: "delivered", ko: "전달됨" },
  retry: { en: "to be tried again", ko: "다시 시도" },
  failed: { en: "refused", ko: "거절됨" },
  dead: { en: "given up", ko: "전달 포기" },
} satisfies Record<string, Text>;

export type AttemptOutcome = keyof typeof attemptOutcomes;

const deliveryId = described(id, {
  en: "id of the delivery: a webhook's `webhook-id`, the same at each try",
  ko: "전달의 식별자. 웹훅의 `webhook-id`이며 다시 보내도 같습니다",
});

const told = z.object({
  id: described(id, { en: "id of the alert", ko: "알림의 식별자" }),
  topic: described(wordOf(alertTopics), { en: "what it is about", ko: "알림의 주제" }),
  key: described(z.string(), {
    en: "its cause: a vulnerability, the id of a source …",
    ko: "원인: 취약점, 출처의 식별자 등",
  }),
  title: described(z.object({ en: z.string(), ko: z.string() }), {
    en: "what it says now, in one line",
    ko: "지금의 한 줄 제목",
  }),
});

export const alertDelivery = z.object({
  id: deliveryId,
  organisation: organisationHandle,
  notice: described(wordOf(alertNotices), { en: "why somebody was told", ko: "알리는 까닭" }),
  channel: described(wordOf(alertChannels), { en: "by which way", ko: "전달 방법" }),
  channelName: described(z.string().nullable(), {
    en: "name of the organisation's channel; null for e-mail and the hub, or where it was removed",
    ko: "기관의 채널 이름. 이메일과 허브 안, 삭제된 채널이면 null",
  }),
  person: described(
    z
      .object({
        id: described(id, { en: "id of the person", ko: "사용자의 식별자" }),
        name: described(z.string(), { en: "what that person is called", ko: "사용자 이름" }),
      })
      .nullable(),
    { en: "who was told; null where a system was", ko: "알림을 받은 사용자. 시스템이면 null" },
  ),
  recipient: described(z.string(), {
    en: "the e-mail address, or the channel",
    ko: "이메일 주소 또는 채널",
  }),
  alerts: described(z.array(told), {
    en: "what was told, at most 20 of them, as far as the caller may see it",
    ko: "알린 내용(최대 20개). 볼 수 있는 것만",
  }),
  alertCount: described(z.int(), { en: "how many alerts it told of", ko: "알린 알림 수" }),
  state: described(wordOf(deliveryStates), { en: "where it stands", ko: "전달 상태" }),
  createdAt: described(instant, { en: "when it was decided", ko: "전달을 정한 시각" }),
  dueAt: described(instant, { en: "when it is to be tried, or was", ko: "보낼 시각 또는 보낸 시각" }),
  deliveredAt: described(instant.nullable(), {
    en: "when the receiver took it; null until then",
    ko: "받는 쪽이 받은 시각. 아직이면 null",
  }),
  attempts: described(z.int(), {
    en: "how often it was tried since it was last put into the queue",
    ko: "마지막으로 대기에 놓인 뒤의 시도 횟수",
  }),
  problem: described(z.string().nullable(), {
    en: "code of what stood in the way last; null where nothing does",
    ko: "마지막 실패의 오류 코드. 없으면 null",
  }),
  seenAt: described(instant.nullable(), {
    en: "when the person saw it in the hub, or first acknowledged one of its alerts; null until then",
    ko: "받은 사용자가 허브에서 보았거나 알림을 확인 처리한 첫 시각. 아직이면 null",
  }),
  acknowledgedBy: described(z.string().nullable(), {
    en: "who acknowledged one of its alerts first; null while nobody did",
    ko: "알림을 처음 확인 처리한 사용자. 없으면 null",
  }),
});

export const deliveryAttempt = z.object({
  at: described(instant, { en: "when it ended", ko: "시도가 끝난 시각" }),
  milliseconds: described(z.int(), { en: "how long it took", ko: "걸린 시간(밀리초)" }),
  outcome: described(wordOf(attemptOutcomes), { en: "what came of it", ko: "결과" }),
  status: described(z.int().nullable(), {
    en: "HTTP status of the answer; null where there is none",
    ko: "응답의 HTTP 상태. 없으면 null",
  }),
  answer: described(z.string().nullable(), {
    en: "how the answer begins, without control characters; null where none came",
    ko: "응답의 앞부분(제어 문자 제외). 없으면 null",
  }),
  problem: described(z.string().nullable(), {
    en: "code of what stood in the way; null where nothing did",
    ko: "실패의 오류 코드. 없으면 null",
  }),
});

const channelFilter = described(id.optional(), {
  en: "only by this channel of the organisation: its id",
  ko: "이 채널(식별자)의 것만",
});
const span = {
  from: described(instant.optional(), { en: "only from this time on", ko: "이 시각부터" }),
  to: described(instant.optional(), { en: "only before this time", ko: "이 시각 전까지" }),
};

export const listDeliveries = contract({
  name: "alerts.listDeliveries",
  method: "GET",
  path: "/alert-deliveries",
  summary: {
    en: "Who was told what, when, by which way, and whether they saw it",
    ko: "누구에게 무엇을 언제 어떻게 알렸고 보았는지 조회",
  },
  /** An auditor sees every organisation's; others those in which they have the role. */
  who: [inOrganisation("analyst"), inHub("auditor")],
  input: z.object({
    ...paging(["-at"]),
    organisation: described(handle.optional(), { en: "only of this organisation", ko: "이 기관의 것만" }),
    person: described(id.optional(), { en: "only to this person: the id", ko: "이 사용자(식별자)에게 알린 것만" }),
    way: described(z.array(wordOf(alertChannels)).max(5).optional(), {
      en: "only by any of these ways",
      ko: "이 전달 방법만(여러 개 지정 가능)",
    }),
    channel: channelFilter,
    state: described(z.array(wordOf(deliveryStates)).max(6).optional(), {
      en: "only those in any of these states",
      ko: "이 상태인 것만(여러 개 지정 가능)",
    }),
    alert: described(id.optional(), { en: "only of this alert: its id", ko: "이 알림(식별자)을 알린 것만" }),
    vulnerability: described(line(512).optional(), {
      en: "only of alerts about this vulnerability: its name, as the alert has it",
      ko: "이 취약점(알림에 적힌 이름)에 대한 알림만",
    }),
    seen: described(z.boolean().optional(), {
      en: "only those that were seen, or only those that were not",
      ko: "본 것만(`true`), 또는 보지 않은 것만(`false`)",
    }),
    ...span,
  }),
  output: pageOf(alertDelivery),
  agent: "never",
});

const ofDelivery = z.object({ organisation: organisationHandle, delivery: deliveryId });
const unknown = ["members.unknown-organisation", "alerts.unknown-delivery"];

export const showDelivery = contract({
  name: "alerts.showDelivery",
  method: "GET",
  path: "/organisations/{organisation}/alert-deliveries/{delivery}",
  summary: { en: "Show a delivery with every try and its answer", ko: "전달의 시도와 응답 보기" },
  who: [inOrganisation("analyst"), inHub("auditor")],
  input: ofDelivery,
  output: alertDelivery.extend({
    history: described(z.array(deliveryAttempt), { en: "every try, the first first", ko: "모든 시도(오래된 순)" }),
  }),
  errors: unknown,
  agent: "never",
});

const administrators = [inOrganisation("organisation-administrator")];

export const resendDelivery = contract({
  name: "alerts.resendDelivery",
  method: "POST",
  path: "/organisations/{organisation}/alert-deliveries/{delivery}/resends",
  summary: { en: "Send again what did not get through", ko: "전달되지 않은 것 다시 보내기" },
  who: administrators,
  input: ofDelivery,
  output: alertDelivery,
  errors: [...unknown, "alerts.not-resendable"],
});

export const resendDeliveries = contract({
  name: "alerts.resendDeliveries",
  method: "POST",
  path: "/organisations/{organisation}/alert-resends",
  summary: { en: "Send again everything that did not get through", ko: "전달되지 않은 것 모두 다시 보내기" },
  who: administrators,
  input: z.object({
    organisation: organisationHandle,
    channel: channelFilter,
    state: described(
      z
        .array(z.enum(["failed", "dead", "cancelled"]))
        .min(1)
        .default(["failed", "dead"]),
      {
        en: "those in any of these states",
        ko: "이 상태인 것",
      },
    ),
    ...span,
  }),
  output: z.object({
    count: described(z.int(), {
      en: "how many wait to be sent again; at most 10,000 at once, the oldest first",
      ko: "다시 보내려고 대기에 놓인 수. 한 번에 오래된 것부터 10,000개까지",
    }),
  }),
  errors: ["members.unknown-organisation"],
  records: ["channel", "state", "from", "to"],
});

export const cancelDelivery = contract({
  name: "alerts.cancelDelivery",
  method: "POST",
  path: "/organisations/{organisation}/alert-deliveries/{delivery}/cancellation",
  summary: { en: "Cancel a delivery that waits", ko: "대기 중인 전달 취소" },
  who: administrators,
  input: ofDelivery,
  output: alertDelivery,
  errors: [...unknown, "alerts.not-cancellable"],
});
