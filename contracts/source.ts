import type { Text } from "@bongsu/base";
import { z } from "zod";
import { described } from "./described.ts";
import { handle, id, instant, line, wordOf } from "./fields.ts";

/** What a source is, and so how it is read. */
export const sourceKinds = {
  osv: { en: "OSV export (a zip of records)", ko: "OSV 내보내기(기록의 zip)" },
  csaf: { en: "CSAF provider", ko: "CSAF 제공자" },
  cve: { en: "CVE list (a zip of records)", ko: "CVE 목록(기록의 zip)" },
  kev: { en: "Catalogue of exploited vulnerabilities (KEV)", ko: "악용된 취약점 목록(KEV)" },
  epss: { en: "EPSS scores", ko: "EPSS 점수" },
  folder: { en: "Folder of documents", ko: "문서 폴더" },
  bundle: { en: "Folder of bundles", ko: "번들 폴더" },
} satisfies Record<string, Text>;

export type SourceKind = keyof typeof sourceKinds;

export const sourceTrusts = {
  authoritative: {
    en: "authoritative: advisories, VEX statements for all, exploitation and scores",
    ko: "공식: 권고문, 모두를 위한 VEX 문장, 악용 여부와 점수",
  },
  informative: { en: "informative: advisories only", ko: "참고: 권고문만" },
} satisfies Record<string, Text>;

export type SourceTrust = keyof typeof sourceTrusts;

export const signaturePolicies = {
  required: { en: "required: what is not signed is refused", ko: "필수: 서명이 없으면 거부" },
  "when-present": { en: "checked where there is one", ko: "있으면 확인" },
} satisfies Record<string, Text>;

export type SignaturePolicy = keyof typeof signaturePolicies;

export const sourceStates = {
  waiting: { en: "waiting for its next run", ko: "다음 수집 대기" },
  running: { en: "being fetched", ko: "수집 중" },
  failing: { en: "failing", ko: "실패 중" },
  paused: { en: "paused", ko: "멈춤" },
} satisfies Record<string, Text>;

export type SourceState = keyof typeof sourceStates;

export const runOutcomes = {
  running: { en: "under way", ko: "진행 중" },
  done: { en: "done", ko: "완료" },
  unchanged: { en: "nothing new", ko: "새 내용 없음" },
  failed: { en: "failed", ko: "실패" },
  stopped: { en: "stopped before its end; the next run goes on", ko: "중단됨. 다음 수집에서 이어집니다" },
} satisfies Record<string, Text>;

export type RunOutcome = keyof typeof runOutcomes;

/** Advisories are read by every member: nothing narrower than GREEN comes in. */
export const openLabels = {
  CLEAR: { en: "TLP:CLEAR", ko: "TLP:CLEAR" },
  GREEN: { en: "TLP:GREEN", ko: "TLP:GREEN" },
} satisfies Record<string, Text>;

export type OpenLabel = keyof typeof openLabels;

/** An OpenPGP fingerprint (RFC 9580 §5.5.4): 40 hexadecimal digits (version 4) or 64 (version 6). */
export const openPgpFingerprint = z
  .string()
  .transform((text) => text.replace(/[\s:]/g, "").toUpperCase())
  .pipe(z.string().regex(/^(?:[0-9A-F]{40}|[0-9A-F]{64})$/, "40 or 64 hexadecimal digits"));

const words = z.object({ en: z.string(), ko: z.string() });

/** What went wrong: its code for every member, its sentences for those who look after sources. */
export const sourceError = z.object({
  code: described(z.string(), {
    en: "stable code; docs/errors.md says what each means",
    ko: "바뀌지 않는 코드. 뜻은 docs/errors.md",
  }),
  message: described(words.nullable(), {
    en: "what was found; null for those who do not look after sources",
    ko: "무엇이 문제인지. 출처 담당자가 아니면 null",
  }),
  fix: described(words.nullable(), {
    en: "what to do about it; null for those who do not look after sources",
    ko: "어떻게 하면 되는지. 출처 담당자가 아니면 null",
  }),
  at: described(instant, { en: "when it happened", ko: "일어난 시각" }),
});

