import { z } from "zod";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { handle, id, instant, prose } from "./fields.ts";
import { tlp } from "./sharing.ts";
import { inHub } from "./who.ts";

/** A hub is known by the thumbprint of its signing key (RFC 7638). */
const fingerprint = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

const name = z.object({ en: z.string(), ko: z.string() });

const jwk = (curve: "Ed25519" | "X25519") => z.object({ kty: z.literal("OKP"), crv: z.literal(curve), x: z.string() });

/** What a hub's administrator hands to another's. */
const keyFile = z.object({
  format: z.literal("bongsu-hub-key-1"),
  hub: name,
  signing: jwk("Ed25519"),
  encryption: jwk("X25519"),
  signature: z.string(),
});

const trustedHub = z.object({
  fingerprint,
  name,
  /** Bundles for it can be encrypted. */
  encrypts: z.boolean(),
  /** Nothing narrower goes to it or is taken from it. */
  maxMarking: tlp,
  community: z.boolean(),
  namesAuthors: z.boolean(),
  /** The handles under which organisations travel, and their handles here. */
  represents: z.record(z.string(), handle),
  addedAt: instant,
});

const terms = {
  maxMarking: described(tlp.exclude(["RED"]).optional(), {
    en: "the narrowest marking that goes to it or is taken from it",
    ko: "주고받을 수 있는 가장 좁은 표시",
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
      en: "the organisations that it stands for: handles, or THEIRS=OURS",
      ko: "그 허브가 대표하는 기관: 이름 또는 상대쪽이름=우리쪽이름",
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
  output: z.object({ items: z.array(trustedHub) }),
});

export const trustHub = contract({
  name: "bundles.trustHub",
  method: "POST",
  path: "/bundles/hubs",
  summary: { en: "Trust a hub by its key file, or change the terms", ko: "키 파일로 허브를 신뢰하거나 조건 변경" },
  who: [administrator],
  input: z.object({ key: keyFile, ...terms }),
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
  input: z.object({ hub: fingerprint }),
  output: trustedHub,
  errors: ["bundles.unknown-hub"],
  agent: "never",
  fresh: true,
});

const bundle = z.object({
  id,
  sequence: z.int(),
  hub: name,
  fingerprint,
  createdAt: instant,
  /** Number of the bundle that it goes on from; null: everything. */
  since: z.int().nullable(),
  /** The hub that it was made for; null: anybody. */
  recipient: fingerprint.nullable(),
  highest: tlp,
  encrypted: z.boolean(),
  finishedAt: instant.nullable(),
});

export const listMadeBundles = contract({
  name: "bundles.listMade",
  method: "GET",
  path: "/bundles/made",
  summary: { en: "List the bundles that were made here", ko: "이 허브가 만든 번들 목록" },
  who: [administrator, auditor],
  input: z.object({}),
  output: z.object({
    items: z.array(
      bundle.extend({
        bytes: z.int().nullable(),
        sha256: z.string().nullable(),
        records: z.record(z.string(), z.int()),
      }),
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
    items: z.array(
      bundle.extend({
        frames: z.int(),
        applied: z.int(),
        advisories: z.int(),
        reports: z.int(),
        removed: z.int(),
        missing: z.int(),
        refused: z.array(z.object({ kind: z.string(), name: z.string(), code: z.string() })),
      }),
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
    reason: prose(2000),
  }),
  output: z.object({ approval: id }),
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
  input: z.object({ bundle: id }),
  output: z.unknown(),
  errors: ["bundles.unknown-file"],
  agent: "never",
  fresh: true,
  answers: "application/octet-stream",
});
