import type { Text } from "@bongsu/base";
import { z } from "zod";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { handle, id, instant, line, prose, wordOf } from "./fields.ts";
import { packageName } from "./inventories.ts";
import { pageOf, paging } from "./page.ts";
import { exposureCounts, problem } from "./taken.ts";
import { inHub, inOrganisation, member } from "./who.ts";

/** CVSS's qualitative scale (CVSS 3.1 §5), the least first. */
export const ratings = {
  unknown: { en: "unknown", ko: "미상" },
  none: { en: "none", ko: "없음" },
  low: { en: "low", ko: "낮음" },
  medium: { en: "medium", ko: "보통" },
  high: { en: "high", ko: "높음" },
  critical: { en: "critical", ko: "심각" },
} satisfies Record<string, Text>;

/** What is known of exploitation (SSVC). */
export const exploitations = {
  none: { en: "none known", ko: "알려진 것 없음" },
  poc: { en: "proof of concept", ko: "개념 증명 공개" },
  active: { en: "exploited", ko: "악용됨" },
} satisfies Record<string, Text>;

/** One line about a vulnerability. */
export const vulnerabilityLine = z.object({
  name: z.string(),
  aliases: z.array(z.string()),
  title: z.string().nullable(),
  rating: wordOf(ratings),
  score: z.number().nullable(),
  exploitation: wordOf(exploitations),
  /** EPSS: probability of exploitation in the next 30 days. */
  epss: z.number().nullable(),
  published: instant.nullable(),
});

/** Versions of a package that a source calls affected, in words. */
export const affectedRange = z.object({
  package: packageName,
  /** `>= 1.0.0, < 1.2.3`, `*`, or a listed version. */
  range: z.string(),
  fixedVersion: z.string().nullable(),
});

export const reference = z.object({ kind: z.string(), url: z.string() });

/** One line about an advisory. */
export const advisoryLine = z.object({
  id,
  name: z.string(),
  format: z.string(),
  publisher: z.string().nullable(),
  vulnerability: z.string(),
  title: z.string().nullable(),
  rating: wordOf(ratings),
  score: z.number().nullable(),
  vector: z.string().nullable(),
  published: instant.nullable(),
  modified: instant.nullable(),
  withdrawn: instant.nullable(),
});

const affectedPart = {
  /** At most 200. */
  affected: z.array(affectedRange),
  affectedCount: z.int(),
};

export const vulnerability = vulnerabilityLine.extend({
  vector: z.string().nullable(),
  automatable: z.boolean(),
  /** Vulnerabilities that a distribution's update fixes. */
  follows: z.array(z.string()),
  epssPercentile: z.number().nullable(),
  exploited: z
    .object({
      source: z.string(),
      since: z.string().nullable(),
      due: z.string().nullable(),
      ransomware: z.boolean(),
      action: z.string().nullable(),
    })
    .nullable(),
  /** What each source says, side by side. At most 100. */
  sources: z.array(advisoryLine.extend(affectedPart)),
  sourceCount: z.int(),
  references: z.array(reference),
});

const named = z.object({
  vulnerability: described(line(512), { en: "any of its names: CVE, GHSA …", ko: "이름 중 하나: CVE, GHSA 등" }),
});

export const listVulnerabilities = contract({
  name: "advisories.listVulnerabilities",
  method: "GET",
  path: "/vulnerabilities",
  summary: { en: "List vulnerabilities", ko: "취약점 목록" },
  who: [member],
  input: z.object({
    ...paging(["-published", "-score", "name"]),
    search: described(prose(200).optional(), { en: "a name, or a part of the title", ko: "이름 또는 제목의 일부" }),
    rating: z.array(wordOf(ratings)).max(6).optional(),
    exploited: z.boolean().optional(),
    publishedSince: instant.optional(),
  }),
  output: pageOf(vulnerabilityLine),
});

export const showVulnerability = contract({
  name: "advisories.showVulnerability",
  method: "GET",
  path: "/vulnerabilities/{vulnerability}",
  summary: { en: "Show a vulnerability and what each source says of it", ko: "취약점과 출처별 내용 보기" },
  who: [member],
  input: named,
  output: vulnerability,
  errors: ["advisories.unknown-vulnerability"],
});

