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
  "country.keys.title": "그중 한 곳이 되어 보기",
  "country.keys.note":
    "방금 만든 키를 하나씩 드립니다. 7일 동안 이 컴퓨터에서만 쓸 수 있습니다. 다른 터미널을 이 폴더에서 열고 그대로 붙여 넣으면 됩니다:",
  "country.stays": "허브는 Ctrl-C를 누를 때까지 열려 있습니다.",
  "country.again": "나라는 그대로 남습니다. 그 위에 허브를 다시 열거나 콘솔에서 데이터베이스 전체를 보려면:",
};
