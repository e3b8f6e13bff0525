import type { Text } from "@bongsu/base";
import { z } from "zod";
import { answerInput, answerView, campaignId } from "./campaign.ts";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { handle, id, instant, line, prose, text, wordOf } from "./fields.ts";
import { organisationHandle } from "./naming.ts";
import { region } from "./organisation.ts";
import { pageOf, paging } from "./page.ts";
import { inHub, inOrganisation, member } from "./who.ts";
import { sectors } from "./words.ts";

/** Why an organisation stands where it stands on the coordinator's board, the one to call first first. */
export const attentions = {
  "immediate-silent": { en: "silent on what is immediate", ko: "즉시 조치에 무응답" },
  overdue: { en: "past a due time", ko: "기한 지남" },
  "out-of-cycle-silent": { en: "silent on what is out of cycle", ko: "우선 조치에 무응답" },
  "scheduled-silent": { en: "silent on what is scheduled", ko: "정기 조치에 무응답" },
  "immediate-waiting": { en: "something immediate waits, in time", ko: "즉시 조치 확인 대기(기한 안)" },
  open: { en: "open exposures, all in time", ko: "열린 노출 모두 기한 안" },
  none: { en: "nothing open", ko: "열린 노출 없음" },
} satisfies Record<string, Text>;

export type Attention = keyof typeof attentions;

export const inventoryLevelsShown = {
  fresh: { en: "all fresh", ko: "모두 최신" },
  partly: { en: "some missing or out of date", ko: "일부 없음 또는 갱신 필요" },
  stale: { en: "none fresh", ko: "최신 목록 없음" },
  missing: { en: "none at all", ko: "구성 목록 없음" },
} satisfies Record<string, Text>;

const askerView = z.object({
  organisation: described(z.string(), { en: "handle of the organisation that asked", ko: "요청한 기관의 짧은 이름" }),
  name: described(text(200), { en: "what that organisation is called", ko: "요청한 기관의 이름" }),
  role: described(z.string(), {
    en: "as what it asked: `sector-coordinator` or `national-coordinator`",
    ko: "요청한 역할: `sector-coordinator` 또는 `national-coordinator`",
  }),
});

const count = (en: string, ko: string) => described(z.int(), { en, ko });

export const organisationStanding = z.object({
  organisation: described(
    z.object({
      handle: described(handle, { en: "handle of the organisation", ko: "기관의 짧은 이름" }),
      name: described(text(200), { en: "what it is called", ko: "기관의 이름" }),
      sector: described(wordOf(sectors), { en: "the sector that it is counted with", ko: "기관이 속한 분야" }),
      region,
    }),
    { en: "the organisation that discloses this", ko: "현황을 공개한 기관" },
  ),
  attention: described(wordOf(attentions), {
    en: "why it stands at this place of the list",
    ko: "목록에서 이 자리에 있는 까닭",
  }),
  immediate: count("open exposures to act on now (SSVC)", "즉시 조치로 판단된 열린 노출 수(SSVC)"),
  outOfCycle: count("open exposures to act on out of cycle (SSVC)", "우선 조치로 판단된 열린 노출 수(SSVC)"),
  scheduled: count("open exposures for the next maintenance (SSVC)", "정기 조치로 판단된 열린 노출 수(SSVC)"),
  defer: count("open exposures that can wait (SSVC)", "보류로 판단된 열린 노출 수(SSVC)"),
  exploited: count("open exposures to what is known to be exploited", "악용된 취약점에 의한 열린 노출 수"),
  unacknowledged: count("open exposures that nobody there has acknowledged", "아직 확인되지 않은 열린 노출 수"),
  immediateUnacknowledged: count("of these, those to act on now", "그 가운데 즉시 조치로 판단된 수"),
  overdue: count(
    "open exposures past their due time, accepted ones left out",
    "기한이 지난 열린 노출 수(위험 수용 제외)",
  ),
  unacknowledgedSince: described(instant.nullable(), {
    en: "since when the oldest of the unacknowledged waits; null without one",
    ko: "가장 오래 기다린 미확인 노출이 생긴 시각. 없으면 null",
  }),
  silentSince: described(instant.nullable(), {
    en: "since when it is silent: an exposure stayed unacknowledged beyond its time; null where it is not",
    ko: "무응답이 시작된 시각(확인 기한이 지난 노출). 무응답이 아니면 null",
  }),
  lastInventoryAt: described(instant.nullable(), {
    en: "when an SBOM last came from it; null without any",
    ko: "마지막 SBOM을 받은 시각. 없으면 null",
  }),
  lastActionAt: described(instant.nullable(), {
    en: "when somebody there last changed the state of an exposure, or answered; null if never",
    ko: "기관 사람이 노출 상태를 바꾸거나 답한 마지막 시각. 없으면 null",
  }),
  assets: count("assets that it has registered", "등록한 자산 수"),
  inventory: described(wordOf(inventoryLevelsShown), {
    en: "how fresh its inventories are",
    ko: "구성 목록의 최신 여부",
  }),
  lastNudge: described(
    askerView.extend({ at: described(instant, { en: "when it was nudged", ko: "확인을 요청한 시각" }) }).nullable(),
    {
      en: "the last nudge that it got, whoever sent it; null if never",
      ko: "마지막으로 받은 확인 요청(누가 보냈든). 없으면 null",
    },
  ),
});