export const sourceKey = z.object({
  fingerprint: described(z.string(), {
    en: "OpenPGP fingerprint, hexadecimal: compare it with what the publisher says elsewhere",
    ko: "OpenPGP 지문(16진수). 발행처가 다른 경로로 알린 값과 대조합니다",
  }),
  userIds: described(z.array(z.string()), { en: "whom the key says it belongs to", ko: "키에 적힌 소유자" }),
  created: described(instant, { en: "when the key was made", ko: "키를 만든 시각" }),
  expires: described(instant.nullable(), {
    en: "until when it is valid; null: without end",
    ko: "키가 유효한 기한. 없으면 null",
  }),
  revoked: described(z.boolean(), { en: "its owner took it back", ko: "소유자가 폐기했는지 여부" }),
});

export const sourceCounts = z.object({
  taken: described(z.int(), { en: "documents that were new or changed", ko: "새롭거나 바뀐 문서 수" }),
  unchanged: described(z.int(), { en: "documents that were here already", ko: "이미 있던 문서 수" }),
  refused: described(z.int(), { en: "documents that were not taken", ko: "거부한 문서 수" }),
  problems: described(z.int(), {
    en: "parts of documents that could not be read",
    ko: "문서에서 읽을 수 없던 부분의 수",
  }),
  bytes: described(z.int(), { en: "bytes that were fetched or read", ko: "받거나 읽은 바이트 수" }),
});

/** What a test found, without taking anything. */
export const sourceTest = z.object({
  at: described(instant, { en: "when it was tested", ko: "시험한 시각" }),
  publisher: described(z.string().nullable(), {
    en: "who publishes there, in the source's own words; null where it does not say",
    ko: "출처가 밝힌 발행처. 없으면 null",
  }),
  documents: described(z.int().nullable(), {
    en: "documents that it offers; null where only fetching it all would tell",
    ko: "제공하는 문서 수. 모두 받아야 알 수 있으면 null",
  }),
  bytes: described(z.int().nullable(), {
    en: "size of what would be fetched; null where it is not said",
    ko: "받을 자료의 크기(바이트). 알 수 없으면 null",
  }),
  updatedAt: described(instant.nullable(), {
    en: "when it changed last; null where it is not said",
    ko: "마지막으로 바뀐 시각. 알 수 없으면 null",
  }),
  keys: described(z.array(sourceKey), { en: "the keys that it says it signs with", ko: "서명에 쓴다고 밝힌 키" }),
  error: described(sourceError.nullable(), {
    en: "why it cannot be fetched; null where it can",
    ko: "수집할 수 없는 이유. 수집할 수 있으면 null",
  }),
});

export const source = z.object({
  source: described(handle, { en: "short name of the source, for good", ko: "출처의 짧은 이름. 바뀌지 않습니다" }),
  kind: described(wordOf(sourceKinds), { en: "what it is", ko: "출처의 종류" }),
  name: described(z.string(), { en: "what people call it", ko: "출처를 부르는 이름" }),
  address: described(z.string().nullable(), {
    en: "where it is fetched from; null for those who do not look after sources",
    ko: "수집하는 주소. 출처 담당자가 아니면 null",
  }),
  owner: described(handle.nullable(), {
    en: "the organisation that is alerted when it breaks; null: those of the hub's administrators",
    ko: "고장 나면 경보를 받는 기관. null이면 허브 관리자의 기관",
  }),
  interval: described(z.int(), { en: "minutes from one run to the next", ko: "수집 주기(분)" }),
  trust: described(wordOf(sourceTrusts), { en: "what is taken from it", ko: "이 출처에서 받는 범위" }),
  marking: described(wordOf(openLabels), {
    en: "what documents that bear no label count as",
    ko: "표시가 없는 문서에 붙는 표시",
  }),
  signatures: described(wordOf(signaturePolicies).nullable(), {
    en: "whether documents must be signed; null where the kind has no signatures",
    ko: "문서 서명 방침. 서명이 없는 종류면 null",
  }),
  state: described(wordOf(sourceStates), { en: "where it stands", ko: "출처의 상태" }),
  lastAttempt: described(instant.nullable(), { en: "when it was tried last", ko: "마지막으로 시도한 시각" }),
  lastSuccess: described(instant.nullable(), { en: "when it worked last", ko: "마지막으로 성공한 시각" }),
  nextRun: described(instant.nullable(), {
    en: "when it is due; null while paused",
    ko: "다음 수집 시각. 멈췄으면 null",
  }),
  failures: described(z.int(), { en: "failures in a row", ko: "연속 실패 횟수" }),
  error: described(sourceError.nullable(), {
    en: "why the last run failed; null where it did not",
    ko: "마지막 수집이 실패한 이유. 실패하지 않았으면 null",
  }),
  counts: described(sourceCounts.nullable(), {
    en: "what the last run that came to its end brought; null before the first",
    ko: "끝까지 간 마지막 수집의 결과. 아직 없으면 null",
  }),
  refused: described(z.int(), {
    en: "documents that stand refused now",
    ko: "지금 거부된 상태인 문서 수",
  }),
  keys: described(z.array(sourceKey), {
    en: "the keys that are accepted for its signatures",
    ko: "서명 확인에 받아들인 키",
  }),
  offeredKeys: described(z.array(sourceKey), {
    en: "keys that it has come to show and that nobody accepted yet: until then it is not fetched",
    ko: "출처가 새로 내보였으나 아직 받아들이지 않은 키. 받아들일 때까지 수집하지 않습니다",
  }),
  test: described(sourceTest.nullable(), {
    en: "what the last test found; null before one, and for those who do not look after sources",
    ko: "마지막 시험 결과. 시험 전이거나 출처 담당자가 아니면 null",
  }),
});

