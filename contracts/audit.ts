import { z } from "zod";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { id, instant } from "./fields.ts";
import { pageOf, paging } from "./page.ts";
import { inHub, inOrganisation } from "./who.ts";

export const auditOutcomes = {
  done: { en: "Done", ko: "완료" },
  denied: { en: "Denied", ko: "거부" },
  failed: { en: "Failed", ko: "실패" },
};

/** One entry of the trail: who did what, when, from where, on whose behalf, with which key. */
export const auditEntry = z.object({
  number: described(z.int().nullable(), {
    en: "its place in the chain; null for the moment between its writing and its numbering",
    ko: "연결에서의 순번. 기록된 뒤 순번이 붙기 전까지 null",
  }),
  id: described(id, { en: "by which it is known before it has a number", ko: "순번이 붙기 전에도 쓰는 식별자" }),
  at: described(instant, { en: "when it happened", ko: "일어난 시각" }),
  actor: described(
    z.object({
      kind: described(z.enum(["person", "service", "anonymous", "hub", "console"]), {
        en: "a person, a service account, somebody not signed in, the hub itself, or its command line",
        ko: "사용자, 서비스 계정, 로그인하지 않은 호출자, 허브, 허브의 명령줄",
      }),
      id: described(id.nullable(), {
        en: "of the person or service account; null for others",
        ko: "사용자 또는 서비스 계정의 식별자. 그 밖에는 null",
      }),
      name: described(z.string(), { en: "what they were called then", ko: "당시의 이름" }),
    }),
    { en: "who did it", ko: "행위자" },
  ),
  organisation: described(z.string().nullable(), {
    en: "handle of the organisation on whose behalf it was done; null without one",
    ko: "누구를 대표해 한 일인지: 기관의 짧은 이름. 없으면 null",
  }),
  key: described(id.nullable(), {
    en: "id of the API key that was used; null without one",
    ko: "사용한 API 키의 식별자. 없으면 null",
  }),
  operation: described(z.string(), { en: "what was called: `capability.operation`", ko: "호출한 기능: `영역.기능`" }),
  subject: described(
    z
      .object({
        kind: described(z.string(), {
          en: "kind of thing: `organisation`, `report`, `asset` …",
          ko: "대상의 종류: `organisation`, `report`, `asset` 등",
        }),
        id: described(z.string(), { en: "what names it among its kind", ko: "그 종류 안에서의 식별자" }),
      })
      .nullable(),
    {
      en: "what it was done to; null where it was to nothing in particular",
      ko: "행위의 대상. 특정 대상이 없으면 null",
    },
  ),
  outcome: described(z.enum(["done", "denied", "failed"]), {
    en: "done, refused by a rule (`denied`), or not possible (`failed`)",
    ko: "완료(`done`), 규칙에 따라 거부(`denied`), 실패(`failed`)",
  }),
  problem: described(z.string().nullable(), {
    en: "code of the error; null where it was done",
    ko: "오류 코드. 완료되었으면 null",
  }),
  address: described(z.string().nullable(), {
    en: "IP address that the request came from; null where it came from none",
    ko: "요청이 온 IP 주소. 없으면 null",
  }),
  request: described(z.string().nullable(), {
    en: "number of the request, as `X-Request-Id` gave it",
    ko: "요청 번호(`X-Request-Id`의 값)",
  }),
  marking: described(z.string().nullable(), {
    en: "the narrowest marking of what was read or shared; null where nothing was",
    ko: "읽거나 공유한 내용의 가장 좁은 표시. 없으면 null",
  }),
  details: described(z.record(z.string(), z.json()), {
    en: "what else the operation keeps: fields of its input, without secrets",
    ko: "그 밖에 남기는 내용: 입력 항목 등(비밀 값 제외)",
  }),
  hash: described(z.string().nullable(), {
    en: "SHA-256 over the entry and the hash before it, hexadecimal; null until it is numbered",
    ko: "이 항목과 앞 해시에 대한 SHA-256(16진수). 순번이 붙기 전이면 null",
  }),
});

const filters = {
  actor: described(id.optional(), {
    en: "id of a person or of a service account: only what they did",
    ko: "사용자 또는 서비스 계정의 식별자: 그 행위만",
  }),
  organisation: described(z.string().max(64).optional(), {
    en: "handle: only what was done on behalf of this organisation",
    ko: "기관의 짧은 이름: 이 기관을 대표해 한 일만",
  }),
  operation: described(z.string().max(100).optional(), {
    en: "only this operation; `members.*` stands for all of a capability",
    ko: "이 기능만. `members.*`처럼 영역 전체도 됩니다",
  }),
  subject: described(z.string().max(300).optional(), {
    en: "id of a thing: only what was done to it",
    ko: "대상의 식별자: 이 대상에 한 일만",
  }),
  outcome: described(z.enum(["done", "denied", "failed"]).optional(), {
    en: "only what was done, was refused by a rule (`denied`), or was not possible (`failed`)",
    ko: "완료(`done`), 규칙에 따른 거부(`denied`), 실패(`failed`) 중 하나만",
  }),
  since: described(instant.optional(), { en: "from this time on", ko: "이 시각부터" }),
  until: described(instant.optional(), { en: "before this time", ko: "이 시각 전까지" }),
};

const readers = [inHub("auditor"), inOrganisation("organisation-administrator")];

