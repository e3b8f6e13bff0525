import type { Text } from "@bongsu/base";
import { z } from "zod";
import { described } from "./described.ts";
import { handle, id, instant, line, prose, text, wordOf } from "./fields.ts";
import { tlp } from "./marking.ts";
import { region } from "./organisation.ts";
import { sectors } from "./words.ts";

/** How an organisation stands with what a campaign asks, the one that needs somebody's call first. */
export const campaignStandings = {
  silent: { en: "silent", ko: "무응답" },
  new: { en: "not yet acknowledged", ko: "미확인" },
  working: { en: "working on it", ko: "조치 중" },
  accepted: { en: "risk accepted", ko: "위험 수용" },
  unknown: { en: "unknown: no fresh inventory", ko: "확인 불가(최신 구성 목록 없음)" },
  done: { en: "done", ko: "조치됨" },
  "not-affected": { en: "not affected", ko: "영향 없음" },
  "not-exposed": { en: "not exposed", ko: "노출 없음" },
} satisfies Record<string, Text>;

export type CampaignStanding = keyof typeof campaignStandings;

/** What an organisation answers to a nudge or a campaign. */
export const answerWords = {
  working: { en: "We are working on it", ko: "조치 중" },
  "not-affected": { en: "We are not affected", ko: "영향 없음" },
  "need-help": { en: "We need help", ko: "도움 필요" },
  late: { en: "We will be late", ko: "지연 예정" },
} satisfies Record<string, Text>;

export type AnswerWord = keyof typeof answerWords;

export const campaignStates = {
  running: { en: "running", ko: "진행 중" },
  overdue: { en: "past its due time", ko: "기한 지남" },
  ended: { en: "ended", ko: "종료됨" },
} satisfies Record<string, Text>;

export type CampaignState = keyof typeof campaignStates;

export const campaignId = described(id, { en: "id of the campaign", ko: "캠페인의 식별자" });

/** What an organisation sends as its answer. */
export const answerInput = {
  answer: described(wordOf(answerWords), { en: "where you stand, in one word", ko: "현재 상황을 나타내는 답" }),
  text: described(line(500).optional(), {
    en: "a short explanation for whoever asks; plain text",
    ko: "요청한 쪽에 전할 짧은 설명(일반 텍스트)",
  }),
  until: described(instant.optional(), {
    en: "when you expect to be done; needed with `late`",
    ko: "완료 예정 시각. `late`이면 필요합니다",
  }),
};

export const answerView = z.object({
  answer: described(wordOf(answerWords), { en: "where the organisation says it stands", ko: "기관이 밝힌 상황" }),
  text: described(z.string().nullable(), { en: "its explanation; null without one", ko: "덧붙인 설명. 없으면 null" }),
  until: described(instant.nullable(), {
    en: "when it expects to be done; null where it did not say",
    ko: "완료 예정 시각. 밝히지 않았으면 null",
  }),
  at: described(instant, { en: "when it answered", ko: "답한 시각" }),
});

const titled = (longest: number) => z.object({ en: prose(longest), ko: prose(longest) });

/** What whoever makes a campaign says of it. */
export const campaignTexts = {
  title: described(text(200), { en: "what is asked, in one line, in both languages", ko: "요청을 한 줄로(두 언어)" }),
  description: described(titled(4_000), {
    en: "why, and what to do, in both languages; plain text",
    ko: "이유와 할 일(두 언어, 일반 텍스트)",
  }),
};

export const campaignDue = {
  dueAt: described(instant, { en: "by when it should be done", ko: "완료를 요청하는 시각" }),
  zone: described(line(64), {
    en: "time zone in which people read that time (IANA), such as `Asia/Seoul`",
    ko: "그 시각을 표시할 시간대(IANA), 예: `Asia/Seoul`",
  }),
};

