import type { Text } from "@bongsu/base";
import { z } from "zod";
import { alertTopics } from "./alert.ts";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { exposureDecisions } from "./exposure-line.ts";
import { id, instant, line, wordOf } from "./fields.ts";
import { organisationHandle } from "./naming.ts";
import { pageOf, paging } from "./page.ts";
import { languages } from "./people.ts";
import { inOrganisation } from "./who.ts";

/** What an organisation's own systems are told by; people have e-mail and the hub besides. */
export const channelKinds = {
  webhook: { en: "webhook", ko: "웹훅" },
  slack: { en: "Slack", ko: "Slack" },
  teams: { en: "Microsoft Teams", ko: "Microsoft Teams" },
} satisfies Record<string, Text>;

export type ChannelKind = keyof typeof channelKinds;

const channelId = described(id, { en: "id of the channel", ko: "채널의 식별자" });

const name = described(line(100), {
  en: "what the organisation calls it; no other of its channels is called so",
  ko: "기관이 부르는 채널 이름. 기관 안에서 겹칠 수 없습니다",
});
const language = described(wordOf(languages), {
  en: "in which the messages are written",
  ko: "메시지를 쓰는 언어",
});
const topics = described(z.array(wordOf(alertTopics)).min(1).nullable(), {
  en: "only alerts of these topics; null: of all",
  ko: "이 주제의 알림만. null이면 모든 주제",
});
const leastUrgency = described(wordOf(exposureDecisions), {
  en: "only alerts that are at least so urgent",
  ko: "긴급도가 이 이상인 알림만",
});
const enabled = described(z.boolean(), {
  en: "whether anything is sent; a receiver that answers 410 Gone disables its channel",
  ko: "메시지를 보내는지. 받는 쪽이 410 Gone으로 답하면 채널이 꺼집니다",
});
const address = described(z.string().trim().min(1).max(2_000), {
  en: "where to send: an https:// address; kept sealed, since it may hold a token",
  ko: "보낼 곳의 https:// 주소. 토큰이 들어 있을 수 있어 봉인해 보관합니다",
});

export const alertChannel = z.object({
  id: channelId,
  kind: described(wordOf(channelKinds), { en: "what the messages are made for", ko: "채널의 종류" }),
  name,
  address: described(z.string(), {
    en: "where it sends, with the part that may be a token covered",
    ko: "보낼 곳. 토큰일 수 있는 부분은 가려집니다",
  }),
  language,
  topics,
  leastUrgency,
  enabled,
  since: described(instant, { en: "when it was added", ko: "추가한 시각" }),
  earlierSecretUntil: described(instant.nullable(), {
    en: "until when messages are signed with the earlier secret as well; null after that",
    ko: "이전 서명 비밀값으로도 서명하는 기한. 지났으면 null",
  }),
  failingSince: described(instant.nullable(), {
    en: "since when nothing gets through; null while it works",
    ko: "전달에 실패하기 시작한 시각. 잘 전달되면 null",
  }),
  lastDeliveredAt: described(instant.nullable(), {
    en: "when something last got through; null if never",
    ko: "마지막으로 전달된 시각. 없으면 null",
  }),
  lastProblem: described(z.string().nullable(), {
    en: "code of what stood in the way last; null while it works",
    ko: "마지막 실패의 오류 코드. 잘 전달되면 null",
  }),
});

const secret = described(z.string().nullable(), {
  en: "with which messages are signed (`whsec_…`), shown this once; null for Slack and Teams, which check no signature",
  ko: "메시지에 서명하는 비밀값(`whsec_…`). 지금 한 번만 보입니다. 서명을 확인하지 않는 Slack과 Teams는 null",
});

const administrators = [inOrganisation("organisation-administrator")];
const own = z.object({ organisation: organisationHandle });
const ofChannel = own.extend({ channel: channelId });
const unknown = ["members.unknown-organisation", "alerts.unknown-channel"];
const addresses = [
  "net.bad-url",
  "net.not-encrypted",
  "net.port-forbidden",
  "net.address-forbidden",
  "net.unreachable",
  "net.timeout",
];

export const listChannels = contract({
  name: "alerts.listChannels",
  method: "GET",
  path: "/organisations/{organisation}/alert-channels",
  summary: { en: "List an organisation's channels and how they do", ko: "알림 채널과 상태 목록" },
  who: administrators,
  input: own.extend(paging(["name"])),
  output: pageOf(alertChannel),
  errors: ["members.unknown-organisation"],
});

export const showChannel = contract({
  name: "alerts.showChannel",
  method: "GET",
  path: "/organisations/{organisation}/alert-channels/{channel}",
  summary: { en: "Show a channel", ko: "알림 채널 보기" },
  who: administrators,
  input: ofChannel,
  output: alertChannel,
  errors: unknown,
});