export const listAdvisories = contract({
  name: "advisories.listAdvisories",
  method: "GET",
  path: "/advisories",
  summary: { en: "List advisories", ko: "권고문 목록" },
  who: [member],
  input: z.object({
    ...paging(["-modified", "name"]),
    search: described(prose(200).optional(), { en: "a name, or a part of the title", ko: "이름 또는 제목의 일부" }),
    format: line(40).optional(),
    publisher: line(200).optional(),
    withdrawn: z.boolean().optional(),
    modifiedSince: instant.optional(),
  }),
  output: pageOf(advisoryLine),
});

export const advisoryRevision = z.object({
  sha256: z.string(),
  modified: instant.nullable(),
  provenance: z.string(),
  importedAt: instant,
  /** The one that counts. */
  current: z.boolean(),
});

export const advisory = advisoryLine.extend({
  document: z.string(),
  names: z.array(z.string()),
  follows: z.array(z.string()),
  summary: z.string().nullable(),
  details: z.string().nullable(),
  ...affectedPart,
  /** Bounds and versions that the ecosystem's order cannot read, as written. */
  unparsed: z.array(z.string()),
  weaknesses: z.array(z.string()),
  references: z.array(reference),
  revisions: z.array(advisoryRevision),
  problems: z.array(problem),
});

const ofAdvisory = z.object({ advisory: id });

export const showAdvisory = contract({
  name: "advisories.showAdvisory",
  method: "GET",
  path: "/advisories/{advisory}",
  summary: { en: "Show an advisory, its ranges and its revisions", ko: "권고문과 범위·개정 보기" },
  who: [member],
  input: ofAdvisory,
  output: advisory,
  errors: ["advisories.unknown-advisory"],
});

export const downloadAdvisory = contract({
  name: "advisories.downloadAdvisory",
  method: "GET",
  path: "/advisories/{advisory}/original",
  summary: { en: "Download an advisory's document as it came", ko: "받은 그대로의 권고문 내려받기" },
  who: [member],
  input: ofAdvisory.extend({
    sha256: described(
      z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .optional(),
      { en: "of the revision; without it the one that counts", ko: "개정의 해시. 없으면 현재 개정" },
    ),
  }),
  output: z.unknown(),
  errors: ["advisories.unknown-advisory", "advisories.unknown-revision"],
  answers: "application/octet-stream",
});

const document = z.instanceof(Uint8Array);
const file = described(line(200).default("upload"), { en: "name of the file, for people", ko: "표시할 파일 이름" });

export const importAdvisory = contract({
  name: "advisories.importAdvisory",
  method: "POST",
  path: "/advisories",
  summary: {
    en: "Import advisories for everybody (OSV, CSAF, CVE, KEV, EPSS, a supplier's VEX)",
    ko: "모두를 위한 권고문 가져오기(OSV, CSAF, CVE, KEV, EPSS, 공급자 VEX)",
  },
  who: [inHub("hub-administrator"), inHub("national-coordinator")],
  input: z.object({ file, document }),
  output: z.object({
    format: z.string(),
    /** Documents that are new or changed, and those that were known. */
    taken: z.int(),
    unchanged: z.int(),
    /** Entries of a catalogue of exploited vulnerabilities or of scores. */
    signals: z.int(),
    statements: z.int(),
    vulnerabilities: z.int(),
    problems: z.array(problem),
    problemCount: z.int(),
  }),
  errors: [
    "advisories.unknown-format",
    "advisories.unsupported-version",
    "advisories.restricted",
    "advisories.nothing-within",
  ],
  body: "bytes",
  records: ["file"],
});

export const importVex = contract({
  name: "advisories.importVex",
  method: "POST",
  path: "/organisations/{organisation}/vex",
  summary: {
    en: "Import VEX statements that hold for an organisation, or for one of its assets",
    ko: "기관 또는 자산에 적용할 VEX 가져오기",
  },
  who: [inOrganisation("analyst")],
  input: z.object({
    organisation: handle,
    asset: described(line(200).optional(), {
      en: "id or name of the asset that the statements are about",
      ko: "대상 자산의 식별자 또는 이름",
    }),
    file,
    document,
  }),
  output: z.object({
    format: z.string(),
    statements: z.int(),
    exposures: exposureCounts,
    problems: z.array(problem),
    problemCount: z.int(),
  }),
  errors: [
    "members.unknown-organisation",
    "inventories.unknown-asset",
    "advisories.unknown-format",
    "advisories.unsupported-version",
    "advisories.nothing-within",
  ],
  body: "bytes",
  records: ["asset", "file"],
});
