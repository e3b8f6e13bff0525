import type { Text } from "@bongsu/base";
import { z } from "zod";
import { described } from "./described.ts";
import { id, instant, wordOf } from "./fields.ts";
import { packageName } from "./inventories-components.ts";
import { organisationHandle } from "./naming.ts";
import { exploitations, ratings } from "./vulnerability.ts";
import { criticalities, networks } from "./words.ts";

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

/** Open states in which something is still to be done: a due date counts in them. */
export const workedStates = ["new", "acknowledged", "remediating"] as const;

/** What a deployer should do (SSVC deployer tree), the least urgent first. */
export const exposureDecisions = {
  defer: { en: "defer", ko: "보류" },
  scheduled: { en: "scheduled", ko: "정기 조치" },
  "out-of-cycle": { en: "out of cycle", ko: "우선 조치" },
  immediate: { en: "immediate", ko: "즉시 조치" },
} satisfies Record<string, Text>;

export type ExposureDecision = keyof typeof exposureDecisions;

/** Somebody of the organisation. */
export const namedPerson = z.object({
  id: described(id, { en: "id of the person", ko: "사용자의 식별자" }),
  name: described(z.string(), { en: "what the person is called", ko: "사용자의 이름" }),
});

export const exposureLine = z.object({
  organisation: organisationHandle,
  asset: described(
    z.object({
      id: described(id, { en: "by which the asset is named in addresses", ko: "자산의 식별자" }),
      name: described(z.string(), { en: "what the organisation calls it", ko: "기관이 부르는 자산 이름" }),
      criticality: described(wordOf(criticalities), {
        en: "what a failure of the asset would mean",
        ko: "자산이 멈추면 미치는 영향",
      }),
      network: described(wordOf(networks), { en: "how far the asset can be reached", ko: "자산에 닿을 수 있는 범위" }),
    }),
    { en: "the asset that is exposed", ko: "노출된 자산" },
  ),
  package: described(packageName, { en: "the package that is affected", ko: "영향받는 패키지" }),
  packageVersion: described(id, {
    en: "id of the package version, by which the exposure is named",
    ko: "패키지 버전의 식별자. 노출을 가리킬 때 씁니다",
  }),
  version: described(z.string(), { en: "the version that the asset uses", ko: "자산이 쓰는 버전" }),
  vulnerability: described(z.string(), {
    en: "name of the vulnerability: CVE where there is one",
    ko: "취약점 이름. CVE가 있으면 CVE",
  }),
  title: described(z.string().nullable(), {
    en: "what the vulnerability is, in one line; null where no source says",
    ko: "취약점의 한 줄 제목. 출처에 없으면 null",
  }),
  state: described(wordOf(exposureStates), {
    en: "where it stands; the first four are open",
    ko: "노출의 상태. 앞의 네 가지가 열린 상태",
  }),
  stateAt: described(instant, { en: "since when it stands there", ko: "그 상태가 된 시각" }),
  since: described(instant, { en: "when it was opened", ko: "노출이 생긴 시각" }),
  fixedVersion: described(z.string().nullable(), {
    en: "the first version without the vulnerability; null where none is named",
    ko: "처음으로 고쳐진 버전. 없으면 null",
  }),
  decision: described(wordOf(exposureDecisions), {
    en: "what to do, and how soon (SSVC deployer tree)",
    ko: "무엇을 얼마나 빨리 해야 하는지(SSVC)",
  }),
  rating: described(wordOf(ratings), {
    en: "severity on CVSS's qualitative scale",
    ko: "CVSS 정성 척도의 심각도 등급",
  }),
  score: described(z.number().nullable(), {
    en: "CVSS base score, 0 to 10; null without one",
    ko: "CVSS 기본 점수(0~10). 없으면 null",
  }),
  exploitation: described(wordOf(exploitations), {
    en: "what is known of its exploitation (SSVC)",
    ko: "알려진 악용 상태(SSVC)",
  }),
  epss: described(z.number().nullable(), {
    en: "EPSS: probability of exploitation in the next 30 days, 0 to 1; null without one",
    ko: "EPSS: 앞으로 30일 안에 악용될 확률(0~1). 없으면 null",
  }),
  assignee: described(namedPerson.nullable(), {
    en: "the person who sees to it; null without one, or where the caller may not know",
    ko: "맡은 사용자. 없거나 볼 수 없으면 null",
  }),
  dueAt: described(instant.nullable(), {
    en: "by when it is to be remediated; null where there is no hurry, or while the risk is accepted",
    ko: "조치 기한. 급하지 않거나 위험을 수용한 동안에는 null",
  }),
  dueSet: described(z.boolean(), {
    en: "whether a person set that date; false: it follows from urgency and sector",
    ko: "사람이 정한 기한이면 `true`, 긴급도와 분야에 따라 정해졌으면 `false`",
  }),
  plannedFor: described(instant.nullable(), {
    en: "when its remediation is expected; null where nobody says",
    ko: "조치 예정 시각. 정하지 않았으면 null",
  }),
  acceptedUntil: described(instant.nullable(), {
    en: "until when the risk is accepted; null where it is not",
    ko: "위험 수용 기한. 수용하지 않았으면 null",
  }),
  declared: described(z.boolean(), {
    en: "whether a person declared it fixed, and no newer SBOM has spoken yet",
    ko: "사람이 조치됨으로 신고했고 아직 새 SBOM으로 확인되지 않았으면 `true`",
  }),
});

