import { defineProblems } from "@bongsu/base";

export const memberProblems = defineProblems({
  "members.unknown-organisation": {
    message: { en: "There is no organisation “{handle}”.", ko: "“{handle}”이라는 기관이 없습니다." },
    fix: { en: "`bongsu org list` shows all of them.", ko: "`bongsu org list`로 전체를 볼 수 있습니다." },
  },
  "members.organisation-exists": {
    message: { en: "The organisation “{handle}” is there already.", ko: "기관 “{handle|”이/가} 이미 있습니다." },
    fix: { en: "Choose another handle.", ko: "다른 이름을 쓰십시오." },
  },
  "members.invalid-handle": {
    message: { en: "“{handle}” cannot be a handle.", ko: "“{handle|”은/는} 짧은 이름으로 쓸 수 없습니다." },
    fix: {
      en: "Use 2 to 64 small letters, digits and hyphens, beginning with a letter.",
      ko: "영문 소문자, 숫자, 붙임표로 2~64자를 쓰고 글자로 시작하십시오.",
    },
  },
  "members.unknown-sector": {
    message: { en: "“{sector}” is not a sector.", ko: "“{sector|”은/는} 없는 분야입니다." },
    fix: { en: "Sectors: {known}.", ko: "분야: {known}." },
  },
  "members.unknown-region": {
    message: { en: "“{region}” is not a region of {country}.", ko: "“{region|”은/는} {country}의 지역이 아닙니다." },
    fix: { en: "Regions: {known}.", ko: "지역: {known}." },
  },
});
