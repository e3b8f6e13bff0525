import type { Text } from "@bongsu/base";
import { z } from "zod";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { exposureFilters } from "./exposure-filters.ts";
import { exposureDecisions, exposureLine } from "./exposure-line.ts";
import { handle, id, instant, text, wordOf } from "./fields.ts";
import { packageName } from "./inventories-components.ts";
import { region } from "./organisation.ts";
import { pageOf, paging } from "./page.ts";
import { member } from "./who.ts";
import { sectors } from "./words.ts";

const exposures = described(z.int(), { en: "how many exposures there are", ko: "노출 수" });
const vulnerabilities = described(z.int(), {
  en: "how many vulnerabilities they come from",
  ko: "해당 취약점 수",
});
const assets = described(z.int(), { en: "how many assets they are on", ko: "해당 자산 수" });
const organisations = described(z.int(), { en: "how many organisations they are in", ko: "해당 기관 수" });
const immediate = described(z.int(), { en: "how many are to be remediated at once (SSVC)", ko: "즉시 조치할 노출 수" });
const exploited = described(z.int(), {
  en: "how many come from a vulnerability known to be exploited",
  ko: "악용된 취약점에 의한 노출 수",
});

/** What is counted of the exposures of a group. */
const figures = {
  decision: described(wordOf(exposureDecisions), {
    en: "the most urgent of them (SSVC)",
    ko: "그 가운데 가장 긴급한 조치(SSVC)",
  }),
  exposures,
  vulnerabilities,
  immediate,
  outOfCycle: described(z.int(), {
    en: "how many are to be remediated ahead of the next maintenance (SSVC)",
    ko: "우선 조치할 노출 수",
  }),
  scheduled: described(z.int(), {
    en: "how many are to be remediated with the next maintenance (SSVC)",
    ko: "정기 조치할 노출 수",
  }),
  defer: described(z.int(), { en: "how many can wait (SSVC)", ko: "보류할 수 있는 노출 수" }),
  exploited,
  overdue: described(z.int(), {
    en: "how many should have been remediated by now; those whose risk is accepted are not among them",
    ko: "조치 기한이 지난 노출 수. 위험을 수용한 것은 빼고 셉니다",
  }),
  nextDue: described(instant.nullable(), {
    en: "when the next of them is due; null where none is, or all that are due are overdue",
    ko: "다음 조치 기한. 없거나 모두 기한이 지났으면 null",
  }),
  since: described(instant, { en: "when the first of them was opened", ko: "첫 노출이 생긴 시각" }),
};

const grouped = { ...paging(["-priority", "-exposures"]), ...exposureFilters };

export const exposedAsset = z.object({
  organisation: exposureLine.shape.organisation,
  asset: exposureLine.shape.asset,
  ...figures,
});

export const listExposuresByAsset = contract({
  name: "exposure.listExposuresByAsset",
  method: "GET",
  path: "/exposed-assets",
  summary: {
    en: "List the assets that are exposed, the most urgent first",
    ko: "노출된 자산과 조치별 건수 목록(긴급한 순)",
  },
  who: [member],
  input: z.object(grouped),
  output: pageOf(exposedAsset),
  errors: ["versions.invalid-purl"],
});

export const exposedComponent = z.object({
  package: exposureLine.shape.package,
  packageVersion: described(id, { en: "id of the package version", ko: "패키지 버전의 식별자" }),
  version: described(z.string(), { en: "the version in use", ko: "쓰이는 버전" }),
  ...figures,
  assets,
  organisations,
  fixedVersion: described(z.string().nullable(), {
    en: "the highest version that any advisory asks for; null where none names one",
    ko: "권고문들이 요구하는 가장 높은 수정 버전. 없으면 null",
  }),
  withoutFix: described(z.int(), {
    en: "how many of the vulnerabilities have no fixed version",
    ko: "수정 버전이 없는 취약점 수",
  }),
});

export const listExposuresByComponent = contract({
  name: "exposure.listExposuresByComponent",
  method: "GET",
  path: "/exposed-components",
  summary: {
    en: "List the package versions that exposures come by, the most urgent first",
    ko: "노출을 일으키는 패키지 버전 목록(긴급한 순)",
  },
  who: [member],
  input: z.object(grouped),
  output: pageOf(exposedComponent),
  errors: ["versions.invalid-purl"],
});

export const exposedOrganisation = z.object({
  organisation: described(
    z.object({
      handle: described(handle, { en: "handle of the organisation", ko: "기관의 짧은 이름" }),
      name: described(text(200), { en: "what it is called", ko: "기관의 이름" }),
      sector: described(wordOf(sectors), { en: "the sector that it is counted with", ko: "기관이 속한 분야" }),
      region,
    }),
    { en: "the organisation that is exposed", ko: "노출된 기관" },
  ),
  ...figures,
  assets,
});

