import type { Text } from "@bongsu/base";
import { z } from "zod";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { handle, id, instant, line, prose, wordOf } from "./fields.ts";
import { pageOf, paging } from "./page.ts";
import { exposureCounts, problem } from "./taken.ts";
import { inOrganisation, member } from "./who.ts";
import { criticalities, networks } from "./words.ts";

/** Why a component cannot be matched with advisories. */
export const unmatchableReasons = {
  "no-identity": { en: "No package URL or CPE name", ko: "패키지 URL이나 CPE 이름 없음" },
  "no-version": { en: "No version", ko: "버전 없음" },
  "unknown-ecosystem": { en: "Unknown ecosystem", ko: "알 수 없는 생태계" },
  "no-release": { en: "Operating system's release missing", ko: "운영체제 릴리스 없음" },
  "invalid-purl": { en: "Invalid package URL", ko: "잘못된 패키지 URL" },
  "not-software": { en: "Not software", ko: "소프트웨어가 아님" },
} satisfies Record<string, Text>;

/** What an asset's current SBOM says of itself. */
export const sbomFacts = z.object({
  revision: z.int(),
  format: z.string(),
  specVersion: z.string(),
  file: z.string(),
  receivedAt: instant,
  /** As the document says; not checked. */
  created: z.string().nullable(),
  components: z.int(),
  /** Components that can be matched with advisories. */
  matchable: z.int(),
  /** How many things in it could not be read or kept as written. */
  problems: z.int(),
});

export const asset = z.object({
  organisation: handle,
  id,
  name: z.string(),
  criticality: wordOf(criticalities),
  network: wordOf(networks),
  since: instant,
  /** Null until the first one came. */
  sbom: sbomFacts.nullable(),
});

const ofOrganisation = z.object({ organisation: handle });

export const ofAsset = ofOrganisation.extend({
  asset: described(line(200), { en: "its id or its name", ko: "자산 식별자 또는 이름" }),
});

const unknownAsset = ["members.unknown-organisation", "inventories.unknown-asset"];
const unknownRevision = [...unknownAsset, "inventories.unknown-revision"];
const revision = z.int().min(1).max(2_147_483_647);
const fileName = described(line(200).default("sbom"), { en: "name of the file, for people", ko: "표시할 파일 이름" });

export const listAssets = contract({
  name: "inventories.listAssets",
  method: "GET",
  path: "/organisations/{organisation}/assets",
  summary: { en: "List an organisation's assets", ko: "기관의 자산 목록" },
  who: [member],
  input: ofOrganisation.extend({
    ...paging(["name", "-received"]),
    search: described(prose(200).optional(), { en: "a part of the name", ko: "이름의 일부" }),
    criticality: wordOf(criticalities).optional(),
    network: wordOf(networks).optional(),
    withoutSbom: described(z.boolean().optional(), {
      en: "only those without an SBOM, or only those with one",
      ko: "SBOM이 없는 것만, 또는 있는 것만",
    }),
  }),
  output: pageOf(asset),
  errors: ["members.unknown-organisation"],
});

export const showAsset = contract({
  name: "inventories.showAsset",
  method: "GET",
  path: "/organisations/{organisation}/assets/{asset}",
  summary: { en: "Show an asset and what its current SBOM says", ko: "자산과 현재 SBOM 보기" },
  who: [member],
  input: ofAsset,
  output: asset,
  errors: unknownAsset,
});

export const addAsset = contract({
  name: "inventories.addAsset",
  method: "POST",
  path: "/organisations/{organisation}/assets",
  summary: { en: "Add an asset", ko: "자산 추가" },
  who: [inOrganisation("analyst")],
  input: ofOrganisation.extend({
    name: line(200),
    criticality: wordOf(criticalities).default("medium"),
    network: wordOf(networks).default("internal"),
  }),
  output: asset,
  errors: ["members.unknown-organisation", "inventories.asset-exists"],
  creates: true,
  records: ["name", "criticality", "network"],
});

export const changeAsset = contract({
  name: "inventories.changeAsset",
  method: "PATCH",
  path: "/organisations/{organisation}/assets/{asset}",
  summary: {
    en: "Change an asset's name, criticality or network; its exposures' urgency follows",
    ko: "자산의 이름·중요도·네트워크 변경(노출의 긴급도도 다시 계산)",
  },
  who: [inOrganisation("analyst")],
  input: ofAsset.extend({
    name: line(200).optional(),
    criticality: wordOf(criticalities).optional(),
    network: wordOf(networks).optional(),
  }),
  output: asset,
  errors: [...unknownAsset, "inventories.asset-exists"],
  records: ["name", "criticality", "network"],
});

export const removeAsset = contract({
  name: "inventories.removeAsset",
  method: "DELETE",
  path: "/organisations/{organisation}/assets/{asset}",
  summary: {
    en: "Remove an asset with its SBOMs, its exposures and their history",
    ko: "자산을 SBOM, 노출, 이력과 함께 삭제",
  },
  who: [inOrganisation("organisation-administrator")],
  input: ofAsset,
  /** As it was. */
  output: asset,
  errors: unknownAsset,
});

