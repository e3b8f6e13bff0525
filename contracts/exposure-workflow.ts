import type { Text } from "@bongsu/base";
import { z } from "zod";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { exposureFilters } from "./exposure-filters.ts";
import { doer } from "./exposure-line.ts";
import { id, instant, line, prose, wordOf } from "./fields.ts";
import { organisationHandle } from "./naming.ts";
import { pageOf, paging } from "./page.ts";
import { inOrganisation, member } from "./who.ts";

/** What people do with exposures, many at once. */
export const exposureActions = {
  acknowledge: { en: "acknowledge", ko: "확인" },
  remediate: { en: "start remediation", ko: "조치 시작" },
  fix: { en: "declare fixed", ko: "조치됨으로 신고" },
  accept: { en: "accept the risk", ko: "위험 수용" },
  reopen: { en: "reopen", ko: "다시 열기" },
  assign: { en: "assign", ko: "배정" },
  unassign: { en: "unassign", ko: "배정 취소" },
  due: { en: "set a due date", ko: "기한 설정" },
  comment: { en: "comment", ko: "댓글" },
} satisfies Record<string, Text>;

export type ExposureAction = keyof typeof exposureActions;

/** All that is listed as an action, and can be undone. */
export const recordedActions = {
  ...exposureActions,
  "not-affected": { en: "state not affected", ko: "영향 없음 표명" },
  withdraw: { en: "withdraw a statement", ko: "문장 철회" },
  undo: { en: "undo", ko: "되돌리기" },
} satisfies Record<string, Text>;

export type RecordedAction = keyof typeof recordedActions;

/** Why an exposure was not changed. */
export const refusals = {
  unknown: { en: "there is no such exposure", ko: "그런 노출이 없음" },
  closed: { en: "it is closed", ko: "이미 닫힘" },
  "further-along": { en: "it is further along", ko: "이미 더 진행됨" },
  accepted: { en: "its risk is accepted", ko: "위험을 수용한 상태" },
  "not-declared": {
    en: "nobody declared it fixed: the inventory or a statement says so",
    ko: "사람이 신고한 것이 아니라 구성 목록이나 문장에 따라 조치됨",
  },
  "not-listed": { en: "the inventory no longer lists the component", ko: "구성 목록에 구성 요소가 더 이상 없음" },
  stated: { en: "a VEX statement says that it is not affected", ko: "VEX 문장에 따라 영향 없음" },
  retracted: { en: "no advisory says so any more", ko: "권고문이 철회됨" },
  "changed-since": { en: "it was changed since", ko: "그 뒤에 바뀜" },
} satisfies Record<string, Text>;

export type Refusal = keyof typeof refusals;

/** Exposures that one action reaches at most. */
export const mostExposures = 20_000;

/** Exposures that can be named one by one. */
export const mostNamed = 5_000;

export const exposureKey = z.object({
  asset: described(id, { en: "id of the asset", ko: "자산의 식별자" }),
  packageVersion: described(id, { en: "id of the package version", ko: "패키지 버전의 식별자" }),
  vulnerability: described(line(512), {
    en: "the vulnerability, as lists of exposures name it",
    ko: "노출 목록에 나오는 취약점 이름",
  }),
});

const { organisation: _, ...filters } = exposureFilters;

/** Which exposures are meant: each by its key, or all that filters let through. */
export const selection = {
  exposures: described(z.array(exposureKey).min(1).max(mostNamed).optional(), {
    en: "the exposures, each by its key; or say `where`",
    ko: "노출의 목록. 또는 `where`로 지정",
  }),
  where: described(z.strictObject(filters).optional(), {
    en: "all exposures that these filters of the list let through, with `expected`",
    ko: "목록과 같은 조건에 맞는 모든 노출. `expected`와 함께 지정",
  }),
  expected: described(z.int().min(0).max(mostExposures).optional(), {
    en: "how many exposures you saw there: where it is another number by now, nothing is done",
    ko: "화면에서 본 노출 수. 그사이 달라졌으면 아무것도 바꾸지 않습니다",
  }),
};

const ofOrganisation = z.object({ organisation: organisationHandle });

const preview = described(z.boolean().default(false), {
  en: "only tells what it would do",
  ko: "`true`이면 결과만 알려 주고 바꾸지 않습니다",
});

/** How many were refused for one reason, and the first of them. */
const refused = described(
  z.array(
    z.object({
      reason: described(wordOf(refusals), { en: "why", ko: "이유" }),
      count: described(z.int(), { en: "how many", ko: "개수" }),
      exposures: described(z.array(exposureKey), { en: "the first twenty of them", ko: "그 가운데 처음 20개" }),
    }),
  ),
  { en: "those that were left as they are, by reason", ko: "이유별로 바꾸지 않은 노출" },
);

export const selectionErrors = [
  "members.unknown-organisation",
  "versions.invalid-purl",
  "exposure.nothing-selected",
  "exposure.too-many-selected",
  "exposure.selection-conflict",
];