export const listExposuresByOrganisation = contract({
  name: "exposure.listExposuresByOrganisation",
  method: "GET",
  path: "/exposed-organisations",
  summary: {
    en: "List the exposed organisations whose components one sees, the most urgent first",
    ko: "구성 요소를 볼 수 있는 기관 가운데 노출된 기관 목록(긴급한 순)",
  },
  who: [member],
  input: z.object(grouped),
  output: pageOf(exposedOrganisation),
  errors: ["versions.invalid-purl"],
});

/** Why an exposure stays whatever one upgrades to. */
export const reasonsToStay = {
  "no-fix": { en: "no fixed version is named", ko: "수정 버전 없음" },
  "no-clean-version": { en: "every fixed version is affected as well", ko: "수정 버전도 모두 영향받음" },
} satisfies Record<string, Text>;

export type ReasonToStay = keyof typeof reasonsToStay;

/** What to do where no upgrade helps. */
export const otherWays = {
  mitigate: { en: "mitigate: switch off, cut off or filter", ko: "완화: 기능 중지, 접근 차단, 필터링" },
  "state-not-affected": { en: "state by VEX that it is not affected", ko: "영향이 없으면 VEX로 밝히기" },
  accept: { en: "accept the risk until a date", ko: "기한을 정해 위험 수용" },
} satisfies Record<string, Text>;

export type OtherWay = keyof typeof otherWays;

const closes = z.object({ exposures, vulnerabilities, assets, immediate, exploited });

const upgradeTarget = z.object({
  version: described(z.string(), { en: "the version to upgrade to", ko: "올릴 버전" }),
  closes: described(closes, { en: "what would be closed by it", ko: "이 업그레이드로 닫히는 노출" }),
});

export const upgrade = z.object({
  package: described(packageName, {
    en: "the package, of one release where it is a distribution's",
    ko: "패키지. 배포판의 패키지는 릴리스별",
  }),
  decision: figures.decision,
  exposures,
  vulnerabilities,
  assets,
  organisations,
  immediate,
  exploited,
  upgrade: described(upgradeTarget.nullable(), {
    en: "the one version that closes all that an upgrade can close, wherever the package is in use; null where there is none",
    ko: "쓰이는 곳 모두에서 업그레이드로 닫을 수 있는 것을 모두 닫는 버전 하나. 없으면 null",
  }),
  versions: described(
    z.array(
      z.object({
        packageVersion: described(id, { en: "id of the package version", ko: "패키지 버전의 식별자" }),
        version: described(z.string(), { en: "the version in use", ko: "쓰이는 버전" }),
        exposures,
        assets,
        smallestStep: described(upgradeTarget.nullable(), {
          en: "the lowest version of the same major version that closes all that an upgrade can close; null where there is none",
          ko: "같은 주 버전 안에서 업그레이드로 닫을 수 있는 것을 모두 닫는 가장 낮은 버전. 없으면 null",
        }),
        newestNeeded: described(upgradeTarget.nullable(), {
          en: "the highest fixed version that any of the advisories asks for, or the next one that is clean; null where there is none",
          ko: "권고문들이 요구하는 가장 높은 수정 버전, 또는 그다음으로 영향이 없는 버전. 없으면 null",
        }),
      }),
    ),
    {
      en: "versions in use, those with the most exposures first; at most twenty",
      ko: "쓰이는 버전(노출이 많은 순, 최대 20개)",
    },
  ),
  versionCount: described(z.int(), { en: "how many versions are in use", ko: "쓰이는 버전 수" }),
  stays: described(
    z.array(
      z.object({
        vulnerability: described(z.string(), { en: "name of the vulnerability", ko: "취약점 이름" }),
        decision: described(wordOf(exposureDecisions), {
          en: "the most urgent of its exposures that stay (SSVC)",
          ko: "남는 노출 가운데 가장 긴급한 조치(SSVC)",
        }),
        exposures: described(z.int(), { en: "how many exposures stay", ko: "남는 노출 수" }),
        reason: described(wordOf(reasonsToStay), { en: "why they stay", ko: "남는 까닭" }),
      }),
    ),
    {
      en: "what no upgrade closes, the most urgent first; at most twenty",
      ko: "업그레이드로 닫히지 않는 것(긴급한 순, 최대 20개)",
    },
  ),
  stayCount: described(z.int(), {
    en: "how many vulnerabilities no upgrade closes everywhere",
    ko: "업그레이드로 다 닫히지 않는 취약점 수",
  }),
  instead: described(z.array(wordOf(otherWays)), {
    en: "what else can be done about those; empty where there are none",
    ko: "남는 것에 대해 할 수 있는 다른 일. 없으면 빈 목록",
  }),
});

export const listUpgrades = contract({
  name: "exposure.listUpgrades",
  method: "GET",
  path: "/exposure-upgrades",
  summary: {
    en: "List the upgrades that close the most exposures, the most urgent first",
    ko: "노출을 가장 많이 닫는 업그레이드 목록(긴급한 순)",
  },
  who: [member],
  input: z.object({ ...paging(["-closes"], 100), ...exposureFilters }),
  output: pageOf(upgrade),
  errors: ["versions.invalid-purl"],
});
