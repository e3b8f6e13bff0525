import type { Text } from "@bongsu/base";
import { z } from "zod";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { handle, id, instant, line, prose, wordOf } from "./fields.ts";
import { marking, markingView, reference, tlp } from "./marking.ts";
import { personId, reportId } from "./naming.ts";
import { pageOf, paging } from "./page.ts";
import { anyone, inOrganisation } from "./who.ts";

/** What a report is. */
export const reportKinds = {
  note: { en: "Situation note", ko: "상황 공유" },
  warning: { en: "Warning", ko: "경보" },
  question: { en: "Question", ko: "질문" },
} satisfies Record<string, Text>;

export type ReportKind = keyof typeof reportKinds;

const who = z.object({
  id: personId,
  name: described(z.string(), { en: "what the person is called", ko: "사용자의 이름" }),
});

const reportItem = z.object({
  id: described(id, { en: "by which the report is cited", ko: "보고의 식별자" }),
  owner: described(
    z.object({
      handle: described(handle, { en: "handle of the organisation", ko: "기관의 짧은 이름" }),
      name: described(z.object({ en: z.string(), ko: z.string() }), { en: "what it is called", ko: "기관의 이름" }),
    }),
    { en: "the organisation that shares it", ko: "공유한 기관" },
  ),
  author: described(who.nullable(), {
    en: "who wrote it; null for readers who are not colleagues",
    ko: "작성자. 동료가 아닌 사람에게는 null",
  }),
  kind: described(z.string(), { en: "a situation note, a warning or a question", ko: "상황 공유, 경보, 질문" }),
  title: described(z.string(), { en: "what it is about, in one line", ko: "한 줄 제목" }),
  revision: described(z.int(), { en: "counts its revisions, from 1", ko: "개정 번호(1부터)" }),
  createdAt: described(instant, { en: "when it was shared", ko: "공유한 시각" }),
  changedAt: described(instant, {
    en: "when it was last revised or marked",
    ko: "마지막으로 고치거나 표시를 바꾼 시각",
  }),
  withdrawnAt: described(instant.nullable(), {
    en: "when it was withdrawn; null while it stands",
    ko: "철회한 시각. 유효하면 null",
  }),
  marking: described(markingView, { en: "who may see it", ko: "볼 수 있는 범위" }),
});

export const report = reportItem.extend({
  text: described(z.string(), { en: "Markdown, as written", ko: "적힌 그대로의 Markdown" }),
  references: described(
    z.array(
      z.discriminatedUnion("kind", [
        z.object({
          kind: z.literal("report"),
          id: described(id, { en: "of the report that it points to", ko: "가리키는 보고의 식별자" }),
          title: described(z.string(), { en: "what that report is about", ko: "그 보고의 제목" }),
        }),
        z.object({
          kind: z.literal("vulnerability"),
          name: described(z.string(), { en: "of the vulnerability that it points to", ko: "가리키는 취약점의 이름" }),
        }),
        z.object({
          kind: z.literal("asset"),
          organisation: described(z.string(), {
            en: "handle of the organisation that has the asset",
            ko: "자산을 가진 기관의 짧은 이름",
          }),
          id: described(id, { en: "of the asset that it points to", ko: "가리키는 자산의 식별자" }),
          name: described(z.string(), {
            en: "what that organisation calls the asset",
            ko: "그 기관이 부르는 자산 이름",
          }),
        }),
      ]),
    ),
    { en: "what it points to, as far as the reader may see that", ko: "가리키는 것들(읽는 사람이 볼 수 있는 만큼)" },
  ),
  citedBy: described(
    z.array(
      z.object({
        id: described(id, { en: "of the report that points here", ko: "가리키는 쪽 보고의 식별자" }),
        title: described(z.string(), { en: "what it is about", ko: "그 보고의 제목" }),
      }),
    ),
    {
      en: "reports that point to this one, as far as the reader may see them",
      ko: "이 보고를 가리키는 보고(읽는 사람이 볼 수 있는 만큼)",
    },
  ),
});

const draft = {
  kind: described(wordOf(reportKinds), {
    en: "a situation note, a warning or a question",
    ko: "상황 공유, 경보, 질문 중 하나",
  }),
  title: described(line(200), { en: "what it is about, in one line", ko: "한 줄 제목" }),
  text: described(prose(100_000), { en: "what there is to say, as Markdown", ko: "내용(Markdown)" }),
  references: described(z.array(reference).max(100).default([]), {
    en: "reports, vulnerabilities and assets that it points to; readers see those that they may see",
    ko: "가리킬 보고, 취약점, 자산. 읽는 사람에게는 볼 수 있는 것만 보입니다",
  }),
};

