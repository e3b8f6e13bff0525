import type { Text } from "@bongsu/base";
import { z } from "zod";
import { contract } from "./contract.ts";
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
  id,
  kind: wordOf(approvalKinds),
  /** In words, what will be done. */
  description: text(2000),
  subject: z.object({ kind: z.string(), id: z.string() }),
  /** Handle of the organisation whose people decide; null where it is the hub's. */
  organisation: handle.nullable(),
  reason: prose(2000),
  requestedBy: z.string(),
  requestedAt: instant,
  expiresAt: instant,
  state: wordOf(approvalStates),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  decisionReason: prose(2000),
  /** Whether the viewer is a second person who may decide. */
  mayDecide: z.boolean(),
});

const one = z.object({ approval: id });
const person = "approvals.not-permitted-to-machines";
const decided = [person, "approvals.unknown-approval", "approvals.already-decided", "approvals.expired"];

export const listApprovals = contract({
  name: "approvals.listApprovals",
  method: "GET",
  path: "/approvals",
  summary: { en: "List what waits for a second person, and what became of it", ko: "2인 승인 목록" },
  who: [member],
  input: z.object({ ...paging(["-requested"]), state: wordOf(approvalStates).optional() }),
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
  input: one.extend({ reason: prose(2000).default("") }),
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
  input: one.extend({ reason: prose(2000).default("") }),
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
