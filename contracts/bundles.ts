import { z } from "zod";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { handle, id, instant, prose } from "./fields.ts";
import { tlp } from "./marking.ts";
import { inHub } from "./who.ts";

/** A hub is known by the thumbprint of its signing key (RFC 7638). */
const fingerprint = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

const name = z.object({ en: z.string(), ko: z.string() });

const jwk = (curve: "Ed25519" | "X25519") =>
  z.object({
    kty: z.literal("OKP"),
    crv: z.literal(curve),
    x: described(z.string(), { en: "the public key itself, base64url", ko: "공개 키 값(base64url)" }),
  });

/** What a hub's administrator hands to another's. */
const keyFile = z.object({
  format: z.literal("bongsu-hub-key-1"),
  hub: described(name, { en: "the hub's name, in both languages", ko: "두 언어로 적은 허브 이름" }),
  signing: described(jwk("Ed25519"), {
    en: "the key that verifies the hub's bundles, as a JWK (RFC 8037)",
    ko: "그 허브의 번들을 검증할 공개 키(JWK, RFC 8037)",
  }),
  encryption: described(jwk("X25519"), {
    en: "the key that bundles for the hub are encrypted to, as a JWK (RFC 8037)",
    ko: "그 허브에 보낼 번들을 암호화할 공개 키(JWK, RFC 8037)",
  }),
  signature: described(z.string(), {
    en: "Ed25519 over the rest of the file by the signing key, base64url",
    ko: "파일의 나머지에 대한 서명 키의 Ed25519 서명(base64url)",
  }),
});

const trustedHub = z.object({
  fingerprint: described(fingerprint, {
    en: "thumbprint of its signing key (RFC 7638), by which the hub is known",
    ko: "허브를 알아보는 서명 키의 지문(RFC 7638)",
  }),
  name: described(name, { en: "what the hub calls itself, in both languages", ko: "두 언어로 적은 허브 이름" }),
  encrypts: described(z.boolean(), {
    en: "bundles for it can be encrypted",
    ko: "그 허브에 보낼 번들을 암호화할 수 있는지",
  }),
  maxMarking: described(tlp, {
    en: "nothing narrower goes to it or is taken from it",
    ko: "주고받을 수 있는 가장 좁은 표시",
  }),
  community: described(z.boolean(), { en: "GREEN goes to it", ko: "GREEN을 보낼지 여부" }),
  namesAuthors: described(z.boolean(), { en: "it is told who wrote a report", ko: "보고의 작성자를 알릴지 여부" }),
  represents: described(z.record(z.string(), handle), {
    en: "the handles under which organisations travel, and their handles here",
    ko: "번들 안에서 쓰는 기관의 짧은 이름과 이 허브에서의 짧은 이름",
  }),
  addedAt: described(instant, { en: "since when it is trusted", ko: "신뢰하기 시작한 시각" }),
});

const terms = {
  maxMarking: described(tlp.exclude(["RED"]).optional(), {
    en: "the narrowest marking that goes to it or is taken from it; left out: CLEAR, or as it was",
    ko: "주고받을 수 있는 가장 좁은 표시. 지정하지 않으면 CLEAR 또는 이전 값",
  }),
  community: described(z.boolean().optional(), { en: "GREEN goes to it", ko: "GREEN을 보낼지 여부" }),
  namesAuthors: described(z.boolean().optional(), {
    en: "it is told who wrote a report",
    ko: "보고의 작성자를 알릴지 여부",
  }),
  represents: described(
    z
      .array(z.string().regex(/^[a-z0-9-]{2,64}(=[a-z0-9-]{2,64})?$/))
      .max(1_000)
      .optional(),
    {
      en: "the organisations that it stands for: handles, or pairs of handles, theirs=ours",
      ko: "그 허브가 대표하는 기관: 짧은 이름, 또는 `상대=우리` 꼴의 짧은 이름",
    },
  ),
};

const administrator = inHub("hub-administrator");
const auditor = inHub("auditor");

