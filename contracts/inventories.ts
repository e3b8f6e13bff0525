import type { Text } from "@bongsu/base";
import { z } from "zod";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { handle, id, instant, line, prose, wordOf } from "./fields.ts";
import { organisationHandle } from "./naming.ts";
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
  revision: described(z.int(), { en: "counts the asset's SBOMs, from 1", ko: "자산 SBOM의 개정 번호(1부터)" }),
  format: described(z.string(), { en: "`cyclonedx` or `spdx`", ko: "`cyclonedx` 또는 `spdx`" }),
  specVersion: described(z.string(), { en: "version of that format", ko: "그 형식의 버전" }),
  file: described(z.string(), { en: "name of the file, for people", ko: "표시할 파일 이름" }),
  receivedAt: described(instant, { en: "when it came", ko: "받은 시각" }),
  created: described(z.string().nullable(), {
    en: "when it was made, as the document says; not checked; null where it does not say",
    ko: "문서가 밝힌 작성 시각(확인하지 않음). 없으면 null",
  }),
  components: described(z.int(), { en: "how many components it lists", ko: "구성 요소 수" }),
  matchable: described(z.int(), {
    en: "how many of them can be matched with advisories",
    ko: "권고문과 대조할 수 있는 구성 요소 수",
  }),
  problems: described(z.int(), {
    en: "how many things in it could not be read or kept as written",
    ko: "읽지 못했거나 그대로 두지 못한 부분의 수",
  }),
});

export const asset = z.object({
  organisation: organisationHandle,
  id: described(id, {
    en: "stays the same when the asset is renamed",
    ko: "자산의 식별자. 이름을 바꿔도 그대로입니다",
  }),
  name: described(z.string(), { en: "what the organisation calls it", ko: "기관이 부르는 자산 이름" }),
  criticality: described(wordOf(criticalities), {
    en: "what a failure of the asset would mean",
    ko: "자산이 멈추면 미치는 영향",
  }),
  network: described(wordOf(networks), { en: "how far the asset can be reached", ko: "자산에 닿을 수 있는 범위" }),
  since: described(instant, { en: "when it was added", ko: "추가된 시각" }),
  sbom: described(sbomFacts.nullable(), {
    en: "the SBOM that counts; null until the first one came",
    ko: "현재 SBOM. 아직 받은 것이 없으면 null",
  }),
});

const ofOrganisation = z.object({ organisation: organisationHandle });

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
    criticality: described(wordOf(criticalities).optional(), {
      en: "only assets of this criticality",
      ko: "이 중요도의 자산만",
    }),
    network: described(wordOf(networks).optional(), {
      en: "only assets that can be reached this far",
      ko: "이 네트워크의 자산만",
    }),
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
    name: described(line(200), {
      en: "what it is called; no other asset of the organisation has it",
      ko: "자산 이름. 기관 안에서 겹칠 수 없습니다",
    }),
    criticality: described(wordOf(criticalities).default("medium"), {
      en: "what a failure of the asset would mean (SSVC: human impact)",
      ko: "자산이 멈추면 미치는 영향(SSVC: human impact)",
    }),
    network: described(wordOf(networks).default("internal"), {
      en: "how far the asset can be reached (SSVC: system exposure)",
      ko: "자산에 닿을 수 있는 범위(SSVC: system exposure)",
    }),
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
    name: described(line(200).optional(), {
      en: "what it is called; left out, it stays",
      ko: "자산 이름. 지정하지 않으면 그대로 둡니다",
    }),
    criticality: described(wordOf(criticalities).optional(), {
      en: "what a failure of the asset would mean; left out, it stays",
      ko: "자산이 멈추면 미치는 영향. 지정하지 않으면 그대로 둡니다",
    }),
    network: described(wordOf(networks).optional(), {
      en: "how far the asset can be reached; left out, it stays",
      ko: "자산에 닿을 수 있는 범위. 지정하지 않으면 그대로 둡니다",
    }),
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
  input: ofAsset.extend({
    file: fileName,
    document: described(z.instanceof(Uint8Array), {
      en: "the SBOM as it is: CycloneDX or SPDX, up to the hub's limit for files",
      ko: "SBOM 파일 그대로: CycloneDX 또는 SPDX, 허브의 파일 크기 한도까지",
    }),
  }),
  output: z.object({
    revision: described(z.int(), { en: "number of the revision that counts now", ko: "현재 개정의 번호" }),
    unchanged: described(z.boolean(), {
      en: "the very same document counted already: nothing was done",
      ko: "같은 문서가 이미 현재 개정이어서 아무것도 하지 않았으면 true",
    }),
    components: described(z.int(), { en: "how many components it lists", ko: "구성 요소 수" }),
    matchable: described(z.int(), {
      en: "how many of them can be matched with advisories",
      ko: "권고문과 대조할 수 있는 구성 요소 수",
    }),
    exposures: described(exposureCounts, { en: "what became of the asset's exposures", ko: "자산의 노출에 생긴 변화" }),
    problems: described(z.array(problem), { en: "what could not be taken as it came", ko: "그대로 받지 못한 부분" }),
    problemCount: described(z.int(), {
      en: "how many there are in all, those that are not listed as well",
      ko: "목록에 없는 것까지 포함한 문제의 전체 수",
    }),
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
  input: ofAsset.extend({ revision: described(revision, { en: "number of the revision", ko: "개정 번호" }) }),
  output: z.unknown(),
  errors: unknownRevision,
  answers: "application/octet-stream",
});

