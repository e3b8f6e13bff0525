import type { Text } from "@bongsu/base";
import { z } from "zod";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { handle, id, instant, prose, text, wordOf } from "./fields.ts";
import { pageOf, paging } from "./page.ts";
import { member } from "./who.ts";

/** What nobody does alone. */
export const approvalKinds = {
  "appoint-administrator": { en: "Give the hub administrator's role", ko: "허브 관리자 지정" },
  "remove-organisation": { en: "Remove an organisation", ko: "기관 삭제" },
  "widen-marking": { en: "Widen a marking", ko: "공유 범위 확대" },
  "export-everything": { en: "Export everything", ko: "전체 내보내기" },
} satisfies Record<string, Text>;

export type ApprovalKind = keyof typeof approvalKinds;

export const approvalStates = {
  waiting: { en: "Waiting for a second person", ko: "승인 대기" },
  approved: { en: "Approved and done", ko: "승인 및 실행됨" },
  declined: { en: "Declined", ko: "거절됨" },
  withdrawn: { en: "Withdrawn", ko: "취소됨" },
  expired: { en: "Expired", ko: "만료됨" },
} satisfies Record<string, Text>;

export type ApprovalState = keyof typeof approvalStates;

export const approval = z.object({
  id: described(id, { en: "by which the request is decided", ko: "승인 요청의 식별자" }),
  kind: described(wordOf(approvalKinds), { en: "what is asked for", ko: "요청한 일의 종류" }),
  description: described(text(2000), { en: "what will be done, in words", ko: "승인하면 실행될 내용" }),
  subject: described(
    z.object({
      kind: described(z.string(), {
        en: "kind of thing: `organisation`, `person`, `report` …",
        ko: "대상의 종류: `organisation`, `person`, `report` 등",
      }),
      id: described(z.string(), { en: "what names it among its kind", ko: "그 종류 안에서의 식별자" }),
    }),
    { en: "what it is about", ko: "요청의 대상" },
  ),
  organisation: described(handle.nullable(), {
    en: "handle of the organisation whose people decide; null where it is the hub's",
    ko: "결정하는 기관의 짧은 이름. 허브의 일이면 null",
  }),
  reason: described(prose(2000), { en: "why, in the words of whoever asks", ko: "요청한 사람이 적은 이유" }),
  requestedBy: described(z.string(), { en: "name of whoever asked", ko: "요청한 사람의 이름" }),
  requestedAt: described(instant, { en: "when it was asked for", ko: "요청한 시각" }),
  expiresAt: described(instant, {
    en: "until when a second person can decide: 72 hours after it was asked for",
    ko: "두 번째 사람이 결정할 수 있는 기한(요청 후 72시간)",
  }),
  state: described(wordOf(approvalStates), {
    en: "whether it waits, or what became of it",
    ko: "대기 중인지, 어떻게 되었는지",
  }),
  decidedBy: described(z.string().nullable(), {
    en: "name of whoever decided or took it back; null while it waits",
    ko: "결정하거나 취소한 사람의 이름. 대기 중이면 null",
  }),
  decidedAt: described(instant.nullable(), {
    en: "when that was; null while it waits",
    ko: "결정하거나 취소한 시각. 대기 중이면 null",
  }),
  decisionReason: described(prose(2000), { en: "why, in the words of whoever decided", ko: "결정한 사람이 적은 이유" }),
  mayDecide: described(z.boolean(), {
    en: "whether the caller is a second person who may decide",
    ko: "호출한 사람이 두 번째 사람으로 결정할 수 있는지",
  }),
});

const one = z.object({
  approval: described(id, { en: "id of the request for a second person's consent", ko: "2인 승인 요청의 식별자" }),
});
const person = "approvals.not-permitted-to-machines";
const decided = [person, "approvals.unknown-approval", "approvals.already-decided", "approvals.expired"];

export const listApprovals = contract({
  name: "approvals.listApprovals",
  method: "GET",
  path: "/approvals",
  summary: { en: "List what waits for a second person, and what became of it", ko: "2인 승인 목록" },
  who: [member],
  input: z.object({
    ...paging(["-requested"]),
    state: described(wordOf(approvalStates).optional(), { en: "only those in this state", ko: "이 상태인 것만" }),
  }),
  output: pageOf(approval),
  errors: [person],
});

export const showApproval = contract({
  name: "approvals.showApproval",
  method: "GET",
  path: "/approvals/{approval}",
  summary: { en: "Show a request for a second person's consent", ko: "2인 승인 요청 보기" },
  who: [member],
  input: one,
  output: approval,
  errors: [person, "approvals.unknown-approval"],
});

export const approveRequest = contract({
  name: "approvals.approve",
  method: "POST",
  path: "/approvals/{approval}/approval",
  summary: { en: "Consent as the second person; it is done at once", ko: "두 번째 사람으로 승인(즉시 실행)" },
  who: [member],
  input: one.extend({
    reason: described(prose(2000).default(""), {
      en: "why you consent; kept with the request",
      ko: "승인하는 이유. 요청과 함께 남습니다",
    }),
  }),
  output: approval,
  errors: [...decided, "approvals.not-permitted-alone", "approvals.requester-left"],
  agent: "never",
  fresh: true,
});

export const declineRequest = contract({
  name: "approvals.decline",
  method: "POST",
  path: "/approvals/{approval}/refusal",
  summary: { en: "Decline as the second person", ko: "두 번째 사람으로 거절" },
  who: [member],
  input: one.extend({
    reason: described(prose(2000).default(""), {
      en: "why you decline; kept with the request",
      ko: "거절하는 이유. 요청과 함께 남습니다",
    }),
  }),
  output: approval,
  errors: [...decided, "approvals.not-permitted-alone"],
  agent: "never",
});

export const withdrawRequest = contract({
  name: "approvals.withdraw",
  method: "DELETE",
  path: "/approvals/{approval}",
  summary: { en: "Take one's own request back", ko: "내 승인 요청 취소" },
  who: [member],
  input: one,
  output: approval,
  errors: [...decided, "approvals.not-permitted-other"],
  agent: "never",
});
