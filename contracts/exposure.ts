import type { Text } from "@bongsu/base";
import { z } from "zod";
import { exploitations, ratings, vulnerabilityLine } from "./advisories.ts";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { handle, id, instant, line, text, wordOf } from "./fields.ts";
import { ofAsset, packageName } from "./inventories.ts";
import { region } from "./members.ts";
import { pageOf, paging } from "./page.ts";
import { member } from "./who.ts";
import { criticalities, networks, sectors } from "./words.ts";

/** Where an exposure stands. The first four are open. */
export const exposureStates = {
  new: { en: "new", ko: "신규" },
  acknowledged: { en: "acknowledged", ko: "확인됨" },
  remediating: { en: "remediating", ko: "조치 중" },
  accepted: { en: "risk accepted", ko: "위험 수용" },
  fixed: { en: "fixed", ko: "조치됨" },
  not_affected: { en: "not affected", ko: "영향 없음" },
  retracted: { en: "retracted", ko: "철회됨" },
} satisfies Record<string, Text>;

export type ExposureState = keyof typeof exposureStates;

export const openStates = ["new", "acknowledged", "remediating", "accepted"] as const;

/** What a deployer should do (SSVC deployer tree), the least urgent first. */
export const exposureDecisions = {
  defer: { en: "defer", ko: "보류" },
  scheduled: { en: "scheduled", ko: "정기 조치" },
  "out-of-cycle": { en: "out of cycle", ko: "우선 조치" },
  immediate: { en: "immediate", ko: "즉시 조치" },
} satisfies Record<string, Text>;

export type ExposureDecision = keyof typeof exposureDecisions;

export const exposureLine = z.object({
  organisation: handle,
  asset: z.object({ id, name: z.string(), criticality: wordOf(criticalities), network: wordOf(networks) }),
  package: packageName,
  /** Id of the package version, by which the exposure is named. */
  packageVersion: id,
  version: z.string(),
  vulnerability: z.string(),
  title: z.string().nullable(),
  state: wordOf(exposureStates),
  stateAt: instant,
  since: instant,
  fixedVersion: z.string().nullable(),
  decision: wordOf(exposureDecisions),
  rating: wordOf(ratings),
  score: z.number().nullable(),
  exploitation: wordOf(exploitations),
  epss: z.number().nullable(),
});

const filters = {
  organisation: handle.optional(),
  asset: described(line(200).optional(), {
    en: "id of an asset, or its name where the organisation is given",
    ko: "자산 식별자, 또는 기관을 함께 지정한 경우 자산 이름",
  }),
  vulnerability: described(line(512).optional(), { en: "any of its names", ko: "이름 중 하나" }),
  package: described(line(1000).optional(), {
    en: "package URL, with or without a version",
    ko: "패키지 URL(버전은 선택)",
  }),
  state: described(z.array(wordOf(exposureStates)).max(7).optional(), {
    en: "the open ones where nothing is said",
    ko: "지정하지 않으면 열린 상태",
  }),
  decision: z.array(wordOf(exposureDecisions)).max(4).optional(),
  rating: z.array(wordOf(ratings)).max(6).optional(),
  exploited: z.boolean().optional(),
  since: described(instant.optional(), { en: "opened since then", ko: "이때 이후 발생" }),
};

export const listExposures = contract({
  name: "exposure.listExposures",
  method: "GET",
  path: "/exposures",
  summary: { en: "List exposures, the most urgent first", ko: "노출 목록(긴급한 순)" },
  who: [member],
  input: z.object({ ...paging(["-priority", "-since"]), ...filters }),
  output: pageOf(exposureLine),
});

/** Why the version is affected, as one advisory says. */
export const exposureReason = z.object({
  advisory: z.object({ id, name: z.string(), publisher: z.string().nullable() }),
  reason: wordOf({
    interval: { en: "within the range", ko: "범위 안" },
    listed: { en: "listed by itself", ko: "직접 명시됨" },
    "all-versions": { en: "all versions", ko: "모든 버전" },
  }),
  range: z.string(),
  fixedVersion: z.string().nullable(),
});

/** A state that it came into, when, and by which cause (`advisory`, `sbom 3`, `vex`, `signals` …). */
export const pastState = z.object({ state: wordOf(exposureStates), at: instant, cause: z.string() });

export const exposure = exposureLine.extend({
  aliases: z.array(z.string()),
  /** The version's place in its ecosystem's order, as hexadecimal digits; null where it cannot be parsed. */
  versionKey: z.string().nullable(),
  /** Where the component stands in the SBOM; null where it is gone. */
  path: z.string().nullable(),
  why: z.array(exposureReason),
  statements: z.array(
    z.object({
      status: z.string(),
      justification: z.string().nullable(),
      impact: z.string().nullable(),
      author: z.string().nullable(),
      at: instant.nullable(),
      document: z.string(),
    }),
  ),
  history: z.array(pastState),
});

export const showExposure = contract({
  name: "exposure.showExposure",
  method: "GET",
  path: "/organisations/{organisation}/assets/{asset}/exposures/{packageVersion}/{vulnerability}",
  summary: { en: "Show an exposure: why, since when, and its history", ko: "노출의 이유와 이력 보기" },
  who: [member],
  input: ofAsset.extend({ packageVersion: id, vulnerability: line(512) }),
  output: exposure,
  errors: ["members.unknown-organisation", "inventories.unknown-asset", "exposure.unknown-exposure"],
});

const facet = z.array(z.object({ value: z.string(), count: z.int() }));

export const countExposures = contract({
  name: "exposure.countExposures",
  method: "GET",
  path: "/exposure-counts",
  summary: { en: "Count exposures by state, decision and rating", ko: "상태·조치·등급별 노출 수" },
  who: [member],
  input: z.object(filters),
  output: z.object({
    total: z.int(),
    assets: z.int(),
    organisations: z.int(),
    vulnerabilities: z.int(),
    exploited: z.int(),
    state: facet,
    decision: facet,
    rating: facet,
  }),
});

export const exposedVulnerability = vulnerabilityLine.extend({
  /** The most urgent of its exposures. */
  decision: wordOf(exposureDecisions),
  exposures: z.int(),
  assets: z.int(),
  organisations: z.int(),
  since: instant,
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
  input: z.object({ ...paging(["-priority", "-since"]), ...filters }),
  output: pageOf(exposedVulnerability),
});

/** How an organisation stands with a vulnerability, without what it runs. */
export const exposureStatus = z.object({
  organisation: z.object({ handle, name: text(200), sector: wordOf(sectors), region }),
  vulnerability: z.string(),
  title: z.string().nullable(),
  rating: wordOf(ratings),
  exploitation: wordOf(exploitations),
  state: wordOf(exposureStates),
  decision: wordOf(exposureDecisions),
  exposures: z.int(),
  assets: z.int(),
  since: instant,
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
    organisation: handle.optional(),
    vulnerability: filters.vulnerability,
    state: filters.state,
    sector: wordOf(sectors).optional(),
    region: region.optional(),
    exploited: z.boolean().optional(),
  }),
  output: pageOf(exposureStatus),
});
