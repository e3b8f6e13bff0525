import type { countryEn } from "./en.ts";

export const countryKo: Record<keyof typeof countryEn, string> = {
  "country.hub.title": "허브가 서다",
  "country.hub.note":
    "이제 이 프로세스가 {url}에서 이 나라의 허브 노릇을 합니다. 기관들이 공유 모임을 만들고, 조정자에 대한 공개 범위를 정하고, 저마다 TLP 2.0 표시를 붙여 보고 {reports}건을 공유했습니다. 하나하나가 실제 요청이며 모두 {ms}ms 걸렸습니다:",
  "country.hub.embargo": "내일까지 엠바고",
  "country.hub.asked":
    "누가 무엇을 볼까요? 방금 각자가 HTTP로 허브에 물었습니다. 답은 데이터베이스가 행 수준 보안으로 정합니다. *는 내일부터 공개됩니다.",
  "country.hub.who": "묻는 쪽",
  "country.hub.sees": "보임",
  "country.hub.own": "자기 노출",
  "country.hub.others": "다른 기관 현황",
  "country.hub.anyone": "로그인하지 않음",
  "country.hub.key": "{organisation}: 키",
  "country.hub.person": "{organisation}: 사람",
  "country.hub.checked":
    "확인: {city|은/는} 자기의 열린 노출 {sees}건을 봅니다. 같은 곳을 이름으로 물은 {other}에는 {shown}건이 보입니다.",
  "country.hub.people":
    "허브 전체의 역할은 사람의 것이며 키에는 주어지지 않습니다. 로그인한 두 사람의 세션입니다. 첫 번째는 국가에 상태를 공개한 기관의 현황을(무엇을 쓰는지는 빼고), 두 번째는 감사 기록을 봅니다:",
  "country.hub.api": "읽고 써 볼 수 있는 API: {api}",
  "country.work.title": "노출에서 조치 완료까지",
  "country.work.note":
    "이제 한 목록이 {id|을/를} 악용된 취약점으로 올렸습니다. {ms}ms 뒤, 노출된 모든 기관의 알림이 그 사실을 담습니다. 기관마다 알림은 하나이며, 새로 보내는 대신 더 긴급해집니다. 작은 도시의 담당자가 자기 알림을 엽니다:",
  "country.work.plan": "오늘 밤 점검 시간에 조치합니다.",
  "country.work.taken":
    "담당자는 요청 한 번으로 모든 시스템({changed}건)의 조치를 시작합니다. 나중에 구성 목록에서 고쳐진 것이 보이면 노출은 저절로 닫힙니다.",
  "country.work.board":
    "국가에 현황을 공개한 기관들로 이루어진 국가 조정자의 상황판입니다. 주의가 필요한 곳부터 나옵니다:",
  "country.work.attention": "까닭",
  "country.work.unanswered": "미확인",
  "country.work.overdue": "기한 지남",
  "country.work.campaign":
    "조정자가 캠페인 “{title}”을 시작합니다. {asked}개 기관에 요청했고, {working}개 기관이 조치하고 있으며, {unknown}개 기관은 구성 목록이 없거나 오래되어 확인할 수 없습니다.",
  "country.work.told":
    "누가 무엇을 전달받았고, 보았을까요? 감사자의 기록은 {count}줄이며, 그 가운데 이 도시의 것입니다:",
  "country.work.recipient": "받는 사람",
  "country.work.channel": "방법",
  "country.work.what": "내용",
  "country.work.seen": "확인",
  "country.keys.title": "그중 한 곳이 되어 보기",
  "country.keys.note":
    "방금 만든 키를 하나씩 드립니다. 7일 동안 이 컴퓨터에서만 쓸 수 있습니다. 다른 터미널을 이 폴더에서 열고 그대로 붙여 넣으면 됩니다:",
  "country.stays": "허브는 Ctrl-C를 누를 때까지 열려 있습니다.",
  "country.again": "나라는 그대로 남습니다. 그 위에 허브를 다시 열거나 콘솔에서 데이터베이스 전체를 보려면:",
};