export const showHubKey = contract({
  name: "bundles.showKey",
  method: "GET",
  path: "/bundles/key",
  summary: { en: "Show the keys that other hubs need for bundles", ko: "번들 교환에 쓰는 이 허브의 공개 키 보기" },
  who: [administrator, auditor],
  input: z.object({}),
  output: keyFile,
});

export const listTrustedHubs = contract({
  name: "bundles.listHubs",
  method: "GET",
  path: "/bundles/hubs",
  summary: { en: "List the hubs that bundles are exchanged with", ko: "번들을 주고받는 허브 목록" },
  who: [administrator, auditor],
  input: z.object({}),
  output: z.object({
    items: described(z.array(trustedHub), { en: "every hub that is trusted", ko: "신뢰하는 모든 허브" }),
  }),
});

export const trustHub = contract({
  name: "bundles.trustHub",
  method: "POST",
  path: "/bundles/hubs",
  summary: { en: "Trust a hub by its key file, or change the terms", ko: "키 파일로 허브를 신뢰하거나 조건 변경" },
  who: [administrator],
  input: z.object({
    key: described(keyFile, {
      en: "the other hub's key file, handed over and compared by another way",
      ko: "다른 경로로 받아 대조한 상대 허브의 키 파일",
    }),
    ...terms,
  }),
  output: trustedHub,
  errors: ["bundles.not-a-key", "bundles.own-key", "members.unknown-organisation"],
  agent: "never",
  creates: true,
  fresh: true,
  records: ["maxMarking", "community", "namesAuthors", "represents"],
});

export const distrustHub = contract({
  name: "bundles.distrustHub",
  method: "DELETE",
  path: "/bundles/hubs/{hub}",
  summary: { en: "Take no more bundles from a hub", ko: "허브의 번들을 더 받지 않기" },
  who: [administrator],
  input: z.object({
    hub: described(fingerprint, { en: "thumbprint of the hub's signing key", ko: "허브 서명 키의 지문" }),
  }),
  output: trustedHub,
  errors: ["bundles.unknown-hub"],
  agent: "never",
  fresh: true,
});

const bundle = z.object({
  id: described(id, { en: "stays the same wherever the bundle goes", ko: "번들의 식별자. 어디로 가도 같습니다" }),
  sequence: described(z.int(), { en: "counts the bundles that the hub made", ko: "허브가 만든 번들의 번호" }),
  hub: described(name, {
    en: "name of the hub that made it, in both languages",
    ko: "번들을 만든 허브의 이름(두 언어)",
  }),
  fingerprint: described(fingerprint, { en: "thumbprint of the key that signed it", ko: "서명한 키의 지문" }),
  createdAt: described(instant, { en: "when it was made", ko: "만든 시각" }),
  since: described(z.int().nullable(), {
    en: "number of the bundle that it goes on from; null: everything",
    ko: "이어지는 앞 번들의 번호. null이면 전체",
  }),
  recipient: described(fingerprint.nullable(), {
    en: "thumbprint of the hub that it was made for; null: anybody",
    ko: "받을 허브의 지문. null이면 누구나",
  }),
  highest: described(tlp, { en: "the narrowest marking in it", ko: "담긴 내용의 가장 좁은 표시" }),
  encrypted: described(z.boolean(), { en: "only the recipient can read it", ko: "받을 허브만 읽을 수 있는지" }),
  finishedAt: described(instant.nullable(), {
    en: "when it was complete; null while it is not",
    ko: "완료된 시각. 진행 중이면 null",
  }),
});

export const listMadeBundles = contract({
  name: "bundles.listMade",
  method: "GET",
  path: "/bundles/made",
  summary: { en: "List the bundles that were made here", ko: "이 허브가 만든 번들 목록" },
  who: [administrator, auditor],
  input: z.object({}),
  output: z.object({
    items: described(
      z.array(
        bundle.extend({
          bytes: described(z.int().nullable(), {
            en: "size of the file; null while it is not complete",
            ko: "파일 크기(바이트). 완료 전이면 null",
          }),
          sha256: described(z.string().nullable(), {
            en: "SHA-256 of the file, hexadecimal; null while it is not complete",
            ko: "파일의 SHA-256(16진수). 완료 전이면 null",
          }),
          records: described(z.record(z.string(), z.int()), {
            en: "how many records of each kind are in it",
            ko: "종류별 기록 수",
          }),
        }),
      ),
      { en: "what was made here, the latest first", ko: "이 허브가 만든 번들(최신순)" },
    ),
  }),
});