const filters = {
  kind: described(wordOf(reportKinds).optional(), { en: "only reports of this kind", ko: "이 종류의 보고만" }),
  tlp: described(tlp.optional(), { en: "only reports with this label", ko: "이 TLP 표시의 보고만" }),
  owner: described(handle.optional(), {
    en: "handle of the organisation that shared it",
    ko: "공유한 기관의 짧은 이름",
  }),
  circle: described(handle.optional(), {
    en: "handle of a circle of one's own, for which it is",
    ko: "공유 대상인 내 모임의 짧은 이름",
  }),
  search: described(z.string().max(200).optional(), {
    en: "words that all stand in its title or text, in any case",
    ko: "제목이나 본문에 모두 들어 있는 낱말(대소문자 무관)",
  }),
  vulnerability: described(z.string().max(100).optional(), {
    en: "only reports that point to this vulnerability",
    ko: "이 취약점을 가리키는 보고만",
  }),
  changedAfter: described(instant.optional(), {
    en: "only reports that were changed after this time",
    ko: "이 시각 뒤에 바뀐 보고만",
  }),
  withdrawn: described(z.boolean().optional(), {
    en: "only those that were withdrawn, or only those that stand",
    ko: "철회된 것만(`true`), 또는 유효한 것만(`false`)",
  }),
};

export const listReports = contract({
  name: "sharing.listReports",
  method: "GET",
  path: "/reports",
  summary: { en: "List the reports that I may see", ko: "볼 수 있는 보고 목록" },
  who: [anyone],
  input: z.object({ ...paging(["-changed"]), ...filters }),
  output: pageOf(reportItem),
});

export const countReports = contract({
  name: "sharing.countReports",
  method: "GET",
  path: "/reports/count",
  summary: { en: "Count the reports that I may see", ko: "볼 수 있는 보고 수" },
  who: [anyone],
  input: z.object(filters),
  output: z.object({
    count: described(z.int(), { en: "how many there are that you may see", ko: "볼 수 있는 보고의 수" }),
  }),
});

export const showReport = contract({
  name: "sharing.showReport",
  method: "GET",
  path: "/reports/{report}",
  summary: { en: "Show a report", ko: "보고 보기" },
  who: [anyone],
  input: z.object({ report: reportId }),
  output: report,
  errors: ["sharing.unknown-report"],
});

export const showReportHistory = contract({
  name: "sharing.showReportHistory",
  method: "GET",
  path: "/reports/{report}/history",
  summary: { en: "Show the revisions of a report that I may see", ko: "볼 수 있는 보고 이력" },
  who: [anyone],
  input: z.object({ report: reportId }),
  output: z.object({
    items: described(
      z.array(
        z.object({
          revision: described(z.int(), { en: "counts its revisions, from 1", ko: "개정 번호(1부터)" }),
          action: described(z.string(), {
            en: "what was done: `shared`, `revised`, `marked`, `withdrawn`",
            ko: "한 일: `shared`(공유), `revised`(수정), `marked`(표시 변경), `withdrawn`(철회)",
          }),
          kind: described(z.string(), {
            en: "what it was then: a situation note, a warning or a question",
            ko: "당시의 종류: 상황 공유, 경보, 질문",
          }),
          title: described(z.string(), { en: "what it was about then", ko: "당시의 제목" }),
          text: described(z.string(), { en: "Markdown, as it was then", ko: "당시의 본문(Markdown)" }),
          at: described(instant, { en: "when this revision was made", ko: "이 개정을 만든 시각" }),
          by: described(who.nullable(), {
            en: "who made it; null for readers who are not colleagues",
            ko: "만든 사람. 동료가 아닌 사람에게는 null",
          }),
          marking: described(markingView, { en: "the marking under which it was written", ko: "작성 당시의 표시" }),
        }),
      ),
      { en: "its revisions, the newest first", ko: "개정 목록(최신순)" },
    ),
  }),
  errors: ["sharing.unknown-report"],
});

const faults = [
  "sharing.unknown-circle",
  "sharing.unknown-audience",
  "sharing.unknown-person",
  "sharing.embargo-past",
  "sharing.reaches-nobody",
  "markings.unknown-label",
];

export const shareReport = contract({
  name: "sharing.shareReport",
  method: "POST",
  path: "/organisations/{organisation}/reports",
  summary: { en: "Share a report under a marking", ko: "표시를 붙여 보고 공유" },
  who: [inOrganisation("reporter")],
  input: z.object({
    organisation: described(handle, {
      en: "handle of the organisation that shares it",
      ko: "공유하는 기관의 짧은 이름",
    }),
    ...draft,
    ...marking,
  }),
  output: report,
  creates: true,
  records: ["kind", "tlp", "circles", "organisations", "embargoUntil"],
  errors: [...faults, "sharing.unknown-reference", "sharing.invalid-draft"],
});

