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
    message: { en: "Nothing was named that is to be found.", ko: "찾을 것을 지정하지 않았습니다." },
    fix: {
      en: "Give a name with letters or digits in `search`, or a package URL in `purl`.",
      ko: "글자나 숫자가 있는 이름을 `search`에, 또는 패키지 URL을 `purl`에 지정하십시오.",
    },
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
  "inventories.unknown-owner": {
    message: {
      en: "Nobody of the organisation has the id “{person}”.",
      ko: "기관에 식별자가 “{person}”인 사용자가 없습니다.",
    },
    fix: {
      en: "Choose somebody who has a role in the organisation.",
      ko: "기관에 역할이 있는 사용자를 선택하십시오.",
    },
  },
  "inventories.unknown-group": {
    message: { en: "There is no group “{group}”.", ko: "그룹 “{group|”이/가} 없습니다." },
    fix: { en: "List the groups, or add it first.", ko: "그룹 목록을 확인하거나 먼저 추가하십시오." },
  },
  "inventories.group-exists": {
    message: { en: "There is a group “{group}” already.", ko: "그룹 “{group|”이/가} 이미 있습니다." },
    fix: { en: "Choose another name.", ko: "다른 이름을 쓰십시오." },
  },
  "inventories.too-many-tags": {
    message: {
      en: "“{asset}” would have more than {most} tags.",
      ko: "“{asset}”의 태그가 {most}개를 넘게 됩니다.",
    },
    fix: { en: "Remove some first.", ko: "먼저 일부를 빼십시오." },
  },
  "inventories.invalid-register": {
    message: {
      en: "The register of assets cannot be read: line {row}, {column}.",
      ko: "자산 대장을 읽을 수 없습니다: {row}행, {column}.",
    },
    fix: {
      en: "Send CSV in UTF-8 whose first line names the columns, `name` among them; an export shows the form.",
      ko: "첫 줄에 `name`을 포함한 열 이름이 있는 UTF-8 CSV를 보내십시오. 내보내기로 형식을 볼 수 있습니다.",
    },
  },
  "inventories.register-row": {
    severity: "warning",
    message: {
      en: "Line {row}, {column}: “{value}” was not taken.",
      ko: "{row}행 {column}: “{value|”을/를} 받지 못했습니다.",
    },
    fix: { en: "Possible: {known}.", ko: "쓸 수 있는 값: {known}." },
  },
  "inventories.register-owner": {
    severity: "warning",
    message: {
      en: "Line {row}: nobody of the organisation has the address “{value}”; the owner was left as it was.",
      ko: "{row}행: 기관에 “{value}” 주소를 쓰는 사용자가 없어 담당자를 그대로 두었습니다.",
    },
    fix: {
      en: "Give the e-mail address of somebody who has a role in the organisation.",
      ko: "기관에 역할이 있는 사용자의 이메일 주소를 쓰십시오.",
    },
  },
  "inventories.unknown-upload": {
    message: { en: "There is no upload “{upload}”.", ko: "올리기 “{upload|”이/가} 없습니다." },
    fix: {
      en: "List the uploads; they are kept for 30 days.",
      ko: "올리기 목록을 확인하십시오. 30일 동안 보관합니다.",
    },
  },
  "inventories.upload-exists": {
    message: {
      en: "The upload “{upload}” was another document, or for another asset.",
      ko: "올리기 “{upload|”은/는} 다른 문서이거나 다른 자산의 것입니다.",
    },
    fix: { en: "Choose a new id for each document.", ko: "문서마다 새 식별자를 쓰십시오." },
  },
  "inventories.upload-superseded": {
    message: {
      en: "A document that came later is the asset's inventory already.",
      ko: "나중에 받은 문서가 이미 자산의 현재 구성 목록입니다.",
    },
    fix: {
      en: "Nothing is to be done; hand it in again where the older one is meant.",
      ko: "할 일이 없습니다. 이전 문서로 되돌리려면 다시 맡기십시오.",
    },
  },
  "inventories.invalid-cpe": {
    message: { en: "“{cpe}” is no CPE name of a product.", ko: "“{cpe|”은/는} 제품의 CPE 이름이 아닙니다." },
    fix: {
      en: "Write it as `cpe:2.3:a:vendor:product:version:…` or `cpe:/a:vendor:product`.",
      ko: "`cpe:2.3:a:vendor:product:version:…`이나 `cpe:/a:vendor:product`로 쓰십시오.",
    },
  },
  "inventories.unknown-supplier": {
    message: { en: "Nothing in use is supplied by “{supplier}”.", ko: "“{supplier|”이/가} 공급하는 것이 없습니다." },
    fix: { en: "List the suppliers to see the names.", ko: "공급자 목록에서 이름을 확인하십시오." },
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