export const listTakenBundles = contract({
  name: "bundles.listTaken",
  method: "GET",
  path: "/bundles/taken",
  summary: { en: "List the bundles that were taken here", ko: "이 허브가 가져온 번들 목록" },
  who: [administrator, auditor],
  input: z.object({}),
  output: z.object({
    items: described(
      z.array(
        bundle.extend({
          frames: described(z.int(), { en: "parts that the file is made of", ko: "파일을 이루는 부분의 수" }),
          applied: described(z.int(), { en: "parts that were taken so far", ko: "지금까지 가져온 부분의 수" }),
          advisories: described(z.int(), { en: "advisories that were new or changed", ko: "새롭거나 바뀐 권고문 수" }),
          reports: described(z.int(), { en: "reports that were new or changed", ko: "새롭거나 바뀐 보고 수" }),
          removed: described(z.int(), {
            en: "reports that are no longer shared with this hub, and went",
            ko: "더는 공유되지 않아 지운 보고 수",
          }),
          missing: described(z.int(), {
            en: "reports that are shared with this hub and never came",
            ko: "공유되었지만 받은 적이 없는 보고 수",
          }),
          refused: described(
            z.array(
              z.object({
                kind: described(z.string(), { en: "kind of record", ko: "기록의 종류" }),
                name: described(z.string(), {
                  en: "what it is called at the hub that made the bundle",
                  ko: "번들을 만든 허브에서의 이름",
                }),
                code: described(z.string(), {
                  en: "stable code of the error; docs/errors.md says what each means",
                  ko: "바뀌지 않는 오류 코드. 뜻은 docs/errors.md",
                }),
              }),
            ),
            { en: "what was not taken, and why", ko: "받지 않은 것과 그 까닭" },
          ),
        }),
      ),
      { en: "what was taken here, the latest first", ko: "이 허브가 가져온 번들(최신순)" },
    ),
  }),
});

export const exportEverything = contract({
  name: "bundles.export",
  method: "POST",
  path: "/bundles/exports",
  summary: { en: "Export everything that a hub may have, as a bundle", ko: "허브에 줄 수 있는 전체를 번들로 내보내기" },
  who: [administrator],
  input: z.object({
    recipient: described(fingerprint.nullable().default(null), {
      en: "the hub that it is for; null: anybody, CLEAR only",
      ko: "받을 허브. null이면 누구나 받을 수 있고 CLEAR만 담음",
    }),
    since: described(z.int().min(1).nullable().default(null), {
      en: "number of the bundle that it goes on from; null: everything",
      ko: "이어질 번들의 번호. null이면 전체",
    }),
    reason: described(prose(2000), {
      en: "why; the second person reads it",
      ko: "내보내는 이유. 두 번째 사람이 읽습니다",
    }),
  }),
  output: z.object({
    approval: described(id, {
      en: "id of the request that waits for a second person",
      ko: "두 번째 사람을 기다리는 승인 요청의 식별자",
    }),
  }),
  errors: ["bundles.unknown-hub", "bundles.unknown-bundle", "approvals.already-requested"],
  agent: "never",
  creates: true,
  approval: true,
  fresh: true,
  records: ["recipient", "since"],
});

export const downloadBundle = contract({
  name: "bundles.download",
  method: "GET",
  path: "/bundles/made/{bundle}/file",
  summary: { en: "Download a bundle that was made on approval", ko: "승인을 받아 만든 번들 내려받기" },
  who: [administrator],
  input: z.object({
    bundle: described(id, { en: "id of a bundle that was made on approval", ko: "승인을 받아 만든 번들의 식별자" }),
  }),
  output: z.unknown(),
  errors: ["bundles.unknown-file"],
  agent: "never",
  fresh: true,
  answers: "application/octet-stream",
});