export const changeExposures = contract({
  name: "exposure.changeExposures",
  method: "POST",
  path: "/organisations/{organisation}/exposure-actions",
  summary: {
    en: "Change many exposures at once: acknowledge, remediate, accept, assign …",
    ko: "여러 노출 한꺼번에 변경: 확인, 조치, 수용, 배정 등",
  },
  who: [inOrganisation("analyst")],
  input: ofOrganisation.extend({
    action: described(wordOf(exposureActions), {
      en: "what is done; to accept a risk takes an administrator of the organisation",
      ko: "할 일. 위험 수용은 기관 관리자만 할 수 있습니다",
    }),
    ...selection,
    text: described(prose(4_000).optional(), {
      en: "the plan, how it was fixed, why, or the comment; needed for `fix`, `accept`, `due` and `comment`",
      ko: "계획, 조치 방법, 사유 또는 댓글. `fix`, `accept`, `due`, `comment`에는 꼭 필요합니다",
    }),
    until: described(instant.optional(), {
      en: "the date: accepted until (`accept`, at most a year on), due (`due`), or expected (`remediate`)",
      ko: "날짜: 수용 기한(`accept`, 길어야 1년), 조치 기한(`due`), 조치 예정(`remediate`)",
    }),
    person: described(id.optional(), {
      en: "id of the person of the organisation to whom they are assigned (`assign`)",
      ko: "배정할 기관 사용자의 식별자(`assign`)",
    }),
    all: described(z.boolean().default(false), {
      en: "does nothing at all where any of them would be refused",
      ko: "`true`이면 하나라도 바꿀 수 없을 때 아무것도 바꾸지 않습니다",
    }),
    preview,
  }),
  output: z.object({
    action: described(id.nullable(), {
      en: "id of the action, by which it is undone; null where nothing was changed",
      ko: "되돌릴 때 쓰는 작업 식별자. 바뀐 것이 없으면 null",
    }),
    selected: described(z.int(), { en: "exposures that were meant", ko: "선택된 노출 수" }),
    changed: described(z.int(), { en: "exposures that were changed", ko: "바뀐 노출 수" }),
    unchanged: described(z.int(), { en: "exposures that were so already", ko: "이미 그 상태인 노출 수" }),
    refused,
  }),
  errors: [
    ...selectionErrors,
    "exposure.field-missing",
    "exposure.impossible-date",
    "exposure.unknown-person",
    "exposure.not-permitted-to-accept",
    "exposure.some-refused",
  ],
  creates: true,
  records: ["action", "until", "person", "expected", "where", "preview"],
});

/** One bulk action, for the list of what was done. */
export const actionLine = z.object({
  id: described(id, { en: "by which it is undone", ko: "작업의 식별자" }),
  at: described(instant, { en: "when it was done", ko: "작업한 시각" }),
  by: described(doer, { en: "who did it", ko: "작업한 사용자나 서비스 계정" }),
  action: described(wordOf(recordedActions), { en: "what was done", ko: "한 일" }),
  text: described(z.string().nullable(), { en: "what they said; null without a word", ko: "남긴 말. 없으면 null" }),
  until: described(instant.nullable(), { en: "the date that was set; null without one", ko: "정한 날짜. 없으면 null" }),
  assignee: described(z.string().nullable(), {
    en: "to whom it was assigned, by name; null otherwise",
    ko: "배정받은 사용자의 이름. 아니면 null",
  }),
  changed: described(z.int(), { en: "exposures that it changed", ko: "바뀐 노출 수" }),
  undoneAt: described(instant.nullable(), {
    en: "when it was undone; null where it was not",
    ko: "되돌린 시각. 되돌리지 않았으면 null",
  }),
  undoes: described(id.nullable(), {
    en: "the action that it undid; null otherwise",
    ko: "되돌린 작업의 식별자. 아니면 null",
  }),
  undoable: described(z.boolean(), { en: "whether it can still be undone", ko: "아직 되돌릴 수 있는지" }),
});

export const listActions = contract({
  name: "exposure.listActions",
  method: "GET",
  path: "/organisations/{organisation}/exposure-actions",
  summary: { en: "List what was done with an organisation's exposures", ko: "기관의 노출에 한 작업 목록" },
  who: [member],
  input: ofOrganisation.extend(paging(["-at"])),
  output: pageOf(actionLine),
  errors: ["members.unknown-organisation"],
});

export const undoAction = contract({
  name: "exposure.undoAction",
  method: "POST",
  path: "/organisations/{organisation}/exposure-actions/{action}/undo",
  summary: { en: "Undo an action, within a day", ko: "작업 되돌리기(하루 안)" },
  who: [inOrganisation("analyst")],
  input: ofOrganisation.extend({
    action: described(id, { en: "id of the action", ko: "작업의 식별자" }),
  }),
  output: z.object({
    action: described(id, { en: "id of the undoing itself", ko: "되돌린 작업의 식별자" }),
    restored: described(z.int(), { en: "exposures that are as before", ko: "원래대로 돌아간 노출 수" }),
    refused,
  }),
  errors: [
    "members.unknown-organisation",
    "exposure.unknown-action",
    "exposure.undone-already",
    "exposure.cannot-undo",
  ],
});