export const addChannel = contract({
  name: "alerts.addChannel",
  method: "POST",
  path: "/organisations/{organisation}/alert-channels",
  summary: {
    en: "Add a webhook, a Slack or a Teams channel; its secret is shown this once",
    ko: "웹훅, Slack, Teams 채널 추가(서명 비밀값은 한 번만 표시)",
  },
  who: administrators,
  input: own.extend({
    kind: described(wordOf(channelKinds), {
      en: "a webhook gets all facts, signed; Slack and Teams get a message for people",
      ko: "웹훅은 모든 내용을 서명해 보내고, Slack과 Teams는 사람이 읽을 메시지를 보냅니다",
    }),
    name,
    address,
    language: language.default("ko"),
    topics: topics.default(null),
    leastUrgency: leastUrgency.default("defer"),
  }),
  output: alertChannel.extend({ secret }),
  errors: ["members.unknown-organisation", "alerts.channel-exists", "alerts.too-many-channels", ...addresses],
  agent: "never",
  creates: true,
  records: ["kind", "name", "topics", "leastUrgency"],
});

export const changeChannel = contract({
  name: "alerts.changeChannel",
  method: "PATCH",
  path: "/organisations/{organisation}/alert-channels/{channel}",
  summary: { en: "Change a channel, or switch it off and on", ko: "알림 채널 변경, 켜기와 끄기" },
  who: administrators,
  input: ofChannel.extend({
    name: name.optional(),
    address: address.optional(),
    language: language.optional(),
    topics: topics.optional(),
    leastUrgency: leastUrgency.optional(),
    enabled: enabled.optional(),
  }),
  output: alertChannel,
  errors: [...unknown, "alerts.channel-exists", ...addresses],
  agent: "never",
  records: ["name", "topics", "leastUrgency", "enabled"],
});

export const rotateChannelSecret = contract({
  name: "alerts.rotateChannelSecret",
  method: "POST",
  path: "/organisations/{organisation}/alert-channels/{channel}/secret",
  summary: {
    en: "Replace a webhook's secret; for 24 hours messages are signed with both",
    ko: "웹훅 서명 비밀값 교체(24시간 동안 두 비밀값으로 서명)",
  },
  who: administrators,
  input: ofChannel,
  output: alertChannel.extend({ secret }),
  errors: [...unknown, "alerts.no-secret"],
  agent: "never",
  creates: true,
});

export const removeChannel = contract({
  name: "alerts.removeChannel",
  method: "DELETE",
  path: "/organisations/{organisation}/alert-channels/{channel}",
  summary: { en: "Remove a channel; what waits for it is cancelled", ko: "알림 채널 삭제(대기 중인 전달은 취소)" },
  who: administrators,
  input: ofChannel,
  output: z.object({
    channel: channelId,
    cancelled: described(z.int(), { en: "how many deliveries were cancelled", ko: "취소된 전달 수" }),
  }),
  errors: unknown,
  agent: "never",
});

export const testChannel = contract({
  name: "alerts.testChannel",
  method: "POST",
  path: "/organisations/{organisation}/alert-channels/{channel}/tests",
  summary: { en: "Send a test message at once, and say what came of it", ko: "시험 메시지를 바로 보내고 결과 확인" },
  who: administrators,
  input: ofChannel,
  output: z.object({
    delivery: described(id, { en: "id of the delivery in the log", ko: "전달 기록에서의 식별자" }),
    delivered: described(z.boolean(), { en: "whether the receiver took it", ko: "받는 쪽이 받았는지" }),
    status: described(z.int().nullable(), {
      en: "HTTP status of the answer; null where none came",
      ko: "응답의 HTTP 상태. 응답이 없으면 null",
    }),
    milliseconds: described(z.int(), { en: "how long it took", ko: "걸린 시간(밀리초)" }),
    answer: described(z.string().nullable(), {
      en: "how the answer begins; null where none came",
      ko: "응답의 앞부분. 없으면 null",
    }),
    problem: described(
      z
        .object({
          code: described(z.string(), { en: "stable code", ko: "바뀌지 않는 오류 코드" }),
          message: described(z.object({ en: z.string(), ko: z.string() }), {
            en: "what went wrong",
            ko: "무엇이 잘못되었는지",
          }),
          fix: described(z.object({ en: z.string(), ko: z.string() }), { en: "what to do", ko: "해결 방법" }),
        })
        .nullable(),
      {
        en: "what went wrong and what to do; null where nothing did",
        ko: "무엇이 잘못되었고 어떻게 할지. 없으면 null",
      },
    ),
  }),
  errors: [...unknown, "alerts.too-many-tests"],
});
