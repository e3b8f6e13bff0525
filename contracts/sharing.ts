import { z } from "zod";
import { contract } from "./contract.ts";
import { handle, id, instant, line, prose, wordOf } from "./fields.ts";
import { pageOf, paging } from "./page.ts";
import { anyone, inOrganisation } from "./who.ts";

/** What a report is. */
export const reportKinds = {
  note: { en: "Situation note", ko: "상황 공유" },
  warning: { en: "Warning", ko: "경보" },
  question: { en: "Question", ko: "질문" },
};

/** TLP 2.0 (FIRST): the label as written, with or without `TLP:`. */
export const tlp = z.enum(["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"]);

const marking = {
  /** Without a label it stays with the organisation that shares it. */
  tlp: z.string().max(40).nullable().default(null),
  circles: z.array(handle).max(500).default([]),
  organisations: z.array(handle).max(500).default([]),
  /** The people who see RED besides its author: ids or e-mail addresses. */
  named: z.array(z.string().min(1).max(254)).max(500).default([]),
  /** Until then only the audience sees it. */
  embargoUntil: instant.nullable().default(null),
};

const reference = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("report"), id }),
  z.object({ kind: z.literal("vulnerability"), name: line(100) }),
  z.object({ kind: z.literal("asset"), organisation: handle, id }),
]);

const markingView = z.object({
  tlp: tlp.nullable(),
  circles: z.array(z.string()),
  organisations: z.array(z.string()),
  named: z.array(id),
  embargoUntil: instant.nullable(),
});

const who = z.object({ id, name: z.string() });

const reportItem = z.object({
  id,
  owner: z.object({ handle, name: z.object({ en: z.string(), ko: z.string() }) }),
  author: who.nullable(),
  kind: z.string(),
  title: z.string(),
  revision: z.int(),
  createdAt: instant,
  changedAt: instant,
  withdrawnAt: instant.nullable(),
  marking: markingView,
});

export const report = reportItem.extend({
  /** Markdown, as written. */
  text: z.string(),
  references: z.array(
    z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("report"), id, title: z.string() }),
      z.object({ kind: z.literal("vulnerability"), name: z.string() }),
      z.object({ kind: z.literal("asset"), organisation: z.string(), id, name: z.string() }),
    ]),
  ),
  citedBy: z.array(z.object({ id, title: z.string() })),
});

const draft = {
  kind: wordOf(reportKinds),
  title: line(200),
  /** Markdown. */
  text: prose(100_000),
  references: z.array(reference).max(100).default([]),
};

const filters = {
  kind: wordOf(reportKinds).optional(),
  tlp: tlp.optional(),
  /** Handle of the organisation that shared it. */
  owner: handle.optional(),
  circle: handle.optional(),
  /** Words that all stand in its title or text. */
  search: z.string().max(200).optional(),
  vulnerability: z.string().max(100).optional(),
  changedAfter: instant.optional(),
  withdrawn: z.boolean().optional(),
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
  output: z.object({ count: z.int() }),
});

export const showReport = contract({
  name: "sharing.showReport",
  method: "GET",
  path: "/reports/{report}",
  summary: { en: "Show a report", ko: "보고 보기" },
  who: [anyone],
  input: z.object({ report: id }),
  output: report,
  errors: ["sharing.unknown-report"],
});

export const showReportHistory = contract({
  name: "sharing.showReportHistory",
  method: "GET",
  path: "/reports/{report}/history",
  summary: { en: "Show the revisions of a report that I may see", ko: "볼 수 있는 보고 이력" },
  who: [anyone],
  input: z.object({ report: id }),
  output: z.object({
    items: z.array(
      z.object({
        revision: z.int(),
        action: z.string(),
        kind: z.string(),
        title: z.string(),
        text: z.string(),
        at: instant,
        by: who.nullable(),
        marking: markingView,
      }),
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
  summary: { en: "Share a report under a marking", ko: "등급을 붙여 보고 공유" },
  who: [inOrganisation("reporter")],
  input: z.object({ organisation: handle, ...draft, ...marking }),
  output: report,
  creates: true,
  records: ["kind", "tlp", "circles", "organisations", "embargoUntil"],
  errors: [...faults, "sharing.unknown-reference"],
});

export const reviseReport = contract({
  name: "sharing.reviseReport",
  method: "PATCH",
  path: "/reports/{report}",
  summary: { en: "Revise a report of one's own organisation", ko: "우리 기관의 보고 수정" },
  who: [inOrganisation("reporter")],
  input: z.object({
    report: id,
    kind: draft.kind.optional(),
    title: draft.title.optional(),
    text: draft.text.optional(),
    references: z.array(reference).max(100).optional(),
  }),
  output: report,
  errors: ["sharing.unknown-report", "sharing.not-owner", "sharing.withdrawn", "sharing.unknown-reference"],
});

export const markReport = contract({
  name: "sharing.markReport",
  method: "PUT",
  path: "/reports/{report}/marking",
  summary: {
    en: "Give a report another marking: narrower at once, wider with a second person's consent",
    ko: "보고의 등급 변경: 좁히기는 즉시, 넓히기는 두 번째 사람의 동의 뒤",
  },
  who: [inOrganisation("reporter")],
  input: z.object({
    report: id,
    ...marking,
    /** Why it should be wider; those who decide read it. */
    reason: prose(2000).default(""),
  }),
  output: z.object({
    outcome: z.enum(["marked", "requested"]),
    /** The request that waits for consent. */
    approval: id.nullable(),
    /** What lets others in. */
    reasons: z.array(z.string()),
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
  input: z.object({ report: id }),
  output: report,
  errors: ["sharing.unknown-report", "sharing.not-owner", "sharing.withdrawn"],
});

const receiving = z.object({
  /** `anyone`, `members`, `organisations` or `people`. */
  reach: z.string(),
  organisations: z.array(z.object({ handle, name: z.object({ en: z.string(), ko: z.string() }) })),
  people: z.array(who),
});

export const whoWillReceive = contract({
  name: "sharing.whoWillReceive",
  method: "POST",
  path: "/organisations/{organisation}/receivers",
  summary: {
    en: "Ask who will receive what is shared under this marking",
    ko: "이 등급으로 공유하면 누가 받는지 확인",
  },
  who: [inOrganisation("reporter")],
  input: z.object({ organisation: handle, ...marking }),
  output: z.object({
    now: receiving,
    /** From the end of the embargo on; null without one. */
    afterEmbargo: receiving.nullable(),
  }),
  agent: "free",
  errors: faults,
});
