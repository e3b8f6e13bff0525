import type { Text } from "@bongsu/base";

/** What an alert is about. Each person chooses by topic what reaches him, and how. */
export const alertTopics = {
  exposure: { en: "Exposures", ko: "노출" },
  assignment: { en: "What is assigned to me", ko: "나에게 배정된 일" },
  comment: { en: "Comments", ko: "댓글" },
  inventory: { en: "Inventories to renew", ko: "갱신할 구성 목록" },
  channel: { en: "Channels that fail", ko: "전달에 실패한 채널" },
  source: { en: "Sources that fail", ko: "실패한 출처" },
  campaign: { en: "Campaigns", ko: "조치 캠페인" },
  nudge: { en: "Questions of coordinators", ko: "조정자의 확인 요청" },
  escalation: { en: "What others have not acknowledged", ko: "다른 기관이 확인하지 않은 알림" },
  "on-call": { en: "My shifts on call", ko: "내 당직" },
} satisfies Record<string, Text>;

export type AlertTopic = keyof typeof alertTopics;

export const alertStates = {
  open: { en: "open", ko: "열림" },
  acknowledged: { en: "acknowledged", ko: "확인됨" },
  settled: { en: "settled", ko: "해소됨" },
} satisfies Record<string, Text>;

export type AlertState = keyof typeof alertStates;

/** Why somebody is told now. */
export const alertNotices = {
  raised: { en: "new", ko: "신규" },
  "more-urgent": { en: "more urgent", ko: "긴급도 상향" },
  reopened: { en: "open again", ko: "다시 열림" },
  reminder: { en: "reminder", ko: "다시 알림" },
  escalated: { en: "escalated", ko: "상위 알림" },
  settled: { en: "settled", ko: "해소됨" },
  digest: { en: "digest", ko: "모아 보기" },
  test: { en: "test", ko: "시험" },
} satisfies Record<string, Text>;

export type AlertNotice = keyof typeof alertNotices;

/** Ways by which somebody is told. */
export const alertChannels = {
  hub: { en: "in the hub", ko: "허브 안" },
  email: { en: "e-mail", ko: "이메일" },
  webhook: { en: "webhook", ko: "웹훅" },
  slack: { en: "Slack", ko: "Slack" },
  teams: { en: "Microsoft Teams", ko: "Microsoft Teams" },
} satisfies Record<string, Text>;

export type AlertChannel = keyof typeof alertChannels;

/** How somebody hears of an alert, the loudest first. */
export const alertWays = {
  "at-once": { en: "by e-mail at once", ko: "즉시 이메일" },
  digest: { en: "in the digest", ko: "모아 보기 이메일" },
  hub: { en: "in the hub only", ko: "허브에서만" },
  nothing: { en: "not at all", ko: "받지 않음" },
} satisfies Record<string, Text>;

export type AlertWay = keyof typeof alertWays;