export const listOrganisationStanding = contract({
  name: "campaigns.listOrganisationStanding",
  method: "GET",
  path: "/organisation-standing",
  summary: {
    en: "List how organisations stand, those that need attention first: the coordinator's board",
    ko: "주의가 필요한 순서로 기관별 현황 목록(조정자 상황판)",
  },
  who: [member],
  input: z.object({
    ...paging(["-attention"]),
    sector: described(wordOf(sectors).optional(), { en: "only organisations of this sector", ko: "이 분야의 기관만" }),
    region: described(region.optional(), { en: "only organisations of this region", ko: "이 지역의 기관만" }),
    silentHours: described(z.int().min(0).max(100_000).optional(), {
      en: "only those that have something unacknowledged for more than so many hours",
      ko: "이 시간보다 오래 확인하지 않은 것이 있는 기관만",
    }),
    overdue: described(z.boolean().optional(), {
      en: "only those with something past its due time, or only those without",
      ko: "기한이 지난 것이 있는 기관만(`true`), 또는 없는 기관만(`false`)",
    }),
    vulnerability: described(line(512).optional(), {
      en: "only those exposed to this vulnerability, by any of its names",
      ko: "이 취약점에 노출된 기관만. 어느 이름이든 됩니다",
    }),
    campaign: described(id.optional(), {
      en: "only those that this campaign still asks",
      ko: "이 캠페인의 요청이 남아 있는 기관만",
    }),
  }),
  output: pageOf(organisationStanding),
  errors: ["campaigns.unknown-campaign"],
});

export const nudgeSubjects = {
  general: { en: "in general", ko: "전반" },
  vulnerability: { en: "a vulnerability", ko: "취약점" },
  campaign: { en: "a campaign", ko: "캠페인" },
} satisfies Record<string, Text>;

export type NudgeSubject = keyof typeof nudgeSubjects;

export const nudgeView = z.object({
  id: described(id, { en: "by which the nudge is answered", ko: "확인 요청의 식별자" }),
  organisation: organisationHandle,
  subject: described(wordOf(nudgeSubjects), { en: "what kind of thing it is about", ko: "무엇에 대한 요청인지" }),
  about: described(z.string().nullable(), {
    en: "name of the vulnerability, or id of the campaign; null in general",
    ko: "취약점 이름 또는 캠페인 식별자. 전반이면 null",
  }),
  message: described(z.string().nullable(), {
    en: "words of whoever asked; null without any",
    ko: "덧붙인 말. 없으면 null",
  }),
  by: described(askerView, { en: "who asked", ko: "요청한 곳" }),
  at: described(instant, { en: "when it was sent", ko: "보낸 시각" }),
  acknowledgedAt: described(instant.nullable(), {
    en: "when somebody there acknowledged its alert; null so far",
    ko: "기관에서 알림을 확인한 시각. 아직이면 null",
  }),
  changedAt: described(instant.nullable(), {
    en: "when exposures that it is about first changed their state after it; null so far",
    ko: "요청 뒤 해당 노출의 상태가 처음 바뀐 시각. 아직이면 null",
  }),
  answer: described(answerView.nullable(), {
    en: "what the organisation answered; null so far",
    ko: "기관의 답. 아직이면 null",
  }),
});

