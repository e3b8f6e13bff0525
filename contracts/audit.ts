import { z } from "zod";
import { contract } from "./contract.ts";
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
  /** Its place in the chain; null for the moment between its writing and its numbering. */
  number: z.int().nullable(),
  id,
  at: instant,
  actor: z.object({
    kind: z.enum(["person", "service", "anonymous", "hub", "console"]),
    id: id.nullable(),
    name: z.string(),
  }),
  /** Handle of the organisation on whose behalf. */
  organisation: z.string().nullable(),
  key: id.nullable(),
  operation: z.string(),
  subject: z.object({ kind: z.string(), id: z.string() }).nullable(),
  outcome: z.enum(["done", "denied", "failed"]),
  problem: z.string().nullable(),
  address: z.string().nullable(),
  request: z.string().nullable(),
  marking: z.string().nullable(),
  details: z.record(z.string(), z.json()),
  /** SHA-256 over the entry and the hash before it, hexadecimal. */
  hash: z.string().nullable(),
});

const filters = {
  /** Id of a person or of a service account. */
  actor: id.optional(),
  organisation: z.string().max(64).optional(),
  /** An operation, or `capability.*`. */
  operation: z.string().max(100).optional(),
  subject: z.string().max(300).optional(),
  outcome: z.enum(["done", "denied", "failed"]).optional(),
  since: instant.optional(),
  until: instant.optional(),
};

const readers = [inHub("auditor"), inOrganisation("organisation-administrator")];

export const listAuditEntries = contract({
  name: "audit.listEntries",
  method: "GET",
  path: "/audit/entries",
  summary: { en: "Read the audit trail, the newest first", ko: "감사 기록 조회(최신순)" },
  who: readers,
  input: z.object({ ...paging(["-number"]), ...filters, search: z.string().max(200).optional() }),
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
    format: z.enum(["jsonl", "cef"]).default("jsonl"),
    /** Begins after this number: keep the last one that you received, and nothing comes twice. */
    after: z.int().min(0).default(0),
    limit: z.int().min(1).max(1_000_000).default(100_000),
  }),
  output: z.string(),
  answers: "application/x-ndjson",
  agent: "never",
});

const auditFault = z.object({
  number: z.int().nullable(),
  code: z.string(),
  message: z.object({ en: z.string(), ko: z.string() }),
});

export const verifyAudit = contract({
  name: "audit.verify",
  method: "GET",
  path: "/audit/verification",
  summary: { en: "Verify the whole chain of the audit trail", ko: "감사 기록 연결 전체 검증" },
  who: [inHub("auditor")],
  input: z.object({}),
  output: z.object({
    ok: z.boolean(),
    entries: z.int(),
    first: z.int().nullable(),
    last: z.int().nullable(),
    faults: z.array(auditFault),
  }),
});

export const auditCheckpoint = z.object({
  number: z.int(),
  hash: z.string(),
  at: instant,
  entries: z.int(),
  reason: z.string(),
  /** Ed25519 over the statement, base64url; see docs/audit.md. */
  signature: z.string(),
  keyId: z.string(),
});

export const listCheckpoints = contract({
  name: "audit.listCheckpoints",
  method: "GET",
  path: "/audit/checkpoints",
  summary: { en: "List the signed checkpoints of the audit trail", ko: "감사 기록의 서명된 확인점 목록" },
  who: [inHub("auditor")],
  input: z.object({}),
  output: z.object({ items: z.array(auditCheckpoint), publicKey: z.record(z.string(), z.json()) }),
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
});
