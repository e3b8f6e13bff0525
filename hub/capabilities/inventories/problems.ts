import { defineProblems } from "@bongsu/base";

export const inventoryProblems = defineProblems({
  "inventories.unknown-asset": {
    message: {
      en: "“{organisation}” has no asset “{asset}”.",
      ko: "“{organisation}”에는 자산 “{asset|”이/가} 없습니다.",
    },
    fix: {
      en: "`bongsu asset list {organisation}` shows all of them.",
      ko: "`bongsu asset list {organisation}`로 전체를 볼 수 있습니다.",
    },
  },
  "inventories.asset-exists": {
    message: {
      en: "“{organisation}” has an asset “{asset}” already.",
      ko: "“{organisation}”에 자산 “{asset|”이/가} 이미 있습니다.",
    },
    fix: { en: "Choose another name.", ko: "다른 이름을 쓰십시오." },
  },
  "inventories.invalid-asset": {
    message: { en: "The asset's {field} cannot be “{value}”.", ko: "자산의 {field}에 “{value|”을/를} 쓸 수 없습니다." },
    fix: { en: "Possible: {known}.", ko: "쓸 수 있는 값: {known}." },
  },
  "inventories.search-too-wide": {
    message: { en: "Neither a name nor a package URL was given.", ko: "이름이나 패키지 URL이 없습니다." },
    fix: { en: "Give `search` or `purl`.", ko: "`search`나 `purl`을 지정하십시오." },
  },
  "inventories.range-without-ecosystem": {
    message: {
      en: "“{range}” can be read only in the notation of an ecosystem.",
      ko: "“{range|은/는}” 생태계를 알아야 읽을 수 있습니다.",
    },
    fix: {
      en: "Name the ecosystem, give a package URL, or write the range in VERS (`vers:npm/<4.17.21`).",
      ko: "생태계나 패키지 URL을 지정하거나 VERS(`vers:npm/<4.17.21`)로 쓰십시오.",
    },
  },
  "inventories.unknown-revision": {
    message: {
      en: "“{asset}” has no SBOM revision {revision}.",
      ko: "“{asset}”에는 SBOM 개정 {revision}이(가) 없습니다.",
    },
    fix: {
      en: "`bongsu asset show` lists the revisions.",
      ko: "`bongsu asset show`로 개정 목록을 볼 수 있습니다.",
    },
  },
});