export const listAuditEntries = contract({
  name: "audit.listEntries",
  method: "GET",
  path: "/audit/entries",
  summary: { en: "Read the audit trail, the newest first", ko: "감사 기록 조회(최신순)" },
  who: readers,
  input: z.object({
    ...paging(["-number"]),
    ...filters,
    search: described(z.string().max(200).optional(), {
      en: "a part of the actor's name, the operation, the subject, the error code, the address, the request number or the details",
      ko: "행위자 이름, 기능, 대상, 오류 코드, 주소, 요청 번호, 세부 내용의 일부",
    }),
  }),
  output: pageOf(auditEntry),
  agent: "never",
});

export const exportAuditEntries = contract({
  name: "audit.exportEntries",
  method: "GET",
  path: "/audit/export",
  summary: { en: "Export the audit trail for a SIEM", ko: "SIEM용 감사 기록 내보내기" },
  who: readers,
  input: z.object({
    format: described(z.enum(["jsonl", "cef"]).default("jsonl"), {
      en: "JSON, one entry to a line, or CEF",
      ko: "한 줄에 항목 하나인 JSON(`jsonl`) 또는 CEF",
    }),
    after: described(z.int().min(0).default(0), {
      en: "begins after this number: keep the last one that you received, and nothing comes twice",
      ko: "이 순번 다음부터. 마지막으로 받은 순번을 넣으면 겹치지 않습니다",
    }),
    limit: described(z.int().min(1).max(1_000_000).default(100_000), {
      en: "how many entries at most",
      ko: "최대 항목 수",
    }),
  }),
  output: z.string(),
  answers: "application/x-ndjson",
  agent: "never",
});

const auditFault = z.object({
  number: described(z.int().nullable(), {
    en: "number of the entry at fault; null where it is the chain as a whole",
    ko: "문제가 있는 항목의 순번. 연결 전체의 문제이면 null",
  }),
  code: described(z.string(), { en: "stable code of the fault", ko: "바뀌지 않는 문제 코드" }),
  message: described(z.object({ en: z.string(), ko: z.string() }), { en: "what is wrong", ko: "무엇이 잘못되었는지" }),
});

export const verifyAudit = contract({
  name: "audit.verify",
  method: "GET",
  path: "/audit/verification",
  summary: { en: "Verify the whole chain of the audit trail", ko: "감사 기록 연결 전체 검증" },
  who: [inHub("auditor")],
  input: z.object({}),
  output: z.object({
    ok: described(z.boolean(), { en: "true where nothing was found to be wrong", ko: "문제가 없으면 true" }),
    entries: described(z.int(), { en: "how many entries were checked", ko: "검증한 항목 수" }),
    first: described(z.int().nullable(), {
      en: "number of the first entry that is still there; null without any",
      ko: "남아 있는 첫 항목의 순번. 없으면 null",
    }),
    last: described(z.int().nullable(), {
      en: "number of the last entry; null without any",
      ko: "마지막 항목의 순번. 없으면 null",
    }),
    faults: described(z.array(auditFault), { en: "what is wrong, entry by entry", ko: "항목별 문제" }),
  }),
});

export const auditCheckpoint = z.object({
  number: described(z.int(), {
    en: "number of the last entry that it covers",
    ko: "확인점이 포함하는 마지막 항목의 순번",
  }),
  hash: described(z.string(), { en: "hash of that entry, hexadecimal", ko: "그 항목의 해시(16진수)" }),
  at: described(instant, { en: "when it was signed", ko: "서명한 시각" }),
  entries: described(z.int(), { en: "how many entries there were", ko: "당시의 항목 수" }),
  reason: described(z.string(), {
    en: "why it was signed: every day (`daily`), after so many entries (`count`), before old ones go (`retention`), on request (`requested`)",
    ko: "서명한 까닭: 매일(`daily`), 일정한 항목 수마다(`count`), 오래된 항목 삭제 전(`retention`), 요청(`requested`)",
  }),
  signature: described(z.string(), {
    en: "Ed25519 over the statement, base64url; see docs/audit.md",
    ko: "확인점 문장에 대한 Ed25519 서명(base64url). docs/audit.md 참고",
  }),
  keyId: described(z.string(), {
    en: "thumbprint of the key that signed it (RFC 7638)",
    ko: "서명한 키의 지문(RFC 7638)",
  }),
});

export const listCheckpoints = contract({
  name: "audit.listCheckpoints",
  method: "GET",
  path: "/audit/checkpoints",
  summary: { en: "List the signed checkpoints of the audit trail", ko: "감사 기록의 서명된 확인점 목록" },
  who: [inHub("auditor")],
  input: z.object({}),
  output: z.object({
    items: described(z.array(auditCheckpoint), {
      en: "checkpoints that were signed, the newest first",
      ko: "서명된 확인점(최신순)",
    }),
    publicKey: described(z.record(z.string(), z.json()), {
      en: "the key that verifies the signatures, as a JWK (RFC 7517)",
      ko: "서명을 검증할 공개 키(JWK, RFC 7517)",
    }),
  }),
});

export const makeCheckpoint = contract({
  name: "audit.makeCheckpoint",
  method: "POST",
  path: "/audit/checkpoints",
  summary: {
    en: "Sign a checkpoint of the audit trail, to keep elsewhere",
    ko: "다른 곳에 보관할 감사 기록 확인점에 서명",
  },
  who: [inHub("auditor")],
  input: z.object({}),
  output: auditCheckpoint,
  creates: true,
  errors: ["audit.nothing-recorded"],
});
