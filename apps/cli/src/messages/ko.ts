import type { en } from "./en.ts";

/** 명령줄이 한국어로 하는 말. `{name}` 자리에 값이 들어간다. */
export const ko: Record<keyof typeof en, string> = {
  "program.description":
    "봉수: 우리가 쓰는 구성 요소 가운데 무엇이 어떤 보안 권고의 영향을 받는지 알려 줍니다. 네트워크 없이 동작하며 아무것도 내려받거나 보내지 않습니다.",
  "program.after": `예:
  bongsu demo                                             함께 들어 있는 문서로 동작을 살펴보기
  bongsu match bom.json --advisories osv/                 SBOM 하나를 권고 폴더와 대조
  bongsu index build osv/ kev.json --output all.bongsu    권고를 미리 색인해 두어 대조를 빠르게
  bongsu match *.json --advisories all.bongsu --fail-on high

언어: --lang en|ko, 없으면 LC_ALL, LC_MESSAGES, LANG 순으로 정합니다.`,
  "option.help": "도움말 보기",
  "option.lang": "출력 언어: en 또는 ko",
  "option.version": "버전 보기",
  "help.usage": "사용법:",
  "help.options": "옵션:",
  "help.commands": "명령:",
  "help.arguments": "인수:",
  "help.globalOptions": "공통 옵션:",
  "help.choices": "다음 중 하나: {choices}",
  "help.default": "기본값: {value}",

  "usage.unknownOption": "{name} 옵션은 없습니다.",
  "usage.unknownCommand": "{name} 명령은 없습니다.",
  "usage.missingArgument": "{name} 인수가 빠졌습니다.",
  "usage.optionMissingArgument": "{name} 옵션에는 값이 필요합니다.",
  "usage.missingOption": "{name} 옵션이 빠졌습니다.",
  "usage.invalidArgument": "{name} 옵션에 쓸 수 없는 값입니다.",
  "usage.excessArguments": "인수가 너무 많습니다.",
  "usage.suggestion": "혹시 {name|을/를} 쓰려고 했나요?",
  "usage.help": "“{command} --help”로 사용법을 볼 수 있습니다.",

  "match.description": "SBOM의 어떤 구성 요소가 어떤 권고의 영향을 받는지 찾기",
  "match.argument":
    "CycloneDX(JSON, XML)나 SPDX(JSON, tag-value, 3.0) 문서: 파일, 폴더, zip이나 gzip 파일, 표준 입력은 -",
  "match.advisories":
    "OSV, CVE 5, CSAF, CycloneDX, OpenVEX, KEV, EPSS 문서: 파일, 폴더, zip, 컴파일된 색인을 섞어 쓸 수 있음",
  "match.format": "보고서 형식",
  "match.output": "보고서를 표준 출력 대신 파일에 쓰기",
  "match.vex": "제품에 대한 OpenVEX, CycloneDX, CSAF 진술. 가장 최근 것을 따름",
  "match.ignore": "무시하기로 한 항목과 그 이유를 적은 JSON 파일",
  "match.failOn": "이 심각도 이상이거나 악용이 확인된 항목이 있으면 1로 종료",
  "match.minSeverity": "이 심각도에 못 미치는 항목은 보고서에서 빼기(악용됐거나 평가가 없는 것은 남김)",
  "match.sort": "항목의 순서",
  "match.all": "정리된 항목, 대조하지 못한 구성 요소, 읽지 못한 부분까지 모두 보이기",
  "match.after": `종료 코드:
  0  마침. --fail-on 이상인 항목 없음
  1  마침. --fail-on 이상인 항목이 하나 이상 있음
  2  명령을 잘못 씀
  3  마쳤으나 읽지 못한 입력이 있음(표준 오류에 알리고, 나머지는 대조함)
  4  아무것도 할 수 없음: 읽을 수 있는 SBOM이나 권고가 없거나 출력을 쓸 수 없음
  70 bongsu 자체의 오류

예:
  bongsu match bom.json --advisories osv/npm/all.zip
  bongsu match bom.json --advisories all.bongsu kev.json epss.csv.gz --fail-on exploited
  bongsu match sboms/ --advisories all.bongsu --format sarif --output bongsu.sarif
  bongsu match bom.json --advisories all.bongsu --vex vex.json --ignore ignore.json
  syft alpine:3.19 -o cyclonedx-json | bongsu match - --advisories osv/Alpine/all.zip

무시 목록: { "ignore": [{ "id": "CVE-2021-23337", "package": "pkg:npm/lodash", "reason": "…", "until": "2026-12-31" }] }`,
  "match.hidden": "심각도가 {severity}에 못 미치는 {n}건은 뺐습니다(--min-severity).",
  "match.written": "{file}에 썼습니다.",

  "index.description": "권고를 미리 색인해 두어 대조를 빠르게 하기",
  "index.build.description": "권고를 파일 하나로 컴파일하기",
  "index.build.argument": "OSV, CVE 5, CSAF, CycloneDX, OpenVEX, KEV, EPSS 문서: 파일, 폴더, zip",
  "index.build.output": "쓸 파일",
  "index.build.all": "읽지 못한 것을 모두 보이기",
  "index.build.after": `예:
  bongsu index build osv/ csaf/ kev.json epss.csv.gz --output all.bongsu
  bongsu match bom.json --advisories all.bongsu`,
  "index.info.description": "컴파일된 색인을 점검하고 내용을 보이기",
  "index.info.argument": "컴파일된 색인",
  "index.info.json": "JSON으로",
  "index.size": "크기",
  "index.documents": "문서",
  "index.advisories": "권고",
  "index.withdrawn": "그중 철회된 것",
  "index.unmatchable": "그중 대조할 패키지나 CPE가 없는 것",
  "index.vulnerabilities": "취약점(별칭은 하나로 셈)",
  "index.packages": "패키지",
  "index.statements": "VEX 진술",
  "index.exploited": "악용이 확인된 것",
  "index.epss": "EPSS 점수",
  "index.newest": "마지막 변경",
  "index.formats": "형식",
  "index.ecosystems": "생태계(패키지 수)",

  "demo.description": "함께 들어 있는 문서로 동작을 단계별로 살펴보기",
  "demo.title": "봉수: 자산 목록과 쌓여 있는 권고에서 지금 할 일을 찾아내기",
  "demo.intro":
    "하늘시는 지어낸 도시입니다. 민원 포털과 원격 접속 게이트웨이에 무엇이 들어 있는지 적은 목록, 곧 SBOM이 하나씩 있습니다. 그 옆에는 공개된 사실을 바탕으로 이 시연을 위해 쓴 네 종류의 권고 문서 {advisories}건이 있습니다. 아무것도 내려받지 않으며, 아래의 명령과 출력은 모두 실제로 실행한 것입니다.",
  "demo.files": "문서:",
  "demo.portal": "포털: npm, PyPI, Go, Maven, Debian 패키지 (CycloneDX)",
  "demo.gateway": "게이트웨이: CPE 이름으로 알려진 장비와 그 위의 소프트웨어 (SPDX)",
  "demo.advisories": "OSV, CSAF, CVE 기록과 그중 악용이 확인된 것 (KEV)",
  "demo.vex": "하늘시 보안팀이 확인한 내용 (OpenVEX)",
  "demo.ignore": "나중으로 미루기로 한 것과 그 이유와 기한",
  "demo.step": "{n}단계. {title}",
  "demo.match.title": "무엇이 영향을 받는가?",
  "demo.match.note":
    "취약점 하나에 이름이 여럿이어도 한 줄입니다. Django의 취약점은 데이터베이스 세 곳에 올라 있지만 한 번만 알립니다. 공격자가 이미 쓰고 있는 것이 맨 위에 옵니다. 수정 버전은 지금 쓰는 버전과 같은 계열의 것입니다. 판단하지 못한 것은 숨기지 않고 알려 줍니다.",
  "demo.vex.title": "놓치는 것 없이 소음만 줄이기",
  "demo.vex.note":
    "보안팀의 진술과 결정을 겹쳐 보았습니다. 포털의 배포 방식에서는 Spring 취약점에 닿을 수 없고, braces는 서버에 없으며, requests는 다음 배포까지 미룹니다. 진술은 거기에 적힌 제품과 버전에만 적용되고 CVE 번호만으로는 적용되지 않습니다. --all을 붙이면 이유와 함께 모두 보입니다.",
  "demo.gateway.title": "파이프라인의 관문",
  "demo.gateway.note":
    "같은 질문을 형식이 다른 문서, 패키지가 아닌 제품에도 할 수 있습니다. 악용되고 있는 것이 있는지는 종료 코드가 알려 줍니다. 이번에는 {code}입니다.",
  "demo.index.title": "같은 일을 순식간에",
  "demo.index.note":
    "권고는 한 번만 컴파일해 두면 됩니다. 그다음부터는 필요한 부분만 읽습니다. 이번 대조에는 {ms} ms가 걸렸습니다.",
  "demo.formats.title": "다른 프로그램에 넘기기",
  "demo.formats.note":
    "json, sarif(코드 스캐닝), openvex와 cyclonedx-vex(채워 쓸 초안), markdown(작업 티켓) 형식도 있습니다.",
  "demo.next": "이제 직접 해 보세요:",
  "demo.next.sbom":
    "  1. 운영 중인 소프트웨어의 SBOM을 만드세요. syft, trivy, cdxgen이나 빌드 도구로 만들 수 있습니다.",
  "demo.next.advisories":
    "  2. 인터넷이 되는 컴퓨터에서 권고를 받으세요. 예를 들어 OSV 내보내기 파일과 CISA 목록입니다:",
  "demo.next.run": "  3. 물어보세요:",
  "demo.next.more": "옵션은 “bongsu match --help”, 설명은 docs/match.md에 있습니다.",

  "progress.sboms": "SBOM 읽는 중: {name}",
  "progress.advisories": "권고 읽는 중: {n}",
  "progress.matching": "대조하는 중",
  "problems.more": "… 같은 문제({code})가 {n}건 더 있습니다.",
  "problems.parts": "읽지 못해 뺀 부분이 {n}곳 있습니다. 해당 문서의 나머지는 반영했습니다(--all로 볼 수 있습니다).",
  "problems.passedOver": "폴더와 압축 파일 안에서 읽을 수 없는 형식의 파일 {n}개를 건너뛰었습니다.",
};