export const uploadSbom = contract({
  name: "inventories.uploadSbom",
  method: "PUT",
  path: "/organisations/{organisation}/assets/{asset}/sbom",
  summary: {
    en: "Upload an asset's SBOM (CycloneDX or SPDX: JSON, XML, tag-value)",
    ko: "자산의 SBOM 올리기(CycloneDX·SPDX: JSON, XML, tag-value)",
  },
  who: [inOrganisation("reporter")],
  input: ofAsset.extend({ file: fileName, document: z.instanceof(Uint8Array) }),
  output: z.object({
    revision: z.int(),
    /** The very same document counted already: nothing was done. */
    unchanged: z.boolean(),
    components: z.int(),
    matchable: z.int(),
    exposures: exposureCounts,
    problems: z.array(problem),
    /** Problems in all, those beyond the listed ones as well. */
    problemCount: z.int(),
  }),
  errors: [...unknownAsset, "sbom.unknown-format", "sbom.unsupported-format", "sbom.empty", "sbom.truncated"],
  body: "bytes",
  records: ["file"],
});

export const listSbomRevisions = contract({
  name: "inventories.listSbomRevisions",
  method: "GET",
  path: "/organisations/{organisation}/assets/{asset}/sboms",
  summary: { en: "List the revisions of an asset's SBOM", ko: "자산 SBOM의 개정 목록" },
  who: [member],
  input: ofAsset.extend(paging(["-revision"])),
  output: pageOf(sbomFacts),
  errors: unknownAsset,
});

export const downloadSbom = contract({
  name: "inventories.downloadSbom",
  method: "GET",
  path: "/organisations/{organisation}/assets/{asset}/sboms/{revision}",
  summary: { en: "Download an SBOM as it came", ko: "받은 그대로의 SBOM 내려받기" },
  who: [member],
  input: ofAsset.extend({ revision }),
  output: z.unknown(),
  errors: unknownRevision,
  answers: "application/octet-stream",
});

const listed = z.object({ name: z.string(), versions: z.array(z.string()) });

export const showSbomDifference = contract({
  name: "inventories.showSbomDifference",
  method: "GET",
  path: "/organisations/{organisation}/assets/{asset}/sbom-difference",
  summary: { en: "Compare two revisions of an asset's SBOM", ko: "SBOM의 두 개정 비교" },
  who: [member],
  input: ofAsset.extend({ from: revision, to: revision }),
  output: z.object({
    from: z.int(),
    to: z.int(),
    added: z.array(listed),
    removed: z.array(listed),
    changed: z.array(z.object({ name: z.string(), from: z.array(z.string()), to: z.array(z.string()) })),
    /** False where there is more than the answer lists. */
    complete: z.boolean(),
  }),
  errors: unknownRevision,
});

/** A package as advisories name it. */
export const packageName = z.object({ ecosystem: z.string(), release: z.string(), name: z.string() });

export const component = z.object({
  /** Null where it cannot be matched. */
  package: packageName.nullable(),
  name: z.string(),
  version: z.string().nullable(),
  /** Where it stands in the document, the first time. */
  path: z.string(),
  occurrences: z.int(),
  /** Why it cannot be matched; null where it can. */
  unmatchable: z.string().nullable(),
  /** Open exposures that come by it. */
  exposures: z.int(),
});

export const listComponents = contract({
  name: "inventories.listComponents",
  method: "GET",
  path: "/organisations/{organisation}/assets/{asset}/components",
  summary: {
    en: "List the components of an asset's current SBOM, those that cannot be matched as well",
    ko: "자산의 현재 SBOM 구성 요소 목록(대조할 수 없는 것 포함)",
  },
  who: [member],
  input: ofAsset.extend({
    ...paging(["name"]),
    search: described(prose(200).optional(), { en: "a part of the name", ko: "이름의 일부" }),
    ecosystem: line(100).optional(),
    matchable: described(z.boolean().optional(), {
      en: "only those that can be matched, or only those that cannot",
      ko: "대조할 수 있는 것만, 또는 없는 것만",
    }),
  }),
  output: pageOf(component),
  errors: unknownAsset,
});

/** A package version that an asset uses. */
export const packageUse = z.object({
  organisation: handle,
  asset: z.object({ id, name: z.string(), criticality: wordOf(criticalities), network: wordOf(networks) }),
  package: packageName,
  version: z.string(),
  path: z.string(),
});

export const findPackage = contract({
  name: "inventories.findPackage",
  method: "GET",
  path: "/package-uses",
  summary: { en: "Find who uses a package", ko: "패키지를 쓰는 자산 찾기" },
  who: [member],
  input: z.object({
    ...paging(["name"]),
    search: described(prose(200).min(2).optional(), { en: "a part of the package's name", ko: "패키지 이름의 일부" }),
    purl: described(line(1000).optional(), {
      en: "package URL, with or without a version",
      ko: "패키지 URL(버전은 선택)",
    }),
    ecosystem: described(line(100).optional(), {
      en: "as OSV writes it: `npm`, `Debian`",
      ko: "OSV 표기: `npm`, `Debian`",
    }),
    range: described(line(1000).optional(), {
      en: "versions: VERS (`vers:npm/<4.17.21`), or the ecosystem's own notation (`>=1.2 <2`)",
      ko: "버전 범위: VERS(`vers:npm/<4.17.21`) 또는 생태계 고유 표기(`>=1.2 <2`)",
    }),
    organisation: handle.optional(),
  }),
  output: pageOf(packageUse),
  errors: [
    "inventories.search-too-wide",
    "inventories.range-without-ecosystem",
    "versions.invalid-purl",
    "versions.invalid-range",
  ],
});
