import type { Rating, VexJustification } from "@bongsu/advisories";
import type { Text } from "@bongsu/base";
import type { UnmatchableReason } from "@bongsu/sbom";

export const ratingWords: Record<Rating, Text> = {
  critical: { en: "critical", ko: "심각" },
  high: { en: "high", ko: "높음" },
  medium: { en: "medium", ko: "중간" },
  low: { en: "low", ko: "낮음" },
  none: { en: "none", ko: "없음" },
  unknown: { en: "unknown", ko: "미상" },
};

export const unmatchableWords: Record<UnmatchableReason, Text> = {
  "no-identity": {
    en: "neither a package URL nor a CPE says which package it is",
    ko: "패키지 URL도 CPE도 없어 어떤 패키지인지 알 수 없음",
  },
  "no-version": { en: "no version is given", ko: "버전이 없음" },
  "unknown-ecosystem": {
    en: "its package URL belongs to no ecosystem that advisories speak of",
    ko: "권고가 다루는 생태계의 패키지 URL이 아님",
  },
  "no-release": {
    en: "an operating-system package without its distribution's release",
    ko: "배포판 버전을 알 수 없는 운영체제 패키지",
  },
  "invalid-purl": { en: "its package URL is not valid", ko: "패키지 URL이 올바르지 않음" },
  "not-software": {
    en: "not software that has versions (a file, a device, a data set …)",
    ko: "소프트웨어가 아님(파일, 장치, 데이터 등)",
  },
};

export const justificationWords: Record<VexJustification, Text> = {
  component_not_present: { en: "the component is not present", ko: "해당 구성 요소가 없음" },
  vulnerable_code_not_present: { en: "the vulnerable code is not present", ko: "취약한 코드가 없음" },
  vulnerable_code_not_in_execute_path: {
    en: "the vulnerable code is never run",
    ko: "취약한 코드가 실행되지 않음",
  },
  vulnerable_code_cannot_be_controlled_by_adversary: {
    en: "an attacker cannot control the vulnerable code",
    ko: "공격자가 취약한 코드를 제어할 수 없음",
  },
  inline_mitigations_already_exist: { en: "mitigations are built in already", ko: "이미 완화 조치가 되어 있음" },
};

/** Column titles and sentences of the reports. `{n}` and the like are filled in. */
export const words = {
  component: { en: "COMPONENT", ko: "구성 요소" },
  installed: { en: "INSTALLED", ko: "설치 버전" },
  vulnerability: { en: "VULNERABILITY", ko: "취약점" },
  severity: { en: "SEVERITY", ko: "심각도" },
  exploited: { en: "EXPLOITED", ko: "악용" },
  fixedIn: { en: "FIXED IN", ko: "수정 버전" },
  why: { en: "WHY", ko: "근거" },
  fixedInAndWhy: { en: "FIXED IN, WHY", ko: "수정 버전, 근거" },
  sbom: { en: "SBOM", ko: "SBOM" },
  exploitedSince: { en: "yes, {date}", ko: "확인 {date}" },
  exploitedYes: { en: "yes", ko: "확인" },
  exploitedFlag: { en: "exploited", ko: "악용 확인" },
  exploitedDate: { en: "since {date}", ko: "{date}부터" },
  ransomware: { en: "ransomware", ko: "랜섬웨어" },
  noFix: { en: "none known", ko: "알려진 것 없음" },
  listed: { en: "listed: {version}", ko: "목록에 있음: {version}" },
  allVersions: { en: "all versions", ko: "모든 버전" },
  outside: { en: "not in {interval}", ko: "{interval} 밖" },
  saysNot: { en: "{id} disagrees: {why}", ko: "{id}의 판단은 다름: {why}" },
  unread: { en: "unread bound: {text}", ko: "읽지 못한 경계: {text}" },
  versionUnread: { en: "version not readable, compared as text", ko: "버전을 해석할 수 없어 문자열로 비교" },
  vex: { en: "VEX: {status}", ko: "VEX: {status}" },
  ignoredUntil: { en: "ignored until {until}: {reason}", ko: "{until}까지 무시: {reason}" },
  ignored: { en: "ignored: {reason}", ko: "무시: {reason}" },
  nothing: { en: "No component here is known to be affected.", ko: "영향받는 것으로 알려진 구성 요소가 없습니다." },
  summary: {
    en: "{components} · {affected} affected · {findings}{severities} · {exploited} known exploited · {unmatched} not matched",
    ko: "{components} · 영향받음 {affected}개 · {findings}{severities} · 악용 확인 {exploited}건 · 대조하지 못함 {unmatched}개",
  },
  settled: {
    en: "{n} more settled by VEX or the ignore file (--all shows them).",
    ko: "VEX나 무시 목록으로 정리된 {n}건은 뺐습니다(--all로 볼 수 있습니다).",
  },
  unmatchedTitle: { en: "Not matched: {components}", ko: "대조하지 못함: {components}" },
  uncoveredTitle: {
    en: "No advisory given speaks of these ecosystems",
    ko: "지정한 권고가 다루지 않는 생태계",
  },
  uncoveredLine: { en: "{ecosystem}: {components}", ko: "{ecosystem}: {components}" },
  unreadTitle: {
    en: "Versions that could not be read, compared as text only: {n}",
    ko: "해석하지 못해 문자열로만 비교한 버전 {n}개",
  },
  unreadableTitle: {
    en: "Advisories that could not be decided, because a range could not be read or names commits only: {n}",
    ko: "범위를 읽을 수 없거나 커밋만 적혀 있어 판단하지 못한 권고 {n}건",
  },
  commitsOnly: { en: "commits only", ko: "커밋만 있음" },
  more: { en: "… {n} more (--all)", ko: "… 그 밖에 {n}개 (--all)" },
  adviceUpdate: { en: "Update to {versions}.", ko: "{versions|으로/로} 올리세요." },
  or: { en: " or ", ko: " 또는 " },
  adviceNone: { en: "No fixed version is known.", ko: "알려진 수정 버전이 없습니다." },
  title: { en: "Vulnerabilities in {sboms}", ko: "{sboms}의 취약점" },
  settledTitle: { en: "Settled", ko: "정리된 항목" },
} as const satisfies Record<string, Text>;

/** Things that are counted: one of them, and any other number. Korean has one form for both. */
export const nouns = {
  component: { one: { en: "1 component", ko: "구성 요소 1개" }, many: { en: "{n} components", ko: "구성 요소 {n}개" } },
  finding: { one: { en: "1 finding", ko: "발견 1건" }, many: { en: "{n} findings", ko: "발견 {n}건" } },
} as const satisfies Record<string, { one: Text; many: Text }>;
