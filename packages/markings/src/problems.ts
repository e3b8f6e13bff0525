import { defineProblems } from "@bongsu/base";

export const markingProblems = defineProblems({
  "markings.unknown-label": {
    message: { en: "“{label}” is not a TLP label.", ko: "“{label|”은/는} TLP 표시가 아닙니다." },
    fix: {
      en: "Use TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT or TLP:RED. Until then only its owner sees it.",
      ko: "TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT, TLP:RED 가운데 하나를 쓰십시오. 그때까지는 소유 기관만 봅니다.",
    },
  },
  "markings.white": {
    severity: "info",
    message: {
      en: "TLP:WHITE is of TLP 1.0; it is taken as TLP:CLEAR.",
      ko: "TLP:WHITE는 TLP 1.0의 표시이므로 TLP:CLEAR로 받아들였습니다.",
    },
    fix: { en: "Write TLP:CLEAR (TLP 2.0).", ko: "TLP:CLEAR(TLP 2.0)로 쓰십시오." },
  },
});
