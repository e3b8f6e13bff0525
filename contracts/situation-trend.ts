import { z } from "zod";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { exposureDecisions } from "./exposure-line.ts";
import { wordOf } from "./fields.ts";
import { packageName } from "./inventories-components.ts";
import { region } from "./organisation.ts";
import { exploitations, ratings } from "./vulnerability.ts";
import { member } from "./who.ts";
import { sectors } from "./words.ts";

/** What parts of the country figures are told by. */
export const divisions = {
  country: { en: "the whole country", ko: "전국" },
  sector: { en: "by sector", ko: "분야별" },
  region: { en: "by region", ko: "지역별" },
};

const by = described(wordOf(divisions).default("country"), {
  en: "one line for the whole country, or one for each sector or region",
  ko: "전국을 한 줄로, 또는 분야별이나 지역별로 한 줄씩",
});

const part = {
  sector: described(wordOf(sectors).nullable(), {
    en: "the sector that the line is about; null for another division",
    ko: "집계한 분야. 다른 구분이면 null",
  }),
  region: described(region.nullable(), {
    en: "the region that the line is about (ISO 3166-2); null for another division",
    ko: "집계한 지역(ISO 3166-2). 다른 구분이면 null",
  }),
};

const day = described(z.iso.date(), { en: "the day, by UTC", ko: "날짜(UTC 기준)" });

const dayFigures = z.object({
  freshOrganisations: described(z.int(), {
    en: "organisations all of whose assets had a fresh inventory",
    ko: "모든 자산의 구성 목록이 최신이던 기관 수",
  }),
  exposedOrganisations: described(z.int(), {
    en: "organisations with an open exposure",
    ko: "열린 노출이 있던 기관 수",
  }),
  exposedAssets: described(z.int(), { en: "assets with an open exposure", ko: "열린 노출이 있던 자산 수" }),
  defer: described(z.int(), { en: "open exposures that could wait (SSVC)", ko: "보류로 판단된 열린 노출 수(SSVC)" }),
  scheduled: described(z.int(), {
    en: "open exposures for the next scheduled maintenance (SSVC)",
    ko: "정기 조치로 판단된 열린 노출 수(SSVC)",
  }),
  outOfCycle: described(z.int(), {
    en: "open exposures to act on before the next maintenance (SSVC)",
    ko: "우선 조치로 판단된 열린 노출 수(SSVC)",
  }),
  immediate: described(z.int(), {
    en: "open exposures to act on at once (SSVC)",
    ko: "즉시 조치로 판단된 열린 노출 수(SSVC)",
  }),
  exploited: described(z.int(), {
    en: "open exposures whose vulnerability was known to be exploited",
    ko: "악용된 취약점에 의한 열린 노출 수",
  }),
  overdue: described(z.int(), { en: "open exposures past their time", ko: "조치 기한이 지난 열린 노출 수" }),
  opened: described(z.int(), { en: "exposures opened on that day", ko: "그날 생긴 노출 수" }),
  answered: described(z.int(), {
    en: "exposures that left the state `new` on that day by being acknowledged or dealt with",
    ko: "그날 확인되거나 처리되어 `new` 상태를 벗어난 노출 수",
  }),
  fixed: described(z.int(), { en: "exposures fixed on that day", ko: "그날 조치된 노출 수" }),
});

export const showTrend = contract({
  name: "situation.showTrend",
  method: "GET",
  path: "/situation/trend",
  summary: { en: "Show how the country's figures went, day by day", ko: "날짜별 전국 현황 추이 보기" },
  who: [member],
  input: z.object({
    days: described(z.int().min(1).max(400).default(30), {
      en: "so many days back, today included",
      ko: "오늘을 포함해 거슬러 올라갈 일수",
    }),
    by,
  }),
  output: z.object({
    items: described(
      z.array(
        z.object({
          ...part,
          points: described(
            z.array(
              z.object({
                day,
                organisations: described(z.int(), {
                  en: "how many active organisations there were",
                  ko: "활동 중이던 기관 수",
                }),
                suppressed: described(z.boolean(), {
                  en: "true where figures would say too much of few organisations: fewer than five",
                  ko: "다섯 곳 미만의 기관이 드러날 수 있어 수치를 감추었으면 true",
                }),
                figures: described(dayFigures.nullable(), {
                  en: "sums over these organisations; null where suppressed",
                  ko: "이 기관들의 합계. 감추었으면 null",
                }),
              }),
            ),
            {
              en: "one for each day that the hub has kept, the earliest first",
              ko: "허브가 남긴 날짜별 값(이른 날부터)",
            },
          ),
        }),
      ),
      { en: "one line for each part", ko: "구분별 추이" },
    ),
  }),
});

const times = z.object({
  count: described(z.int(), { en: "how many exposures were measured", ko: "측정한 노출 수" }),
  medianHours: described(z.number().nullable(), {
    en: "hours that half of them took at most, within 5 %; null where none was measured",
    ko: "절반이 이 시간 안에 끝난 시간(오차 5% 이내). 측정한 것이 없으면 null",
  }),
});