export const audienceFields = {
  sectors: described(z.array(wordOf(sectors)).max(20).default([]), {
    en: "only organisations of these sectors; without any, of every sector in your reach",
    ko: "이 분야의 기관만. 지정하지 않으면 담당하는 모든 분야",
  }),
  regions: described(z.array(region).max(100).default([]), {
    en: "only organisations of these regions; without any, of every region",
    ko: "이 지역의 기관만. 지정하지 않으면 모든 지역",
  }),
  organisations: described(z.array(handle).max(5_000).default([]), {
    en: "these organisations as well, by their handles; alone, only they",
    ko: "추가할 기관의 짧은 이름. 이것만 지정하면 이 기관들만",
  }),
  circles: described(z.array(handle).max(100).default([]), {
    en: "members of these circles as well, by their handles; alone, only they",
    ko: "추가할 모임의 짧은 이름. 이것만 지정하면 그 구성 기관들만",
  }),
};

const counts = (en: string, ko: string) => described(z.int(), { en, ko });

/** Organisations by how they stand; a sum over those whom the caller sees and over whole groups of at least five others. */
export const campaignCounts = z.object({
  asked: counts("organisations that were found exposed, then or later", "그동안 노출이 확인된 기관 수"),
  atStart: counts("of them, those exposed when the campaign began", "그 가운데 시작 때 이미 노출되어 있던 기관 수"),
  exposed: counts("organisations that are exposed now", "지금 노출되어 있는 기관 수"),
  silent: counts("exposed, without a reaction in the time for it", "노출 상태로 기한 안에 반응이 없는 기관 수"),
  new: counts("exposed, with time left to react", "노출 상태이고 확인 기한이 남은 기관 수"),
  working: counts("exposed, and working on it", "조치하고 있는 기관 수"),
  accepted: counts("exposed, with the risk accepted", "위험을 수용한 기관 수"),
  unknown: counts(
    "organisations of whom nobody can say: they have no fresh inventory",
    "최신 구성 목록이 없어 확인할 수 없는 기관 수",
  ),
  done: counts("done, by a fresh inventory", "조치가 끝난 기관 수(최신 구성 목록 기준)"),
  declared: counts("of those done, by their own word alone so far", "그 가운데 아직 기관의 말로만 끝난 기관 수"),
  notAffected: counts("found not to be affected", "영향이 없는 것으로 확인된 기관 수"),
  notExposed: counts("never exposed, by a fresh inventory", "노출된 적이 없는 기관 수(최신 구성 목록 기준)"),
});

export const campaignProgress = z.object({
  total: described(campaignCounts, { en: "all that may be shown together", ko: "보여 줄 수 있는 전체 합계" }),
  uncounted: described(z.int(), {
    en: "organisations of the audience in no figure: fewer than five in their sector (or region), and none of them seen",
    ko: "분야(또는 지역)에 다섯 곳 미만이고 현황을 볼 수 없어 어느 수치에도 넣지 않은 대상 기관 수",
  }),
  bySector: described(
    z.array(
      campaignCounts.extend({ sector: described(wordOf(sectors), { en: "the sector counted", ko: "집계한 분야" }) }),
    ),
    { en: "the same by sector", ko: "분야별 수치" },
  ),
  byRegion: described(z.array(campaignCounts.extend({ region })), {
    en: "the same by region, as far as five stand behind each figure; may add up to less than the total",
    ko: "지역별 수치. 다섯 곳 이상인 것만 나오므로 합이 전체보다 작을 수 있습니다",
  }),
  days: described(
    z.array(
      z.object({
        day: described(z.iso.date(), { en: "the day, in the campaign's time zone", ko: "날짜(캠페인의 시간대)" }),
        exposed: counts("organisations exposed at the end of the day", "그날 마지막에 노출되어 있던 기관 수"),
        silent: counts("of them, those silent", "그 가운데 무응답 기관 수"),
        done: counts("done by then", "그때까지 끝낸 기관 수"),
        notAffected: counts("found not affected by then", "그때까지 영향 없음으로 확인된 기관 수"),
        ideal: described(z.number(), {
          en: "exposed organisations on a straight line from the beginning to the due time",
          ko: "시작부터 기한까지 고르게 줄었을 때의 노출 기관 수",
        }),
      }),
    ),
    { en: "a point for each day: the burn-down", ko: "날짜별 수치(번다운)" },
  ),
  countedAt: described(instant.nullable(), {
    en: "when it was counted last; null before the first time",
    ko: "마지막으로 집계한 시각. 처음 집계하기 전이면 null",
  }),
});

