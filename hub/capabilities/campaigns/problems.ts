import { defineProblems } from "@bongsu/base";

export const campaignProblems = defineProblems({
  "campaigns.unknown-campaign": {
    message: { en: "There is no such campaign.", ko: "그런 캠페인이 없습니다." },
    fix: { en: "List the campaigns that you may see.", ko: "볼 수 있는 캠페인의 목록을 확인하십시오." },
  },
  "campaigns.unknown-nudge": {
    message: { en: "There is no such nudge to this organisation.", ko: "이 기관이 받은 그런 확인 요청이 없습니다." },
    fix: { en: "List the nudges that it got.", ko: "받은 확인 요청의 목록을 확인하십시오." },
  },
  "campaigns.unknown-vulnerability": {
    message: { en: "Nobody is known to be exposed to “{name}”.", ko: "“{name}”에 노출된 것으로 알려진 곳이 없습니다." },
    fix: {
      en: "Check the name, or import an advisory that speaks of it first.",
      ko: "이름을 확인하거나, 먼저 해당 권고문을 가져오십시오.",
    },
  },
  "campaigns.unknown-circle": {
    message: {
      en: "“{handle}” is no circle of the organisation that asks.",
      ko: "“{handle|은/는}” 요청하는 기관이 속한 모임이 아닙니다.",
    },
    fix: { en: "List its circles.", ko: "그 기관의 모임 목록을 확인하십시오." },
  },
  "campaigns.two-subjects": {
    message: {
      en: "A nudge is about a vulnerability or about a campaign, not both.",
      ko: "확인 요청의 대상은 취약점과 캠페인 가운데 하나여야 합니다.",
    },
    fix: { en: "Leave one of them out.", ko: "하나를 빼십시오." },
  },
  "campaigns.invalid-subject": {
    message: {
      en: "A campaign is about vulnerabilities, or about a package and its versions.",
      ko: "캠페인의 대상은 취약점이거나, 패키지와 그 버전이어야 합니다.",
    },
    fix: {
      en: "Give `vulnerabilities`, or `package` with `range` where only some versions are meant.",
      ko: "`vulnerabilities`를 지정하거나, `package`와 (일부 버전만이면) `range`를 지정하십시오.",
    },
  },
  "campaigns.invalid-zone": {
    message: { en: "“{zone}” is no time zone.", ko: "“{zone|은/는}” 시간대 이름이 아닙니다." },
    fix: { en: "Use a name of the IANA database: `Asia/Seoul`.", ko: "IANA 이름을 쓰십시오: `Asia/Seoul`." },
  },
  "campaigns.invalid-due": {
    message: { en: "The due time is not in the future.", ko: "기한이 이미 지난 시각입니다." },
    fix: { en: "Give a later time.", ko: "더 늦은 시각을 지정하십시오." },
  },
  "campaigns.invalid-until": {
    message: {
      en: "An answer of `late` needs the time by which you expect to be done, and no answer a time that is over.",
      ko: "`late`로 답하려면 완료 예정 시각이 필요하며, 지난 시각은 쓸 수 없습니다.",
    },
    fix: { en: "Give `until`, in the future.", ko: "앞으로의 시각을 `until`에 지정하십시오." },
  },
  "campaigns.invalid-marking": {
    message: {
      en: "A campaign speaks to organisations: it cannot be RED.",
      ko: "캠페인은 기관에 요청하는 것이므로 RED로 표시할 수 없습니다.",
    },
    fix: { en: "Use AMBER+STRICT or a wider label.", ko: "AMBER+STRICT나 더 넓은 표시를 쓰십시오." },
  },
  "campaigns.beyond-reach": {
    message: { en: "“{name}” is beyond what you coordinate.", ko: "“{name|은/는}” 담당하는 범위 밖에 있습니다." },
    fix: {
      en: "Ask a coordinator of that sector, or a national one.",
      ko: "해당 분야 조정자나 국가 조정자에게 요청하십시오.",
    },
  },
  "campaigns.not-permitted-there": {
    message: {
      en: "You are no coordinator by way of “{handle}”.",
      ko: "“{handle}” 기관으로 받은 조정자 역할이 없습니다.",
    },
    fix: { en: "Leave the organisation out, or name another.", ko: "기관을 빼거나 다른 기관을 지정하십시오." },
  },
  "campaigns.not-permitted-other": {
    message: {
      en: "Only coordinators of the organisation that began the campaign, for all of its sectors, change it.",
      ko: "캠페인을 시작한 기관의 조정자로서 모든 대상 분야를 담당해야 바꿀 수 있습니다.",
    },
    fix: { en: "Ask the organisation that began it.", ko: "시작한 기관에 요청하십시오." },
  },
  "campaigns.ended-already": {
    message: { en: "The campaign has ended.", ko: "캠페인이 이미 종료되었습니다." },
    fix: { en: "Begin a new one where it is still needed.", ko: "아직 필요하면 새로 시작하십시오." },
  },
});