export const reviseReport = contract({
  name: "sharing.reviseReport",
  method: "PATCH",
  path: "/reports/{report}",
  summary: { en: "Revise a report of one's own organisation", ko: "우리 기관의 보고 수정" },
  who: [inOrganisation("reporter")],
  input: z.object({
    report: reportId,
    kind: draft.kind.optional(),
    title: draft.title.optional(),
    text: draft.text.optional(),
    references: described(z.array(reference).max(100).optional(), {
      en: "everything that it points to from now on; left out, it stays",
      ko: "이제부터 가리킬 것 전체. 지정하지 않으면 그대로 둡니다",
    }),
  }),
  output: report,
  errors: [
    "sharing.unknown-report",
    "sharing.not-owner",
    "sharing.withdrawn",
    "sharing.unknown-reference",
    "sharing.invalid-draft",
  ],
});

export const markReport = contract({
  name: "sharing.markReport",
  method: "PUT",
  path: "/reports/{report}/marking",
  summary: {
    en: "Give a report another marking: narrower at once, wider with a second person's consent",
    ko: "보고의 표시 변경: 좁히기는 즉시, 넓히기는 두 번째 사람의 승인 뒤",
  },
  who: [inOrganisation("reporter")],
  input: z.object({
    report: reportId,
    ...marking,
    reason: described(prose(2000).default(""), {
      en: "why it should be wider; those who decide read it",
      ko: "범위를 넓히는 이유. 결정하는 사람이 읽습니다",
    }),
  }),
  output: z.object({
    outcome: described(z.enum(["marked", "requested"]), {
      en: "`marked`: it holds already; `requested`: it lets others in, and waits for a second person",
      ko: "`marked`: 이미 적용됨. `requested`: 보는 사람이 늘어나므로 두 번째 사람의 승인을 기다림",
    }),
    approval: described(id.nullable(), {
      en: "id of the request that waits; null where it holds already",
      ko: "대기 중인 승인 요청의 식별자. 이미 적용되었으면 null",
    }),
    reasons: described(z.array(z.string()), {
      en: "what lets others in: `wider-label`, `more-organisations`, `shorter-embargo` …",
      ko: "보는 사람이 늘어나는 까닭: `wider-label`, `more-organisations`, `shorter-embargo` 등",
    }),
  }),
  approval: true,
  records: ["tlp", "circles", "organisations", "embargoUntil"],
  errors: [...faults, "sharing.unknown-report", "sharing.not-owner", "sharing.withdrawn"],
});

export const withdrawReport = contract({
  name: "sharing.withdrawReport",
  method: "POST",
  path: "/reports/{report}/withdrawal",
  summary: { en: "Withdraw a report", ko: "보고 철회" },
  who: [inOrganisation("reporter")],
  input: z.object({ report: reportId }),
  output: report,
  errors: ["sharing.unknown-report", "sharing.not-owner", "sharing.withdrawn"],
});

const receiving = z.object({
  reach: described(z.string(), {
    en: "in short: `anyone`, `members`, `organisations` or `people`",
    ko: "요약: `anyone`(누구나), `members`(모든 회원), `organisations`(기관), `people`(사용자)",
  }),
  organisations: described(
    z.array(
      z.object({
        handle: described(handle, { en: "handle of the organisation", ko: "기관의 짧은 이름" }),
        name: described(z.object({ en: z.string(), ko: z.string() }), { en: "what it is called", ko: "기관의 이름" }),
      }),
    ),
    { en: "every organisation whose people and keys see it", ko: "볼 수 있는 기관 전체" },
  ),
  people: described(z.array(who), {
    en: "everybody who sees it by name: RED only",
    ko: "이름으로 지정되어 볼 수 있는 사용자 전체(RED만)",
  }),
});

export const whoWillReceive = contract({
  name: "sharing.whoWillReceive",
  method: "POST",
  path: "/organisations/{organisation}/receivers",
  summary: {
    en: "Ask who will receive what is shared under this marking",
    ko: "이 표시로 공유하면 누가 받는지 확인",
  },
  who: [inOrganisation("reporter")],
  input: z.object({
    organisation: described(handle, {
      en: "handle of the organisation that would share it",
      ko: "공유할 기관의 짧은 이름",
    }),
    ...marking,
  }),
  output: z.object({
    now: described(receiving, { en: "who sees it at once", ko: "바로 볼 수 있는 곳" }),
    afterEmbargo: described(receiving.nullable(), {
      en: "who sees it from the end of the embargo on; null without one",
      ko: "엠바고가 끝난 뒤 볼 수 있는 곳. 엠바고가 없으면 null",
    }),
  }),
  agent: "free",
  errors: faults,
});
