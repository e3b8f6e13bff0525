import { defineProblems } from "@bongsu/base";

/** What can go wrong with alerts, with how people hear of them, and with rotas. */
export const alertProblems = defineProblems({
  "alerts.unknown-alert": {
    message: { en: "The organisation has no such alert.", ko: "이 기관에 그런 알림이 없습니다." },
    fix: { en: "List the alerts that you may see.", ko: "볼 수 있는 알림의 목록을 확인하십시오." },
  },
  "alerts.not-permitted-to-acknowledge": {
    message: {
      en: "Only analysts and administrators acknowledge what is for the whole organisation.",
      ko: "기관 전체의 알림은 분석가와 기관 관리자만 확인할 수 있습니다.",
    },
    fix: {
      en: "Acknowledge those that name you, or ask an analyst.",
      ko: "나에게 온 알림만 확인하거나 분석가에게 요청하십시오.",
    },
  },
  "alerts.not-permitted-to-machines": {
    message: {
      en: "Only a person can do this: a machine has no inbox.",
      ko: "사람만 할 수 있습니다. 기계에는 알림함이 없습니다.",
    },
    fix: { en: "Sign in as a person.", ko: "사람으로 로그인하십시오." },
  },
  "alerts.invalid-zone": {
    message: { en: "“{zone}” is no time zone.", ko: "“{zone|”은/는} 시간대가 아닙니다." },
    fix: { en: "Use an IANA name such as Asia/Seoul.", ko: "Asia/Seoul과 같은 IANA 이름을 쓰십시오." },
  },
  "alerts.too-many-own-tests": {
    message: {
      en: "You sent yourself {limit} tests within an hour.",
      ko: "한 시간 동안 시험 알림을 {limit}번 보냈습니다.",
    },
    fix: { en: "Look at the log of deliveries for what came of them.", ko: "전달 기록에서 결과를 확인하십시오." },
  },
  "alerts.unknown-rota": {
    message: { en: "The organisation has no rota “{rota}”.", ko: "이 기관에 당직표 “{rota|”이/가} 없습니다." },
    fix: { en: "List the organisation's rotas.", ko: "기관의 당직표 목록을 확인하십시오." },
  },
  "alerts.too-many-rotas": {
    message: { en: "An organisation has at most {limit} rotas.", ko: "기관의 당직표는 {limit}개까지입니다." },
    fix: { en: "Remove one first.", ko: "먼저 하나를 삭제하십시오." },
  },
  "alerts.unknown-colleague": {
    message: {
      en: "{person} is not an active person of the organisation.",
      ko: "{person|은/는} 이 기관의 활동 중인 사용자가 아닙니다.",
    },
    fix: { en: "List the organisation's people.", ko: "기관의 사용자 목록을 확인하십시오." },
  },
  "alerts.impossible-time": {
    message: {
      en: "The time cannot be: a change ends after it begins, is not over yet and lasts at most a year; shifts are listed from a year ago to five years ahead.",
      ko: "쓸 수 없는 시각입니다. 변경은 시작보다 늦게 끝나고 아직 지나지 않아야 하며 1년까지입니다. 당직 일정은 1년 전부터 5년 뒤까지 볼 수 있습니다.",
    },
    fix: { en: "Correct `from` and `to`.", ko: "`from`과 `to`를 고치십시오." },
  },
  "alerts.too-many-overrides": {
    message: {
      en: "A rota has at most {limit} changes that are not over.",
      ko: "끝나지 않은 당직 변경은 {limit}개까지입니다.",
    },
    fix: { en: "Take some back, or change the rota itself.", ko: "일부를 취소하거나 당직표를 바꾸십시오." },
  },
  "alerts.unknown-override": {
    message: { en: "The rota has no such change.", ko: "당직표에 그런 변경이 없습니다." },
    fix: { en: "Show the rota.", ko: "당직표를 확인하십시오." },
  },
});