/** How one of the caller's own organisations stands in a campaign. */
export const ownPart = z.object({
  organisation: described(handle, { en: "handle of your organisation", ko: "내 기관의 짧은 이름" }),
  standing: described(wordOf(campaignStandings), { en: "how it stands", ko: "기관의 상태" }),
  open: counts("what is still to be done: exposures, or uses of the package", "남은 노출(또는 패키지 사용) 수"),
  done: counts("what is done", "조치된 수"),
  silentFrom: described(instant.nullable(), {
    en: "until when a reaction is hoped for; null where there was one",
    ko: "확인을 요청하는 시각. 이미 반응했으면 null",
  }),
  answer: described(answerView.nullable(), { en: "what it answered; null so far", ko: "보낸 답. 아직이면 null" }),
});

export const campaign = z.object({
  id: campaignId,
  title: campaignTexts.title,
  description: campaignTexts.description,
  vulnerabilities: described(z.array(z.string()), {
    en: "vulnerabilities that it is about, as they were named; empty for a package",
    ko: "대상 취약점의 이름. 패키지가 대상이면 빈 목록",
  }),
  package: described(z.string().nullable(), {
    en: "package URL of the package that it is about; null for vulnerabilities",
    ko: "대상 패키지의 URL. 취약점이 대상이면 null",
  }),
  range: described(z.string().nullable(), {
    en: "versions that it is about; null: all of them",
    ko: "대상 버전 범위. null이면 모든 버전",
  }),
  startsAt: described(instant, { en: "when it began", ko: "시작한 시각" }),
  ...campaignDue,
  state: described(wordOf(campaignStates), { en: "whether it goes on", ko: "캠페인의 진행 여부" }),
  endedAt: described(instant.nullable(), {
    en: "when it was ended; null while it goes on",
    ko: "종료한 시각. 진행 중이면 null",
  }),
  owner: described(
    z.object({
      handle: described(handle, { en: "handle of the organisation that asks", ko: "요청한 기관의 짧은 이름" }),
      name: described(text(200), { en: "what that organisation is called", ko: "요청한 기관의 이름" }),
    }),
    { en: "who asks", ko: "요청한 기관" },
  ),
  tlp: described(tlp, { en: "how far you may pass it on (TLP 2.0)", ko: "전달해도 되는 범위(TLP 2.0)" }),
  audience: described(z.object(audienceFields).nullable(), {
    en: "whom it asks; null for those who are asked",
    ko: "요청 대상. 요청을 받는 쪽에는 null",
  }),
  mine: described(z.array(ownPart), { en: "your own organisations in it", ko: "내 기관의 상황" }),
});

export const campaignDetails = campaign.extend({
  progress: described(campaignProgress.nullable(), {
    en: "how it goes, for coordinators and auditors; null for others",
    ko: "진행 현황. 조정자와 감사자가 아니면 null",
  }),
  work: described(
    z.array(
      z.object({
        organisation: described(handle, { en: "handle of your organisation", ko: "내 기관의 짧은 이름" }),
        asset: described(z.string(), { en: "name of the asset", ko: "자산의 이름" }),
        package: described(z.string(), { en: "name of the package", ko: "패키지의 이름" }),
        version: described(z.string(), { en: "the version in use", ko: "쓰고 있는 버전" }),
        vulnerability: described(z.string().nullable(), {
          en: "name of the vulnerability; null where the campaign is about a package",
          ko: "취약점의 이름. 패키지가 대상인 캠페인이면 null",
        }),
        fixedVersion: described(z.string().nullable(), {
          en: "the first version without it; null where none is named",
          ko: "처음으로 고쳐진 버전. 없으면 null",
        }),
        state: described(z.string().nullable(), {
          en: "where the exposure stands; null for the mere use of a package",
          ko: "노출의 상태. 패키지 사용이면 null",
        }),
      }),
    ),
    { en: "what is still to be done in your own organisations: the first 200", ko: "내 기관에 남은 일(처음 200건)" },
  ),
});
