import { z } from "zod";
import { described } from "./described.ts";
import { id, instant, wordOf } from "./fields.ts";
import { packageName } from "./inventories-components.ts";
import { problem } from "./taken.ts";
import { ratings, vulnerabilityLine } from "./vulnerability.ts";

/** Versions of a package that a source calls affected, in words. */
export const affectedRange = z.object({
  package: described(packageName, { en: "the package that is affected", ko: "영향받는 패키지" }),
  range: described(z.string(), {
    en: "`>= 1.0.0, < 1.2.3`, `*` for all versions, or a listed version",
    ko: "`>= 1.0.0, < 1.2.3`, 모든 버전이면 `*`, 또는 명시된 버전",
  }),
  fixedVersion: described(z.string().nullable(), {
    en: "the first version without it; null where none is named",
    ko: "처음으로 고쳐진 버전. 없으면 null",
  }),
});

export const reference = z.object({
  kind: described(z.string(), {
    en: "what it leads to, as the source says: `ADVISORY`, `FIX`, `WEB` …",
    ko: "출처가 적은 종류: `ADVISORY`, `FIX`, `WEB` 등",
  }),
  url: described(z.string(), { en: "as the source wrote it", ko: "출처에 적힌 그대로의 주소" }),
});

/** One line about an advisory. */
export const advisoryLine = z.object({
  id: described(id, { en: "by which the hub knows the advisory", ko: "권고문의 식별자" }),
  name: described(z.string(), {
    en: "its name at its publisher: CVE, GHSA, USN …",
    ko: "발행처가 붙인 이름: CVE, GHSA, USN 등",
  }),
  format: described(z.string(), {
    en: "form of the document: `osv`, `csaf`, `cve` …",
    ko: "문서 형식: `osv`, `csaf`, `cve` 등",
  }),
  publisher: described(z.string().nullable(), {
    en: "who issued it; null where the document does not say",
    ko: "발행처. 문서에 없으면 null",
  }),
  vulnerability: described(z.string(), {
    en: "name of the vulnerability that it is about",
    ko: "다루는 취약점의 이름",
  }),
  title: described(z.string().nullable(), {
    en: "what it is about, in one line; null where the document does not say",
    ko: "한 줄 제목. 문서에 없으면 null",
  }),
  rating: described(wordOf(ratings), {
    en: "severity on CVSS's qualitative scale, as this source rates it",
    ko: "이 출처가 매긴 심각도 등급(CVSS 정성 척도)",
  }),
  score: described(z.number().nullable(), {
    en: "CVSS base score, 0 to 10; null without one",
    ko: "CVSS 기본 점수(0~10). 없으면 null",
  }),
  vector: described(z.string().nullable(), {
    en: "CVSS vector that the score comes from; null without one",
    ko: "점수의 근거인 CVSS 벡터. 없으면 null",
  }),
  published: described(instant.nullable(), {
    en: "when it was first issued; null where the document does not say",
    ko: "처음 발행된 시각. 문서에 없으면 null",
  }),
  modified: described(instant.nullable(), {
    en: "when it was last changed by its publisher; null where the document does not say",
    ko: "발행처가 마지막으로 고친 시각. 문서에 없으면 null",
  }),
  withdrawn: described(instant.nullable(), {
    en: "when its publisher took it back; null while it stands",
    ko: "발행처가 철회한 시각. 유효하면 null",
  }),
});

const affectedPart = {
  affected: described(z.array(affectedRange), {
    en: "packages and versions that it calls affected, at most 200",
    ko: "영향받는 패키지와 버전, 최대 200개",
  }),
  affectedCount: described(z.int(), { en: "how many there are in all", ko: "영향받는 패키지와 버전의 전체 수" }),
};

