import { z } from "zod";
import { ofAsset } from "./asset.ts";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { exposureFilters } from "./exposure-filters.ts";
import { exposureDecisions, exposureLine, exposureStates, historyEntry } from "./exposure-line.ts";
import { handle, id, instant, line, text, wordOf } from "./fields.ts";
import { region } from "./organisation.ts";
import { pageOf, paging } from "./page.ts";
import { exploitations, ratings, vulnerabilityLine } from "./vulnerability.ts";
import { member } from "./who.ts";
import { sectors } from "./words.ts";

export const listExposures = contract({
  name: "exposure.listExposures",
  method: "GET",
  path: "/exposures",
  summary: { en: "List exposures, the most urgent first", ko: "노출 목록(긴급한 순)" },
  who: [member],
  input: z.object({ ...paging(["-priority", "due", "-since"]), ...exposureFilters }),
  output: pageOf(exposureLine),
  errors: ["versions.invalid-purl"],
});

/** Why the version is affected, as one advisory says. */
export const exposureReason = z.object({
  advisory: described(
    z.object({
      id: described(id, { en: "by which the hub knows the advisory", ko: "권고문의 식별자" }),
      name: described(z.string(), { en: "its name at its publisher", ko: "발행처가 붙인 이름" }),
      publisher: described(z.string().nullable(), {
        en: "who issued it; null where the document does not say",
        ko: "발행처. 문서에 없으면 null",
      }),
    }),
    { en: "the advisory that says so", ko: "근거가 되는 권고문" },
  ),
  reason: described(
    wordOf({
      interval: { en: "within the range", ko: "범위 안" },
      listed: { en: "listed by itself", ko: "직접 명시됨" },
      "all-versions": { en: "all versions", ko: "모든 버전" },
    }),
    { en: "how the version is among the affected", ko: "버전이 해당하는 까닭" },
  ),
  range: described(z.string(), { en: "the range as the advisory writes it", ko: "권고문에 적힌 버전 범위" }),
  fixedVersion: described(z.string().nullable(), {
    en: "the first version without it; null where none is named",
    ko: "처음으로 고쳐진 버전. 없으면 null",
  }),
});

export const exposure = exposureLine.extend({
  aliases: described(z.array(z.string()), { en: "the vulnerability's other names", ko: "취약점의 다른 이름" }),
  versionKey: described(z.string().nullable(), {
    en: "the version's place in its ecosystem's order, as hexadecimal digits; null where it cannot be parsed",
    ko: "생태계 버전 순서에서의 위치(16진수). 해석할 수 없으면 null",
  }),
  path: described(z.string().nullable(), {
    en: "where the component stands in the SBOM; null where it is gone",
    ko: "SBOM에서 구성 요소의 위치. 없어졌으면 null",
  }),
  why: described(z.array(exposureReason), {
    en: "why the version is affected, advisory by advisory",
    ko: "권고문별로 이 버전이 영향받는 까닭",
  }),
  statements: described(
    z.array(
      z.object({
        status: described(z.string(), {
          en: "`affected`, `not_affected`, `fixed` or `under_investigation`",
          ko: "`affected`, `not_affected`, `fixed`, `under_investigation` 중 하나",
        }),
        justification: described(z.string().nullable(), {
          en: "why it is not affected, as VEX names it; null without one",
          ko: "영향이 없는 까닭(VEX 용어). 없으면 null",
        }),
        impact: described(z.string().nullable(), {
          en: "the same in the author's words; null without any",
          ko: "작성자가 적은 영향 설명. 없으면 null",
        }),
        author: described(z.string().nullable(), {
          en: "who says so; null where it is not said",
          ko: "작성자. 없으면 null",
        }),
        at: described(instant.nullable(), {
          en: "when it was said; null where it is not said",
          ko: "작성된 시각. 없으면 null",
        }),
        document: described(z.string(), {
          en: "id of the document that it stands in",
          ko: "문장이 들어 있는 문서의 식별자",
        }),
      }),
    ),
    { en: "VEX statements that speak of it", ko: "이 노출에 대한 VEX 문장" },
  ),
  history: described(z.array(historyEntry), {
    en: "every state that it came into and all that people did with it, the first one first",
    ko: "거쳐 온 모든 상태와 사람이 한 일(오래된 순)",
  }),
});

export const showExposure = contract({
  name: "exposure.showExposure",
  method: "GET",
  path: "/organisations/{organisation}/assets/{asset}/exposures/{packageVersion}/{vulnerability}",
  summary: { en: "Show an exposure: why, since when, and its history", ko: "노출의 이유와 이력 보기" },
  who: [member],
  input: ofAsset.extend({
    packageVersion: described(id, {
      en: "id of the package version, as lists of exposures show it",
      ko: "노출 목록에 나오는 패키지 버전의 식별자",
    }),
    vulnerability: described(line(512), {
      en: "any of the vulnerability's names: CVE, GHSA …",
      ko: "취약점 이름 중 하나: CVE, GHSA 등",
    }),
  }),
  output: exposure,
  errors: ["members.unknown-organisation", "inventories.unknown-asset", "exposure.unknown-exposure"],
});

const facet = z.array(
  z.object({
    value: described(z.string(), { en: "the word that is counted", ko: "집계한 값" }),
    count: described(z.int(), { en: "how many exposures have it", ko: "해당하는 노출 수" }),
  }),
);

