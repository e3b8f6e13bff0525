import { z } from "zod";
import { advisory, advisoryLine, vulnerability } from "./advisory.ts";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { id, instant, line, prose, wordOf } from "./fields.ts";
import { organisationHandle } from "./naming.ts";
import { pageOf, paging } from "./page.ts";
import { exposureCounts, problem } from "./taken.ts";
import { ratings, vulnerabilityLine } from "./vulnerability.ts";
import { inHub, inOrganisation, member } from "./who.ts";

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
    rating: described(z.array(wordOf(ratings)).max(6).optional(), {
      en: "only those of any of these ratings",
      ko: "이 심각도 등급인 것만(여러 개 지정 가능)",
    }),
    exploited: described(z.boolean().optional(), {
      en: "only those known to be exploited, or only those not",
      ko: "악용된 것만(`true`), 또는 악용이 알려지지 않은 것만(`false`)",
    }),
    publishedSince: described(instant.optional(), {
      en: "only those published at this time or later",
      ko: "이 시각 이후에 공개된 것만",
    }),
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
    format: described(line(40).optional(), {
      en: "only documents of this form: `osv`, `csaf`, `cve` …",
      ko: "이 형식의 문서만: `osv`, `csaf`, `cve` 등",
    }),
    publisher: described(line(200).optional(), {
      en: "only those of this publisher, written exactly as advisories show it",
      ko: "이 발행처의 권고문만. 권고문에 표시된 이름과 똑같이 적습니다",
    }),
    withdrawn: described(z.boolean().optional(), {
      en: "only those that were withdrawn, or only those that stand",
      ko: "철회된 것만(`true`), 또는 유효한 것만(`false`)",
    }),
    modifiedSince: described(instant.optional(), {
      en: "only those that their publisher changed at this time or later",
      ko: "발행처가 이 시각 이후에 고친 것만",
    }),
  }),
  output: pageOf(advisoryLine),
});

const ofAdvisory = z.object({
  advisory: described(id, {
    en: "id of the advisory at this hub, not its name",
    ko: "이 허브에서 쓰는 권고문의 식별자(이름이 아님)",
  }),
});

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
  input: z.object({
    file,
    document: described(document, {
      en: "the document, or an archive of documents, as it is",
      ko: "문서 또는 문서를 묶은 압축 파일 그대로",
    }),
  }),
  output: z.object({
    format: described(z.string(), { en: "what the file was found to be", ko: "인식된 파일 형식" }),
    taken: described(z.int(), { en: "documents that are new or changed", ko: "새롭거나 바뀐 문서 수" }),
    unchanged: described(z.int(), { en: "documents that were known as they are", ko: "이미 있던 문서 수" }),
    signals: described(z.int(), {
      en: "entries of a catalogue of exploited vulnerabilities, or of scores",
      ko: "악용 목록이나 점수 항목 수",
    }),
    statements: described(z.int(), { en: "VEX statements that were taken", ko: "받은 VEX 문장 수" }),
    vulnerabilities: described(z.int(), { en: "how many vulnerabilities they are about", ko: "관련된 취약점 수" }),
    problems: described(z.array(problem), { en: "what could not be taken as it came", ko: "그대로 받지 못한 부분" }),
    problemCount: described(z.int(), {
      en: "how many there are in all, those that are not listed as well",
      ko: "목록에 없는 것까지 포함한 문제의 전체 수",
    }),
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
    organisation: organisationHandle,
    asset: described(line(200).optional(), {
      en: "id or name of the asset that the statements are about",
      ko: "대상 자산의 식별자 또는 이름",
    }),
    file,
    document: described(document, {
      en: "the VEX document (OpenVEX, CSAF, CycloneDX) as it is",
      ko: "VEX 문서(OpenVEX, CSAF, CycloneDX) 그대로",
    }),
  }),
  output: z.object({
    format: described(z.string(), { en: "what the file was found to be", ko: "인식된 파일 형식" }),
    statements: described(z.int(), { en: "VEX statements that were taken", ko: "받은 VEX 문장 수" }),
    exposures: described(exposureCounts, {
      en: "what became of the organisation's exposures",
      ko: "기관의 노출에 생긴 변화",
    }),
    problems: described(z.array(problem), { en: "what could not be taken as it came", ko: "그대로 받지 못한 부분" }),
    problemCount: described(z.int(), {
      en: "how many there are in all, those that are not listed as well",
      ko: "목록에 없는 것까지 포함한 문제의 전체 수",
    }),
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