export const outcomes = {
  asked: { en: "asked now", ko: "요청함" },
  "asked-already": { en: "asked within the last 24 hours", ko: "24시간 안에 이미 요청됨" },
  "nothing-open": { en: "has nothing open there", ko: "열린 것이 없음" },
  unknown: { en: "no such organisation, as far as you may see", ko: "볼 수 있는 범위에 없는 기관" },
} satisfies Record<string, Text>;

export const nudge = contract({
  name: "campaigns.nudge",
  method: "POST",
  path: "/nudges",
  summary: { en: "Nudge organisations: ask each of them to react", ko: "기관에 확인 요청 보내기" },
  who: [inHub("sector-coordinator"), inHub("national-coordinator")],
  input: z.object({
    organisations: described(z.array(handle).min(1).max(5_000), {
      en: "handles of the organisations to ask",
      ko: "요청할 기관의 짧은 이름",
    }),
    vulnerability: described(line(512).optional(), {
      en: "what it is about: a vulnerability, by any of its names",
      ko: "요청의 대상 취약점. 어느 이름이든 됩니다",
    }),
    campaign: described(campaignId.optional(), { en: "what it is about: a campaign", ko: "요청의 대상 캠페인" }),
    message: described(prose(1_000).optional(), {
      en: "a few words of your own; plain text",
      ko: "덧붙일 말(일반 텍스트)",
    }),
  }),
  output: z.object({
    asked: count("organisations that were asked now", "이번에 요청한 기관 수"),
    items: described(
      z.array(
        z.object({
          organisation: organisationHandle,
          outcome: described(wordOf(outcomes), { en: "what came of it", ko: "처리 결과" }),
          nudge: described(id.nullable(), {
            en: "id of the nudge that counts; null without one",
            ko: "해당하는 확인 요청의 식별자. 없으면 null",
          }),
          lastAt: described(instant.nullable(), {
            en: "when it was asked; null where it was not",
            ko: "요청된 시각. 요청되지 않았으면 null",
          }),
          lastBy: described(askerView.nullable(), {
            en: "who asked; null where nobody did",
            ko: "요청한 곳. 없으면 null",
          }),
        }),
      ),
      { en: "each organisation that was named", ko: "지정한 기관별 결과" },
    ),
  }),
  errors: [
    "campaigns.two-subjects",
    "campaigns.unknown-campaign",
    "campaigns.unknown-vulnerability",
    "campaigns.ended-already",
  ],
  creates: true,
  records: ["vulnerability", "campaign"],
});

export const listNudges = contract({
  name: "campaigns.listNudges",
  method: "GET",
  path: "/nudges",
  summary: { en: "List nudges that you sent or got, and what came of them", ko: "보내거나 받은 확인 요청과 반응 목록" },
  who: [member],
  input: z.object({
    ...paging(["-at"]),
    organisation: described(handle.optional(), { en: "only those to this organisation", ko: "이 기관에 보낸 것만" }),
    campaign: described(id.optional(), { en: "only those about this campaign", ko: "이 캠페인에 대한 것만" }),
    vulnerability: described(line(512).optional(), {
      en: "only those about this vulnerability, by any of its names",
      ko: "이 취약점에 대한 것만. 어느 이름이든 됩니다",
    }),
    answered: described(z.boolean().optional(), {
      en: "only those answered, or only those not",
      ko: "답을 받은 것만(`true`), 또는 받지 못한 것만(`false`)",
    }),
  }),
  output: pageOf(nudgeView),
});

export const answerNudge = contract({
  name: "campaigns.answerNudge",
  method: "PUT",
  path: "/organisations/{organisation}/nudges/{nudge}/answer",
  summary: { en: "Answer a nudge for your organisation", ko: "기관을 대표해 확인 요청에 답하기" },
  who: [inOrganisation("analyst")],
  input: z.object({
    organisation: organisationHandle,
    nudge: described(id, { en: "id of the nudge", ko: "확인 요청의 식별자" }),
    ...answerInput,
  }),
  output: nudgeView,
  errors: ["members.unknown-organisation", "campaigns.unknown-nudge", "campaigns.invalid-until"],
  records: ["answer"],
});
