import type { remoteEn } from "./en.ts";

/** 다른 곳의 허브를 쓰는 명령이 한국어로 하는 말. */
export const remoteKo: Record<keyof typeof remoteEn, string> = {
  "login.description": "허브의 키를 저장해 “bongsu hub”로 쓸 수 있게 하기",
  "login.argument": "허브의 주소: https://hub.example.org",
  "login.plainHttp": "https가 아닌 주소 허용(키가 암호화되지 않은 채 전송됨)",
  "login.after":
    "키는 BONGSU_KEY나 표준 입력에서 읽고, 없으면 물어봅니다. 다른 사람에게 보이므로 명령줄로는 받지 않습니다.",
  "login.ask": "API 키: ",
  "login.done": "{url}: {name}({roles}). 키는 {file}에 저장했습니다.",
  "logout.description": "허브의 키 지우기",
  "logout.argument": "허브의 주소. 없으면 지금 쓰는 허브",
  "logout.done": "{url}의 키를 여기서 지웠습니다. 허브에서는 폐기할 때까지 유효합니다.",
  "hubs.description": "키가 저장된 허브 목록",
  "hubs.none": "저장된 허브가 없습니다: bongsu login https://hub.example.org",
  "hubs.url": "허브",
  "hubs.name": "이름",
  "hubs.since": "저장(UTC)",
  "hubs.current": "현재",
  "hubs.yes": "예",

  "hub.description": "허브의 모든 기능 호출하기",
  "hub.after": `허브: BONGSU_HUB, 없으면 마지막으로 “bongsu login”한 허브. 키: BONGSU_KEY, 없으면 저장된 키.

예:
  bongsu hub members list-organisations --sector finance
  bongsu hub people me --json
  bongsu hub events`,
  "hub.json": "JSON으로. 출력이 터미널이 아니면 항상 JSON",
  "hub.all": "모든 페이지",
  "hub.input": "항목을 담은 JSON 파일, 표준 입력은 -. 옵션이 우선함",
  "hub.output": "쓸 파일, 표준 출력은 -",
  "hub.file": "보낼 파일: 경로, @경로, 표준 입력은 -",
  "hub.ifMatch": "엔터티 태그. 그사이 바뀌었으면 변경하지 않음",
  "hub.key": "멱등 키. 같은 키로 다시 보내면 첫 응답을 돌려받음",
  "hub.required": "필수",
  "hub.repeat": "여러 번 쓸 수 있음",
  "hub.empty": "비우려면 빈 값",
  "hub.more": "더 있습니다: --all 또는 --cursor {cursor}",
  "hub.nothing": "없습니다.",
  "hub.done": "마쳤습니다.",
  "hub.written": "{file}에 썼습니다.",
};