export const countExposures = contract({
  name: "exposure.countExposures",
  method: "GET",
  path: "/exposure-counts",
  summary: { en: "Count exposures by state, decision and rating", ko: "상태·조치·등급별 노출 수" },
  who: [member],
  input: z.object(exposureFilters),
  output: z.object({
    total: described(z.int(), { en: "exposures in all", ko: "전체 노출 수" }),
    assets: described(z.int(), { en: "assets that they are on", ko: "해당 자산 수" }),
    organisations: described(z.int(), { en: "organisations that they are in", ko: "해당 기관 수" }),
    vulnerabilities: described(z.int(), { en: "vulnerabilities that they come from", ko: "해당 취약점 수" }),
    exploited: described(z.int(), {
      en: "those whose vulnerability is known to be exploited",
      ko: "악용된 취약점에 의한 노출 수",
    }),
    state: described(facet, { en: "counted by where they stand", ko: "상태별 노출 수" }),
    decision: described(facet, { en: "counted by what is to be done", ko: "조치별 노출 수" }),
    rating: described(facet, { en: "counted by the vulnerability's severity", ko: "심각도 등급별 노출 수" }),
  }),
  errors: ["versions.invalid-purl"],
});

export const exposedVulnerability = vulnerabilityLine.extend({
  decision: described(wordOf(exposureDecisions), {
    en: "the most urgent of its exposures (SSVC)",
    ko: "이 취약점의 노출 가운데 가장 긴급한 조치(SSVC)",
  }),
  exposures: described(z.int(), { en: "how many exposures come from it", ko: "이 취약점에 의한 노출 수" }),
  assets: described(z.int(), { en: "how many assets they are on", ko: "해당 자산 수" }),
  organisations: described(z.int(), { en: "how many organisations they are in", ko: "해당 기관 수" }),
  since: described(instant, { en: "when the first of them was opened", ko: "첫 노출이 생긴 시각" }),
});

export const listExposedVulnerabilities = contract({
  name: "exposure.listExposedVulnerabilities",
  method: "GET",
  path: "/exposed-vulnerabilities",
  summary: {
    en: "List the vulnerabilities that one is exposed to, with their counts",
    ko: "노출된 취약점과 건수 목록",
  },
  who: [member],
  input: z.object({ ...paging(["-priority", "-since"]), ...exposureFilters }),
  output: pageOf(exposedVulnerability),
  errors: ["versions.invalid-purl"],
});

/** How an organisation stands with a vulnerability, without what it runs. */
export const exposureStatus = z.object({
  organisation: described(
    z.object({
      handle: described(handle, { en: "handle of the organisation", ko: "기관의 짧은 이름" }),
      name: described(text(200), { en: "what it is called", ko: "기관의 이름" }),
      sector: described(wordOf(sectors), { en: "the sector that it is counted with", ko: "기관이 속한 분야" }),
      region,
    }),
    { en: "the organisation that discloses this", ko: "현황을 공개한 기관" },
  ),
  vulnerability: described(z.string(), {
    en: "name of the vulnerability: CVE where there is one",
    ko: "취약점 이름. CVE가 있으면 CVE",
  }),
  title: described(z.string().nullable(), {
    en: "what the vulnerability is, in one line; null where no source says",
    ko: "취약점의 한 줄 제목. 출처에 없으면 null",
  }),
  rating: described(wordOf(ratings), {
    en: "severity on CVSS's qualitative scale",
    ko: "CVSS 정성 척도의 심각도 등급",
  }),
  exploitation: described(wordOf(exploitations), {
    en: "what is known of its exploitation (SSVC)",
    ko: "알려진 악용 상태(SSVC)",
  }),
  state: described(wordOf(exposureStates), { en: "where these exposures stand", ko: "이 노출들의 상태" }),
  decision: described(wordOf(exposureDecisions), {
    en: "the most urgent of them (SSVC)",
    ko: "그 가운데 가장 긴급한 조치(SSVC)",
  }),
  exposures: described(z.int(), { en: "how many exposures there are", ko: "노출 수" }),
  assets: described(z.int(), { en: "how many assets they are on", ko: "해당 자산 수" }),
  since: described(instant, { en: "when the first of them was opened", ko: "첫 노출이 생긴 시각" }),
  stateAt: described(instant, { en: "when the last of them came into this state", ko: "마지막으로 이 상태가 된 시각" }),
  silentSince: described(instant.nullable(), {
    en: "since when somebody there should have acknowledged; null where there is time left, or it was done",
    ko: "확인 기한이 지난 시각(무응답 시작). 기한이 남았거나 확인되었으면 null",
  }),
  dueAt: described(instant.nullable(), {
    en: "when the first of them is due; null where there is no hurry",
    ko: "가장 이른 조치 기한. 없으면 null",
  }),
  overdue: described(z.int(), { en: "how many of them are past their due time", ko: "기한이 지난 노출 수" }),
});

export const listExposureStatus = contract({
  name: "exposure.listExposureStatus",
  method: "GET",
  path: "/exposure-status",
  summary: {
    en: "List how organisations stand, as far as they disclose it: counts without component names",
    ko: "공개 범위 안에서 기관별 현황 목록(구성 요소 이름 없이 건수만)",
  },
  who: [member],
  input: z.object({
    ...paging(["-priority"]),
    organisation: described(handle.optional(), { en: "only this organisation", ko: "이 기관만" }),
    vulnerability: exposureFilters.vulnerability,
    state: exposureFilters.state,
    sector: described(wordOf(sectors).optional(), { en: "only organisations of this sector", ko: "이 분야의 기관만" }),
    region: described(region.optional(), {
      en: "only organisations of this region (ISO 3166-2)",
      ko: "이 지역(ISO 3166-2)의 기관만",
    }),
    exploited: described(z.boolean().optional(), {
      en: "only vulnerabilities known to be exploited, or only those not",
      ko: "악용된 취약점만(`true`), 또는 악용이 알려지지 않은 것만(`false`)",
    }),
  }),
  output: pageOf(exposureStatus),
});
