import type { Text } from "@bongsu/base";

export { type Sector, sectors } from "@bongsu/contracts";

/** What a hub knows of its country. Regions are first-level subdivisions by their ISO 3166-2 codes. */
export interface CountryProfile {
  /** ISO 3166-1 alpha-2. */
  country: string;
  name: Text;
  /** The time zone in which its people read times (IANA), where they choose no other. */
  zone: string;
  regions: Record<string, Text>;
}

export const korea: CountryProfile = {
  country: "KR",
  name: { en: "Republic of Korea", ko: "대한민국" },
  zone: "Asia/Seoul",
  regions: {
    "KR-11": { en: "Seoul", ko: "서울" },
    "KR-26": { en: "Busan", ko: "부산" },
    "KR-27": { en: "Daegu", ko: "대구" },
    "KR-28": { en: "Incheon", ko: "인천" },
    "KR-29": { en: "Gwangju", ko: "광주" },
    "KR-30": { en: "Daejeon", ko: "대전" },
    "KR-31": { en: "Ulsan", ko: "울산" },
    "KR-50": { en: "Sejong", ko: "세종" },
    "KR-41": { en: "Gyeonggi", ko: "경기" },
    "KR-42": { en: "Gangwon", ko: "강원" },
    "KR-43": { en: "North Chungcheong", ko: "충북" },
    "KR-44": { en: "South Chungcheong", ko: "충남" },
    "KR-45": { en: "North Jeolla", ko: "전북" },
    "KR-46": { en: "South Jeolla", ko: "전남" },
    "KR-47": { en: "North Gyeongsang", ko: "경북" },
    "KR-48": { en: "South Gyeongsang", ko: "경남" },
    "KR-49": { en: "Jeju", ko: "제주" },
  },
};
