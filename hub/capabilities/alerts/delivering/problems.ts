import { defineProblems } from "@bongsu/base";

/** What can go wrong with channels, and with telling somebody. */
export const deliveryProblems = defineProblems({
  "alerts.unknown-channel": {
    message: { en: "The organisation has no such channel.", ko: "이 기관에 그런 채널이 없습니다." },
    fix: { en: "List the organisation's channels.", ko: "기관의 알림 채널 목록을 확인하십시오." },
  },
  "alerts.channel-exists": {
    message: { en: "The channel “{name}” is there already.", ko: "채널 “{name|”이/가} 이미 있습니다." },
    fix: { en: "Choose another name.", ko: "다른 이름을 쓰십시오." },
  },
  "alerts.too-many-channels": {
    message: { en: "An organisation has at most {limit} channels.", ko: "기관의 알림 채널은 {limit}개까지입니다." },
    fix: { en: "Remove one first.", ko: "먼저 하나를 삭제하십시오." },
  },
  "alerts.no-secret": {
    message: {
      en: "The channel “{name}” signs nothing: Slack and Teams check no signature.",
      ko: "채널 “{name|”은/는} 서명하지 않습니다. Slack과 Teams는 서명을 확인하지 않습니다.",
    },
    fix: {
      en: "Make a new address in Slack or Teams, and change the channel's address.",
      ko: "Slack이나 Teams에서 주소를 새로 만들고 채널의 주소를 바꾸십시오.",
    },
  },
  "alerts.too-many-tests": {
    message: {
      en: "The organisation tested its channels {limit} times within a minute.",
      ko: "이 기관은 1분 동안 채널을 {limit}번 시험했습니다.",
    },
    fix: { en: "Wait a minute.", ko: "1분 뒤에 다시 시도하십시오." },
  },
  "alerts.unknown-delivery": {
    message: { en: "The organisation has no such delivery.", ko: "이 기관에 그런 전달이 없습니다." },
    fix: { en: "List the deliveries.", ko: "전달 기록을 확인하십시오." },
  },
  "alerts.not-resendable": {
    message: {
      en: "The delivery was not refused, given up or cancelled: {state}.",
      ko: "거절되거나 포기되거나 취소된 전달이 아닙니다: {state}.",
    },
    fix: { en: "Wait for what is under way.", ko: "진행 중인 전달의 결과를 기다리십시오." },
  },
  "alerts.not-cancellable": {
    message: { en: "The delivery does not wait any more: {state}.", ko: "더 이상 대기 중이 아닙니다: {state}." },
    fix: { en: "Only what waits can be cancelled.", ko: "대기 중인 전달만 취소할 수 있습니다." },
  },
  "alerts.receiver-refused": {
    message: {
      en: "The receiver refused the message with HTTP {status}.",
      ko: "받는 쪽이 HTTP {status|으로/로} 거절했습니다.",
    },
    fix: {
      en: "Check the channel's address and what the receiver asks for (401 and 403: a token or the signature; 413: size). Then send it again.",
      ko: "채널의 주소와 받는 쪽의 요구(401·403은 토큰이나 서명, 413은 크기)를 확인한 뒤 다시 보내십시오.",
    },
  },
  "alerts.receiver-failed": {
    message: { en: "The receiver answered with HTTP {status}.", ko: "받는 쪽이 HTTP {status|으로/로} 응답했습니다." },
    fix: {
      en: "Check that the receiver runs. The message is tried again for three days.",
      ko: "받는 쪽이 실행 중인지 확인하십시오. 사흘 동안 다시 시도합니다.",
    },
  },
  "alerts.receiver-gone": {
    message: {
      en: "The receiver answered 410 Gone: it wants no more messages, and the channel is switched off.",
      ko: "받는 쪽이 410 Gone으로 응답했습니다. 더 받지 않겠다는 뜻이므로 채널을 껐습니다.",
    },
    fix: {
      en: "Give the channel its new address and switch it on, or remove it.",
      ko: "채널의 주소를 바꾸고 켜거나 채널을 삭제하십시오.",
    },
  },
  "alerts.receiver-redirects": {
    message: {
      en: "The receiver sends the message on to another address.",
      ko: "받는 쪽이 메시지를 다른 주소로 넘깁니다.",
    },
    fix: {
      en: "Give the channel the final address: a message goes only to the address that was given.",
      ko: "마지막 주소를 채널에 입력하십시오. 메시지는 입력한 주소로만 보냅니다.",
    },
  },
  "alerts.channel-off": {
    message: { en: "The channel is switched off.", ko: "채널이 꺼져 있습니다." },
    fix: { en: "Switch the channel on, and send it again.", ko: "채널을 켜고 다시 보내십시오." },
  },
  "alerts.channel-removed": {
    message: { en: "The channel was removed.", ko: "채널이 삭제되었습니다." },
    fix: { en: "Nothing needs to be done.", ko: "더 할 일이 없습니다." },
  },
  "alerts.not-made": {
    message: { en: "The hub could not make the message.", ko: "허브가 메시지를 만들지 못했습니다." },
    fix: {
      en: "Let the hub's administrator look into its log. It is tried again for three days.",
      ko: "허브 관리자가 허브의 로그를 확인해야 합니다. 사흘 동안 다시 시도합니다.",
    },
  },
  "alerts.no-mail-server": {
    message: { en: "The hub has no mail server.", ko: "허브에 메일 서버가 설정되어 있지 않습니다." },
    fix: {
      en: "Let the hub's administrator set BONGSU_SMTP_URL, then send it again.",
      ko: "허브 관리자가 BONGSU_SMTP_URL을 설정한 뒤 다시 보내십시오.",
    },
  },
  "alerts.recipient-left": {
    message: {
      en: "The person is suspended or no longer in the organisation.",
      ko: "사용자가 정지되었거나 기관에 더 이상 없습니다.",
    },
    fix: { en: "Nothing needs to be done.", ko: "더 할 일이 없습니다." },
  },
});
