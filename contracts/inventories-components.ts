import { z } from "zod";
import { ofAsset, unknownAsset } from "./asset.ts";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { handle, id, line, prose, wordOf } from "./fields.ts";
import { organisationHandle } from "./naming.ts";
import { pageOf, paging } from "./page.ts";
import { member } from "./who.ts";
import { criticalities, networks } from "./words.ts";

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

/** An asset in which something was found. */
export const usingAsset = described(
  z.object({
    id: described(id, { en: "by which the asset is named in addresses", ko: "자산의 식별자" }),
    name: described(z.string(), { en: "what the organisation calls it", ko: "기관이 부르는 자산 이름" }),
    criticality: described(wordOf(criticalities), {
      en: "what a failure of the asset would mean",
      ko: "자산이 멈추면 미치는 영향",
    }),
    network: described(wordOf(networks), { en: "how far the asset can be reached", ko: "자산에 닿을 수 있는 범위" }),
  }),
  { en: "the asset that uses it", ko: "구성 요소를 쓰는 자산" },
);

/** A package version that an asset uses. */
export const packageUse = z.object({
  organisation: organisationHandle,
  asset: usingAsset,
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

const question = {
  search: described(prose(200).min(2).optional(), {
    en: "beginnings of words of its name: `log4j core` finds `org.apache.logging.log4j:log4j-core`",
    ko: "이름 속 낱말의 앞부분: `log4j core`로 `org.apache.logging.log4j:log4j-core`를 찾습니다",
  }),
  purl: described(line(1000).optional(), {
    en: "package URL, with or without a version",
    ko: "패키지 URL(버전은 선택)",
  }),
  ecosystem: described(line(100).optional(), {
    en: "as OSV writes it: `npm`, `Debian`",
    ko: "OSV 표기: `npm`, `Debian`",
  }),
  supplier: described(line(300).optional(), {
    en: "who supplies it, however the name is written: `Red Hat, Inc.`",
    ko: "공급자. 표기가 달라도 찾습니다: `Red Hat, Inc.`",
  }),
  organisation: described(handle.optional(), { en: "only assets of this organisation", ko: "이 기관의 자산만" }),
};

/** A component that an asset lists, whether it can be matched or not. */
const componentUse = z.object({
  organisation: organisationHandle,
  asset: usingAsset,
  name: described(z.string(), { en: "the package's name, or the SBOM's where it is none", ko: "구성 요소 이름" }),
  version: described(z.string().nullable(), { en: "its version; null without one", ko: "버전. 없으면 null" }),
  package: described(packageName.nullable(), {
    en: "the package that it is matched as; null where it cannot be matched",
    ko: "대조할 때 쓰는 패키지. 대조할 수 없으면 null",
  }),
  supplier: described(z.string().nullable(), {
    en: "who supplies it, by the name under which suppliers are listed; null where the SBOM does not say",
    ko: "공급자(공급자 목록의 이름). SBOM에 없으면 null",
  }),
  path: described(z.string(), { en: "where it stands in the asset's SBOM", ko: "자산 SBOM에서의 위치" }),
  unmatchable: described(z.string().nullable(), {
    en: "why it cannot be matched; null where it can",
    ko: "대조할 수 없는 까닭. 대조할 수 있으면 null",
  }),
});

export const findComponents = contract({
  name: "inventories.findComponents",
  method: "GET",
  path: "/component-uses",
  summary: {
    en: "Find which assets use a component: by name, package URL, versions, CPE name, hash, supplier, licence",
    ko: "구성 요소를 쓰는 자산 찾기(이름, 패키지 URL, 버전, CPE 이름, 해시, 공급자, 라이선스)",
  },
  who: [member],
  input: z.object({
    ...paging(["name"]),
    ...question,
    range: described(line(1000).optional(), {
      en: "versions: VERS (`vers:npm/<4.17.21`), or the ecosystem's own notation (`>=1.2 <2`)",
      ko: "버전 범위: VERS(`vers:npm/<4.17.21`) 또는 생태계 고유 표기(`>=1.2 <2`)",
    }),
    cpe: described(line(1000).optional(), {
      en: "CPE name; its vendor and product count, and its version where it has one",
      ko: "CPE 이름. 공급자와 제품, 있으면 버전까지 비교합니다",
    }),
    hash: described(line(200).optional(), {
      en: "hash of the component's file, in hexadecimal, whatever the algorithm",
      ko: "구성 요소 파일의 해시(16진수, 알고리즘 무관)",
    }),
    licence: described(line(300).optional(), {
      en: "licence as the SBOM writes it: `GPL-3.0-only`",
      ko: "SBOM에 적힌 라이선스: `GPL-3.0-only`",
    }),
    matchable: described(z.boolean().optional(), {
      en: "only those that can be matched, or only those that cannot",
      ko: "대조할 수 있는 것만, 또는 없는 것만",
    }),
  }),
  output: pageOf(componentUse),
  errors: [
    "inventories.search-too-wide",
    "inventories.range-without-ecosystem",
    "inventories.invalid-cpe",
    "versions.invalid-purl",
    "versions.invalid-range",
  ],
});

const packageInUse = z.object({
  package: described(packageName, { en: "what is used", ko: "쓰이는 패키지" }),
  versions: described(z.array(z.string()), {
    en: "versions in use, in their ecosystem's order, the first fifty",
    ko: "쓰이는 버전(생태계의 순서, 처음 50개)",
  }),
  versionCount: described(z.int(), { en: "how many versions are in use", ko: "쓰이는 버전 수" }),
  assets: described(z.int(), { en: "how many assets use it", ko: "쓰는 자산 수" }),
  organisations: described(z.int(), { en: "how many organisations use it", ko: "쓰는 기관 수" }),
  exposures: described(z.int(), { en: "open exposures that come by it", ko: "이 패키지로 생긴 열린 노출 수" }),
});

export const listPackages = contract({
  name: "inventories.listPackages",
  method: "GET",
  path: "/packages-in-use",
  summary: {
    en: "List the packages in use, with their versions, assets and open exposures",
    ko: "쓰이는 패키지 목록(버전, 자산, 열린 노출 포함)",
  },
  who: [member],
  input: z.object({ ...paging(["name"], 100), ...question }),
  output: pageOf(packageInUse),
  errors: ["versions.invalid-purl"],
});