export const sourceRun = z.object({
  id: described(id, { en: "id of the run", ko: "수집의 식별자" }),
  startedAt: described(instant, { en: "when it began", ko: "시작한 시각" }),
  endedAt: described(instant.nullable(), {
    en: "when it ended; null while under way",
    ko: "끝난 시각. 진행 중이면 null",
  }),
  outcome: described(wordOf(runOutcomes), { en: "how it ended", ko: "수집의 결과" }),
  counts: described(sourceCounts, { en: "what it brought", ko: "수집한 내용" }),
  error: described(sourceError.nullable(), {
    en: "why it failed; null where it did not",
    ko: "실패한 이유. 아니면 null",
  }),
});

export const documentStates = {
  taken: { en: "taken", ko: "받음" },
  refused: { en: "refused", ko: "거부됨" },
} satisfies Record<string, Text>;

export const sourceDocument = z.object({
  document: described(z.string(), {
    en: "what the document is called at its source: an address, or a path within an archive or a folder",
    ko: "출처에서의 문서 이름. 주소, 또는 압축 파일이나 폴더 안의 경로",
  }),
  state: described(wordOf(documentStates), { en: "what became of it", ko: "처리 결과" }),
  sha256: described(z.string().nullable(), {
    en: "SHA-256 of the document, hexadecimal; null where it never came",
    ko: "문서의 SHA-256(16진수). 받지 못했으면 null",
  }),
  at: described(instant, { en: "when that was decided", ko: "처리한 시각" }),
  error: described(sourceError.nullable(), {
    en: "why it was refused; null where it was not",
    ko: "거부한 이유. 아니면 null",
  }),
  nextTry: described(instant.nullable(), {
    en: "when it is tried again although it did not change; null: not by itself",
    ko: "바뀌지 않아도 다시 시도할 시각. 없으면 null",
  }),
});

export const suggestion = z.object({
  source: described(handle, { en: "a short name for it", ko: "출처에 붙일 짧은 이름" }),
  kind: described(wordOf(sourceKinds), { en: "what it is", ko: "출처의 종류" }),
  name: described(line(200), { en: "what it is called", ko: "출처의 이름" }),
  address: described(z.string(), { en: "its public address", ko: "공개된 주소" }),
  interval: described(z.int(), { en: "minutes from one run to the next", ko: "수집 주기(분)" }),
  trust: described(wordOf(sourceTrusts), { en: "what would be taken from it", ko: "받을 범위" }),
  marking: described(wordOf(openLabels), {
    en: "what documents that bear no label would count as",
    ko: "표시가 없는 문서에 붙을 표시",
  }),
  signatures: described(wordOf(signaturePolicies).nullable(), {
    en: "whether documents must be signed; null where the kind has no signatures",
    ko: "문서 서명 방침. 서명이 없는 종류면 null",
  }),
  added: described(z.boolean(), {
    en: "there is a source with that address already",
    ko: "이 주소의 출처가 이미 있는지 여부",
  }),
});