const listed = z.object({
  name: described(z.string(), { en: "the component's name", ko: "구성 요소 이름" }),
  versions: described(z.array(z.string()), { en: "in which versions it is there", ko: "포함된 버전" }),
});

export const showSbomDifference = contract({
  name: "inventories.showSbomDifference",
  method: "GET",
  path: "/organisations/{organisation}/assets/{asset}/sbom-difference",
  summary: { en: "Compare two revisions of an asset's SBOM", ko: "SBOM의 두 개정 비교" },
  who: [member],
  input: ofAsset.extend({
    from: described(revision, { en: "number of the earlier revision", ko: "앞 개정의 번호" }),
    to: described(revision, { en: "number of the later revision", ko: "뒤 개정의 번호" }),
  }),
  output: z.object({
    from: described(z.int(), { en: "number of the earlier revision", ko: "앞 개정의 번호" }),
    to: described(z.int(), { en: "number of the later revision", ko: "뒤 개정의 번호" }),
    added: described(z.array(listed), {
      en: "components that are only in the later one",
      ko: "뒤 개정에만 있는 구성 요소",
    }),
    removed: described(z.array(listed), {
      en: "components that are only in the earlier one",
      ko: "앞 개정에만 있는 구성 요소",
    }),
    changed: described(
      z.array(
        z.object({
          name: described(z.string(), { en: "the component's name", ko: "구성 요소 이름" }),
          from: described(z.array(z.string()), { en: "versions in the earlier one", ko: "앞 개정의 버전" }),
          to: described(z.array(z.string()), { en: "versions in the later one", ko: "뒤 개정의 버전" }),
        }),
      ),
      { en: "components whose versions differ", ko: "버전이 달라진 구성 요소" },
    ),
    complete: described(z.boolean(), {
      en: "false where there is more than the answer lists",
      ko: "응답에 다 싣지 못했으면 false",
    }),
  }),
  errors: unknownRevision,
});

/** A package as advisories name it. */
export const packageName = z.object({
  ecosystem: described(z.string(), { en: "as OSV writes it: `npm`, `Debian`", ko: "OSV 표기: `npm`, `Debian`" }),
  release: described(z.string(), {
    en: "release of the ecosystem: `12` for Debian 12; empty where it has none",
    ko: "생태계의 릴리스: Debian 12이면 `12`. 없으면 빈 문자열",
  }),
  name: described(z.string(), { en: "the package's name in its ecosystem", ko: "생태계 안에서의 패키지 이름" }),
});

export const component = z.object({
  package: described(packageName.nullable(), {
    en: "the package that it is matched as; null where it cannot be matched",
    ko: "대조할 때 쓰는 패키지. 대조할 수 없으면 null",
  }),
  name: described(z.string(), { en: "as the SBOM writes it", ko: "SBOM에 적힌 이름" }),
  version: described(z.string().nullable(), {
    en: "as the SBOM writes it; null without one",
    ko: "SBOM에 적힌 버전. 없으면 null",
  }),
  path: described(z.string(), {
    en: "where it stands in the document, the first time",
    ko: "문서에서 처음 나오는 위치",
  }),
  occurrences: described(z.int(), { en: "how often it stands in the document", ko: "문서에 나오는 횟수" }),
  unmatchable: described(z.string().nullable(), {
    en: "why it cannot be matched; null where it can",
    ko: "대조할 수 없는 까닭. 대조할 수 있으면 null",
  }),
  exposures: described(z.int(), { en: "open exposures that come by it", ko: "이 구성 요소로 생긴 열린 노출 수" }),
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
    ecosystem: described(line(100).optional(), {
      en: "only those of this ecosystem, as OSV writes it: `npm`, `Debian`",
      ko: "이 생태계의 것만. OSV 표기: `npm`, `Debian`",
    }),
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
  organisation: organisationHandle,
  asset: described(
    z.object({
      id: described(id, { en: "by which the asset is named in addresses", ko: "자산의 식별자" }),
      name: described(z.string(), { en: "what the organisation calls it", ko: "기관이 부르는 자산 이름" }),
      criticality: described(wordOf(criticalities), {
        en: "what a failure of the asset would mean",
        ko: "자산이 멈추면 미치는 영향",
      }),
      network: described(wordOf(networks), { en: "how far the asset can be reached", ko: "자산에 닿을 수 있는 범위" }),
    }),
    { en: "the asset that uses it", ko: "패키지를 쓰는 자산" },
  ),
  package: described(packageName, { en: "the package that was found", ko: "찾은 패키지" }),
  version: described(z.string(), { en: "the version that the asset uses", ko: "자산이 쓰는 버전" }),
  path: described(z.string(), { en: "where it stands in the asset's SBOM", ko: "자산 SBOM에서의 위치" }),
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
    organisation: described(handle.optional(), { en: "only assets of this organisation", ko: "이 기관의 자산만" }),
  }),
  output: pageOf(packageUse),
  errors: [
    "inventories.search-too-wide",
    "inventories.range-without-ecosystem",
    "versions.invalid-purl",
    "versions.invalid-range",
  ],
});