/** What an entry of an exposure's history tells. */
export const historyKinds = {
  state: { en: "state", ko: "상태" },
  assignment: { en: "assignment", ko: "담당자" },
  due: { en: "due date", ko: "기한" },
  plan: { en: "plan", ko: "조치 계획" },
  acceptance: { en: "acceptance", ko: "위험 수용" },
  comment: { en: "comment", ko: "댓글" },
  "comment-changed": { en: "comment changed", ko: "댓글 수정" },
  "comment-removed": { en: "comment removed", ko: "댓글 삭제" },
} satisfies Record<string, Text>;

/** Who did something, as they were called then. */
export const doer = z.object({
  kind: described(
    wordOf({ person: { en: "person", ko: "사용자" }, service: { en: "service account", ko: "서비스 계정" } }),
    {
      en: "a person or a service account",
      ko: "사용자 또는 서비스 계정",
    },
  ),
  name: described(z.string(), { en: "the name at that time", ko: "그때의 이름" }),
});

export const historyEntry = z.object({
  kind: described(wordOf(historyKinds), { en: "what it tells", ko: "이력의 종류" }),
  state: described(wordOf(exposureStates), { en: "where the exposure stood from then on", ko: "그 뒤의 상태" }),
  at: described(instant, { en: "when that was", ko: "일어난 시각" }),
  cause: described(z.string(), {
    en: "by which cause: `advisory`, `sbom 3`, `vex`, `signals`, or what somebody did: `acknowledge`, `accept`, `undo` …",
    ko: "원인: `advisory`, `sbom 3`, `vex`, `signals`, 또는 사람이 한 일(`acknowledge`, `accept`, `undo` 등)",
  }),
  by: described(doer.nullable(), {
    en: "who did it; null where facts did",
    ko: "한 사람이나 서비스 계정. 사실이 바뀌어 일어났으면 null",
  }),
  why: described(z.string().nullable(), {
    en: "what they said: the reason, the plan, the comment; null where nothing was said",
    ko: "남긴 말(사유, 계획, 댓글). 없으면 null",
  }),
  assignee: described(z.string().nullable(), {
    en: "of an assignment: who was to see to it, by name; null: nobody any more",
    ko: "담당자가 바뀐 경우 새 담당자의 이름. 없으면 null",
  }),
  until: described(instant.nullable(), {
    en: "the date that was set: due, expected, or accepted until; null without one",
    ko: "정해진 날짜(기한, 조치 예정, 수용 기한). 없으면 null",
  }),
  action: described(id.nullable(), {
    en: "id of the bulk action that it was part of; null where it was none",
    ko: "이 일이 속한 일괄 작업의 식별자. 없으면 null",
  }),
});
