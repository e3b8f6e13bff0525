import { defineProblems } from "@bongsu/base";

export const exposureProblems = defineProblems({
  "exposure.statement-without-package": {
    severity: "warning",
    message: {
      en: "A VEX statement on {vulnerability} names no package that inventories can hold: {product}.",
      ko: "{vulnerability}에 대한 VEX 문장이 목록에 있을 수 있는 패키지를 가리키지 않습니다: {product}.",
    },
    fix: {
      en: "Name the product by a package URL, or name the asset that the document is about.",
      ko: "제품을 패키지 URL로 밝히거나 문서가 다루는 자산을 지정하십시오.",
    },
  },
  "exposure.statement-needs-asset": {
    severity: "warning",
    message: {
      en: "A VEX statement on {vulnerability} speaks of parts within a product.",
      ko: "{vulnerability}에 대한 VEX 문장이 제품 안의 구성 요소를 다룹니다.",
    },
    fix: {
      en: "Name the asset that is this product, so that the statement does not reach others.",
      ko: "이 제품에 해당하는 자산을 지정하십시오. 그래야 문장이 다른 곳에 적용되지 않습니다.",
    },
  },
  "exposure.unknown-exposure": {
    message: {
      en: "The asset has no exposure to {vulnerability} by this package version.",
      ko: "자산에 이 패키지 버전의 {vulnerability} 노출이 없습니다.",
    },
    fix: {
      en: "List the exposures again: one that was recorded by mistake is gone with its asset or its advisory.",
      ko: "노출 목록을 다시 보십시오. 자산이나 권고문이 없어지면 노출도 없어집니다.",
    },
  },
  "exposure.unknown": {
    message: { en: "Nothing is known by the name “{name}”.", ko: "“{name}”(으)로 알려진 것이 없습니다." },
    fix: {
      en: "Give a vulnerability's id (CVE, GHSA …) or a package URL; import advisories first.",
      ko: "취약점 번호(CVE, GHSA 등)나 패키지 URL을 쓰고, 먼저 권고문을 가져오십시오.",
    },
  },
});
