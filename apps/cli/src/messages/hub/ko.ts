import type { hubEn } from "./en.ts";

/** 허브 명령이 한국어로 하는 말. */
export const hubKo: Record<keyof typeof hubEn, string> = {
  "option.json": "다른 프로그램이 읽을 수 있게 JSON으로",
  "option.yes": "다시 묻지 않고 실행",

  "serve.description": "허브를 시작합니다: 화면, API, 배경 작업",
  "serve.port": "수신할 포트 (BONGSU_PORT)",
  "serve.host": "수신할 주소 (BONGSU_HOST)",
  "serve.ready": "봉수가 {address}에서 기다리고 있습니다. API: {api}",
  "serve.setup":
    "이 허브에는 아직 관리자가 없습니다. {url}/setup에서 다음 일회용 코드로 설정하십시오(24시간 유효): {code}",
  "serve.stopping": "멈추는 중: 진행 중인 일을 먼저 마칩니다 …",

  "import.description": "권고문, 자산 목록, VEX, 신호를 허브로 가져오기",
  "import.after": `가져오기는 몇 번이든 되풀이할 수 있습니다. 이미 받은 것은 아무것도 바꾸지 않고, 중단된 것은 이어서 합니다.

예:
  bongsu import advisories osv/ csaf.zip
  bongsu import sbom bom.json --org sejong-city --asset citizen-portal --create
  bongsu import sbom sboms/ --org bada-bank --create       파일마다 그 이름의 자산으로
  bongsu import kev known_exploited_vulnerabilities.json
  bongsu import epss epss_scores.csv.gz
  bongsu import vex supplier.openvex.json
  curl … | bongsu import advisories -`,
  "import.path": "파일, 폴더, zip·gzip 파일, 표준 입력은 -",
  "import.advisories.description": "권고문 가져오기: OSV, CVE 5, CSAF (섞여 있는 KEV와 EPSS도 함께)",
  "import.kev.description": "악용이 알려진 취약점 목록(KEV) 가져오기",
  "import.epss.description": "EPSS 점수 가져오기",
  "import.advisories.done":
    "문서 {documents}건, {milliseconds}ms: 새로 받음 {taken}, 이미 있음 {unchanged}, 신호 {signals}. 노출: 발생 {opened}, 변경 {changed}, 종료 {closed}.",
  "import.sbom.description": "SBOM을 자산의 구성 목록으로 가져오기",
  "import.sbom.org": "자산을 가진 기관의 짧은 이름",
  "import.sbom.asset": "자산 이름. 생략하면 문서의 파일 이름",
  "import.sbom.create": "자산이 없으면 만들기",
  "import.sbom.done":
    "{asset}: 개정 {revision}, 구성 요소 {components}개(대조 가능 {matchable}개). 노출: 발생 {opened}, 변경 {changed}, 종료 {closed}.",
  "import.sbom.unchanged": "{asset}: 이미 반영된 문서입니다(개정 {revision}).",
  "import.vex.description": "VEX 가져오기: OpenVEX, CSAF, CycloneDX",
  "import.vex.org": "누구의 판단인지. 생략하면 공급자의 것으로 보고 그 제품을 쓰는 모두에게 적용",
  "import.vex.asset": "그 제품에 해당하는 자산",
  "import.vex.done": "문서 {documents}건, 새 판단 {statements}건. 노출: 발생 {opened}, 변경 {changed}, 종료 {closed}.",
  "progress.import": "문서 {n}건, 초당 {rate}건",
  "progress.backup": "{n}줄 기록",
  "progress.restore": "{n}줄 읽음",

  "exposed.description": "누가, 어디에서, 언제부터 노출되었고 어느 버전에서 고쳐지는지",
  "exposed.argument": "취약점의 어떤 이름이든(CVE-…, GHSA-…) 또는 패키지 URL(버전은 선택)",
  "exposed.state": "보여 줄 상태: new, acknowledged, remediating, accepted, fixed, not_affected, retracted",
  "exposed.history": "노출마다 거쳐 온 상태와 그 때, 원인",
  "exposed.after": `예:
  bongsu exposed CVE-2021-44228
  bongsu exposed pkg:npm/lodash
  bongsu exposed pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1 --json`,
  "exposed.nobody": "{name}에 노출된 곳이 없습니다.",
  "exposed.decision": "조치",
  "exposed.organisation": "기관",
  "exposed.asset": "자산",
  "exposed.component": "구성 요소",
  "exposed.severity": "심각도",
  "exposed.since": "시작(UTC)",
  "exposed.fixedIn": "수정 버전",
  "exposed.why": "근거",
  "exposed.exploited": "악용 중",
  "exposed.summary": "기관 {organisations}곳, 자산 {assets}개, 노출 {exposures}건.",
  "decision.immediate": "즉시",
  "decision.outOfCycle": "조속히",
  "decision.scheduled": "정기 점검 때",
  "decision.defer": "보류 가능",

  "org.description": "기관",
  "org.argument": "기관의 짧은 이름",
  "org.add.description": "기관 추가",
  "org.list.description": "기관 목록",
  "org.show.description": "기관과 그 자산",
  "org.remove.description": "기관을 자산, 노출, 이력과 함께 삭제",
  "org.nameOption": "영어 이름",
  "org.nameKoOption": "한국어 이름",
  "org.sectorOption": "분야: government, local-government, cloud, telecom, energy, finance …",
  "org.regionOption": "지역(ISO 3166-2): KR-11, KR-50 …",
  "org.added": "{handle}({name}) 기관을 추가했습니다.",
  "org.removed": "{handle} 기관을 삭제했습니다.",
  "org.none": "아직 기관이 없습니다. 추가하려면: bongsu org add sejong-city --sector local-government --region KR-50",
  "org.handle": "기관",
  "org.name": "이름",
  "org.sector": "분야",
  "org.region": "지역",

  "asset.description": "자산과 구성 목록",
  "asset.argument": "자산 이름",
  "asset.add.description": "자산 추가",
  "asset.list.description": "자산 목록(한 기관 또는 전체)",
  "asset.show.description": "자산과 SBOM 개정 목록",
  "asset.diff.description": "두 SBOM 개정 사이에 바뀐 것",
  "asset.remove.description": "자산을 구성 목록, 노출, 이력과 함께 삭제",
  "asset.criticalityOption": "멈추면 어떤 일이 생기는지(중요도)",
  "asset.networkOption": "어디에서 접근할 수 있는지",
  "asset.fromOption": "이전 개정. 생략하면 바로 앞",
  "asset.toOption": "나중 개정. 생략하면 지금 유효한 것",
  "asset.added": "{organisation} / {asset} 자산을 추가했습니다.",
  "asset.removed": "{organisation} / {asset} 자산을 삭제했습니다.",
  "asset.none": "아직 자산이 없습니다. 추가하려면: bongsu import sbom bom.json --org 기관 --asset 이름 --create",
  "asset.noSbom": "아직 SBOM이 없습니다. 가져오려면: bongsu import sbom bom.json --org 기관 --asset 이름",
  "asset.noDifference": "두 개정의 내용이 같습니다.",
  "asset.name": "자산",
  "asset.criticality": "중요도",
  "asset.network": "망",
  "asset.components": "구성 요소",
  "asset.matchable": "대조 가능",
  "asset.received": "받은 때(UTC)",
  "asset.revision": "개정",
  "asset.format": "형식",
  "asset.problems": "문제",
  "asset.file": "파일",

  "db.description": "허브의 데이터베이스",
  "db.migrate.description": "테이블을 최신으로",
  "db.vacuum.description": "지운 자리를 돌려받기",
  "db.rebuild.description": "전부 다시 대조. 정상인 허브에서는 아무것도 바뀌지 않음",
  "db.distribute.description": "Citus 클러스터에 테이블을 나누는 SQL 출력",
  "db.status.description": "데이터베이스 종류, 크기, 마이그레이션",
  "db.backup.description": "한 시점의 모든 것을 파일 하나로",
  "db.backup.argument": "백업 파일(JSON Lines, gzip)",
  "db.restore.description": "백업으로 빈 데이터베이스 채우기(종류 무관)",
  "db.upToDate": "테이블이 최신입니다.",
  "db.migrated": "적용함: {names}.",
  "db.embedded": "내장 PostgreSQL",
  "db.server": "PostgreSQL 서버",
  "db.pending": "아직",
  "db.migration": "마이그레이션",
  "db.appliedAt": "적용(UTC)",
  "db.vacuumed": "{before}에서 {after}로 줄었습니다.",
  "db.rebuilt": "다시 대조했습니다. 노출: 발생 {opened}, 변경 {changed}, 종료 {closed}.",
  "db.backedUp": "{rows}행을 {file}에 기록했습니다.",
  "db.restored": "{file}에서 {rows}행을 복원했습니다.",

  "demo.argument": "country: 권고문 하나가 작은 나라를 지나는 길, match: 허브 없이 SBOM과 권고문 대조",
  "demo.once": "이야기가 끝나면 바로 종료",

  "country.title": "봉수: 작은 나라를 지나는 권고문 하나의 길",
  "country.intro":
    "기관은 모두 지어낸 것이고 패키지, 버전, 취약점, 날짜는 실제입니다. 인터넷에서 받아 오는 것은 없습니다. 아래 숫자는 모두 지금 잰 값입니다.",
  "country.progress": "목록 {all}건 중 {done}건",
  "country.inventories.title": "나라의 자산 목록이 모이다",
  "country.inventories.note":
    "{regions}개 시·도, {sectors}개 분야의 기관 {organisations}곳이 자산 {assets}개의 SBOM을 보냈습니다. 구성 요소는 {components}개지만 서로 다른 것은 {distinct}개뿐이고, 그 각각을 모두를 위해 한 번만 대조합니다. {ms}ms 걸렸습니다.",
  "country.advisories.title": "세상이 아는 취약점",
  "country.advisories.note":
    "권고문 {advisories}건이 들어왔고 그중 {exploited}건은 악용이 알려진 취약점입니다. 노출 {opened}건을 {ms}ms에 찾았습니다. 분야별로, 그리고 SSVC가 정한 조치(악용 여부, 접근 가능 여부, 자산의 중요도)별로:",
  "country.sector": "분야",
  "country.exposed": "노출",
  "country.arrival.title": "새 권고문이 도착하다",
  "country.arrival.note":
    "기관 {organisations}곳의 노출 {opened}건을 {ms}ms에 찾아 기록했고, 아래 목록은 {answer}ms에 나왔습니다:",
  "country.exploited.title": "악용이 확인되다",
  "country.exploited.note":
    "악용이 알려진 취약점 목록에 올랐습니다. {ms}ms 만에 긴급도가 모두 따라 바뀌어, 즉시 조치할 노출은 {now}건입니다:",
  "country.fix.title": "한 곳이 움직이다",
  "country.fix.note":
    "{organisation|이/가} {asset} 자산을 업데이트하고 새 SBOM을 보냅니다. 그것만으로 노출 {closed}건이 닫혔고, 나라에 남은 {id} 노출은 {left}건입니다. {ms}ms 걸렸고, 아무도 확인란을 누르지 않았습니다.",
  "country.next": "나라는 아직 그대로 있습니다. 물어보세요:",
  "country.next.match": "허브 없이 파이프라인에서 SBOM 하나로 같은 질문을 하려면:",
  "country.prompt": "여기에 명령을 써도 됩니다(exposed CVE-2025-55182, asset list, --help). 끝내려면 exit.",

  "config.description": "읽은 설정(비밀은 가림)",
  "config.variable": "변수",
  "config.value": "값",
  "config.origin": "출처",
  "config.environment": "환경 변수",
  "config.default": "기본값",
};