export const vulnerability = vulnerabilityLine.extend({
  vector: described(z.string().nullable(), {
    en: "CVSS vector that the score comes from; null without one",
    ko: "점수의 근거인 CVSS 벡터. 없으면 null",
  }),
  automatable: described(z.boolean(), {
    en: "whether attacks can be automated (SSVC)",
    ko: "공격을 자동화할 수 있는지(SSVC)",
  }),
  follows: described(z.array(z.string()), {
    en: "vulnerabilities that a distribution's update fixes",
    ko: "배포판 업데이트가 고치는 취약점",
  }),
  epssPercentile: described(z.number().nullable(), {
    en: "share of vulnerabilities with the same EPSS or less, 0 to 1; null without one",
    ko: "EPSS가 이 값 이하인 취약점의 비율(0~1). 없으면 null",
  }),
  exploited: described(
    z
      .object({
        source: described(z.string(), { en: "whose catalogue", ko: "목록의 출처" }),
        since: described(z.string().nullable(), {
          en: "date on which it was listed; null where it is not said",
          ko: "목록에 오른 날짜. 없으면 null",
        }),
        due: described(z.string().nullable(), {
          en: "date by which the catalogue wants it fixed; null where it is not said",
          ko: "목록이 정한 조치 기한. 없으면 null",
        }),
        ransomware: described(z.boolean(), {
          en: "known to be used for ransomware",
          ko: "랜섬웨어에 쓰인 것으로 알려졌는지",
        }),
        action: described(z.string().nullable(), {
          en: "what the catalogue tells one to do; null where it is not said",
          ko: "목록이 권하는 조치. 없으면 null",
        }),
      })
      .nullable(),
    {
      en: "what a catalogue of exploited vulnerabilities says; null where it is in none",
      ko: "악용 취약점 목록의 내용. 목록에 없으면 null",
    },
  ),
  sources: described(z.array(advisoryLine.extend(affectedPart)), {
    en: "what each source says, side by side, at most 100",
    ko: "출처별 내용, 최대 100개",
  }),
  sourceCount: described(z.int(), { en: "how many sources there are in all", ko: "출처의 전체 수" }),
  references: described(z.array(reference), { en: "where to read more", ko: "더 읽을 곳" }),
});

export const advisoryRevision = z.object({
  sha256: described(z.string(), {
    en: "SHA-256 of the document as it came, hexadecimal",
    ko: "받은 문서의 SHA-256(16진수)",
  }),
  modified: described(instant.nullable(), {
    en: "when its publisher changed it; null where the document does not say",
    ko: "발행처가 고친 시각. 문서에 없으면 null",
  }),
  provenance: described(z.string(), { en: "by which way it came to the hub", ko: "허브에 들어온 경로" }),
  importedAt: described(instant, { en: "when it came to the hub", ko: "허브에 들어온 시각" }),
  current: described(z.boolean(), { en: "true for the one that counts", ko: "현재 쓰이는 개정이면 true" }),
});

export const advisory = advisoryLine.extend({
  document: described(z.string(), {
    en: "id of the document in its format's own words",
    ko: "문서가 스스로 밝힌 식별자",
  }),
  names: described(z.array(z.string()), {
    en: "every name by which it calls its vulnerability",
    ko: "이 권고문이 취약점을 부르는 모든 이름",
  }),
  follows: described(z.array(z.string()), {
    en: "vulnerabilities that a distribution's update fixes",
    ko: "배포판 업데이트가 고치는 취약점",
  }),
  summary: described(z.string().nullable(), {
    en: "in one paragraph, as written; null without one",
    ko: "원문의 요약. 없으면 null",
  }),
  details: described(z.string().nullable(), {
    en: "as written (Markdown); null without any",
    ko: "원문의 상세 내용(Markdown). 없으면 null",
  }),
  ...affectedPart,
  unparsed: described(z.array(z.string()), {
    en: "bounds and versions that the ecosystem's order cannot read, as written",
    ko: "생태계의 버전 순서로 읽을 수 없는 범위와 버전(원문 그대로)",
  }),
  weaknesses: described(z.array(z.string()), { en: "kinds of weakness: CWE ids", ko: "약점 종류(CWE 식별자)" }),
  references: described(z.array(reference), { en: "where to read more", ko: "더 읽을 곳" }),
  revisions: described(z.array(advisoryRevision), {
    en: "every form in which it came, the newest first",
    ko: "받은 모든 개정(최신순)",
  }),
  problems: described(z.array(problem), {
    en: "what in it could not be taken as it came",
    ko: "그대로 받지 못한 부분",
  }),
});