export const showTimes = contract({
  name: "situation.showTimes",
  method: "GET",
  path: "/situation/times",
  summary: {
    en: "Show the median times to acknowledge and to remediate",
    ko: "확인과 조치에 걸린 시간의 중앙값 보기",
  },
  who: [member],
  input: z.object({
    days: described(z.int().min(1).max(400).default(90), {
      en: "measured within so many days, today included",
      ko: "오늘을 포함해 이 일수 안에 측정한 것",
    }),
    by,
    decision: described(wordOf(exposureDecisions).optional(), {
      en: "only exposures with this decision (SSVC)",
      ko: "이 조치로 판단된 노출만(SSVC)",
    }),
  }),
  output: z.object({
    items: described(
      z.array(
        z.object({
          ...part,
          suppressed: described(z.boolean(), {
            en: "true where figures would say too much of few organisations: fewer than five",
            ko: "다섯 곳 미만의 기관이 드러날 수 있어 수치를 감추었으면 true",
          }),
          acknowledge: described(times.nullable(), {
            en: "from opening to the first answer: acknowledged, being remediated, accepted, fixed or not affected; null where suppressed",
            ko: "노출이 생긴 때부터 첫 대응(확인, 조치 중, 위험 수용, 조치됨, 영향 없음)까지. 감추었으면 null",
          }),
          remediate: described(times.nullable(), {
            en: "from opening, or from opening again, to fixed; null where suppressed",
            ko: "노출이 생기거나 다시 열린 때부터 조치 완료까지. 감추었으면 null",
          }),
        }),
      ),
      { en: "one line for each part", ko: "구분별 시간" },
    ),
  }),
});

const counts = {
  organisations: described(z.int().nullable(), {
    en: "organisations that are exposed; null where that would say too much of few",
    ko: "노출된 기관 수. 적은 기관이 드러날 수 있으면 null",
  }),
  assets: described(z.int().nullable(), { en: "assets that are exposed", ko: "노출된 자산 수" }),
  exposures: described(z.int().nullable(), { en: "open exposures", ko: "열린 노출 수" }),
  immediate: described(z.int().nullable(), {
    en: "of these, to act on now (SSVC)",
    ko: "그 가운데 즉시 조치로 판단된 수(SSVC)",
  }),
};

const limit = described(z.int().min(1).max(100).default(20), { en: "at most so many", ko: "최대 개수" });

export const listTopVulnerabilities = contract({
  name: "situation.listTopVulnerabilities",
  method: "GET",
  path: "/situation/vulnerabilities",
  summary: {
    en: "List the vulnerabilities that the country is most exposed to",
    ko: "전국에서 가장 많이 노출된 취약점 목록",
  },
  who: [member],
  input: z.object({
    limit,
    sector: described(wordOf(sectors).optional(), { en: "only within this sector", ko: "이 분야 안에서만" }),
  }),
  output: z.object({
    items: described(
      z.array(
        z.object({
          vulnerability: described(z.string(), {
            en: "name of the vulnerability: CVE where there is one",
            ko: "취약점 이름. CVE가 있으면 CVE",
          }),
          title: described(z.string().nullable(), {
            en: "what it is, in one line; null where no source says",
            ko: "한 줄 제목. 출처에 없으면 null",
          }),
          rating: described(wordOf(ratings), {
            en: "severity on CVSS's qualitative scale",
            ko: "CVSS 정성 척도의 심각도 등급",
          }),
          exploitation: described(wordOf(exploitations), {
            en: "what is known of its exploitation (SSVC)",
            ko: "알려진 악용 상태(SSVC)",
          }),
          ...counts,
          unanswered: described(z.int().nullable(), {
            en: "of these, not acknowledged yet",
            ko: "그 가운데 아직 확인되지 않은 수",
          }),
        }),
      ),
      {
        en: "those to act on now first, then the most widespread",
        ko: "즉시 조치가 필요한 것부터, 다음은 널리 퍼진 순서",
      },
    ),
  }),
});

export const listTopUpgrades = contract({
  name: "situation.listTopUpgrades",
  method: "GET",
  path: "/situation/upgrades",
  summary: {
    en: "List the upgrades that would close most of the country's exposures",
    ko: "전국의 노출을 가장 많이 없애는 업그레이드 목록",
  },
  who: [member],
  input: z.object({ limit }),
  output: z.object({
    items: described(
      z.array(
        z.object({
          package: described(packageName, { en: "the package to upgrade", ko: "업그레이드할 패키지" }),
          fixedVersion: described(z.string(), {
            en: "the highest version that its advisories ask for",
            ko: "권고문이 요구하는 가장 높은 버전",
          }),
          ...counts,
          vulnerabilities: described(z.int().nullable(), {
            en: "vulnerabilities that it closes",
            ko: "없어지는 취약점 수",
          }),
        }),
      ),
      { en: "those that close what is most urgent first", ko: "긴급한 노출을 많이 없애는 것부터" },
    ),
  }),
});
