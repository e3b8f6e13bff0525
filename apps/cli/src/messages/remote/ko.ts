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

  "upload.description": "SBOM을 허브에 올리기",
  "upload.argument": "SBOM 파일(CycloneDX, SPDX). -는 표준 입력",
  "upload.organisation": "기관의 짧은 이름",
  "upload.asset": "파일 순서대로 대상 자산. 없으면 파일 이름",
  "upload.create": "아직 없는 자산은 추가",
  "upload.kind": "새 자산의 종류",
  "upload.commit": "빌드한 커밋. 없으면 파이프라인의 변수에서 읽음",
  "upload.ref": "브랜치 또는 태그. 없으면 파이프라인의 변수에서 읽음",
  "upload.pipeline": "파이프라인 실행 주소. 없으면 파이프라인의 변수에서 읽음",
  "upload.tool": "문서를 만든 도구: “syft 1.20.0”",
  "upload.wait": "읽기와 대조가 끝날 때까지 기다리기",
  "upload.timeout": "문서마다 기다리는 최대 시간(초)",
  "upload.failOn": "이 조치 이상이 필요한 노출이 있으면 코드 1로 끝내기(기다림)",
  "upload.format": "출력 형식. SARIF는 코드 검사용으로 열린 노출을 나열하고 기다림",
  "upload.output": "쓸 파일. -는 표준 출력",
  "upload.done": "개정 {revision}, 구성 요소 {components}개.",
  "upload.after": `허브: BONGSU_HUB와 BONGSU_KEY, 없으면 마지막으로 “bongsu login”한 곳.
종료 코드: 0 완료, 1 --fail-on 이상의 노출 있음, 2 잘못된 사용법, 3 읽지 못한 문서 있음, 4 아무것도 하지 않음.

예:
  bongsu upload bom.cdx.json --organisation bada-bank --asset web --create
  bongsu upload a.json b.json --organisation bada-bank --asset web batch --fail-on out-of-cycle`,

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
