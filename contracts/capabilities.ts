import type { Text } from "@bongsu/base";

/** What each capability is called, in the order in which people meet them. */
export const capabilities: Readonly<Record<string, Text>> = {
  people: { en: "People and roles", ko: "사람과 역할" },
  accounts: { en: "Accounts and sign-in", ko: "계정과 로그인" },
  keys: { en: "Service accounts and API keys", ko: "서비스 계정과 API 키" },
  members: { en: "Organisations", ko: "기관" },
  circles: { en: "Circles", ko: "공유 모임" },
  sharing: { en: "Sharing", ko: "공유" },
  inventories: { en: "Assets and inventories", ko: "자산과 구성 목록" },
  advisories: { en: "Advisories", ko: "권고문" },
  exposure: { en: "Exposure", ko: "노출" },
  alerts: { en: "Alerts", ko: "알림" },
  campaigns: { en: "Campaigns and nudges", ko: "캠페인과 확인 요청" },
  situation: { en: "Situation", ko: "현황" },
  events: { en: "Events", ko: "이벤트" },
  approvals: { en: "Two-person approval", ko: "2인 승인" },
  audit: { en: "Audit trail", ko: "감사 기록" },
  sources: { en: "Sources of advisories", ko: "권고문의 출처" },
  bundles: { en: "Bundles for an air gap", ko: "망 분리 환경용 번들" },
};

/** What a capability is called; its own name where it has no other. */
export const capabilityTitle = (name: string): Text => capabilities[name] ?? { en: name, ko: name };

const order = Object.keys(capabilities);

/** Puts capabilities into the order in which people meet them; those without a title to the end. */
export const byCapability = (a: string, b: string): number => {
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return place(a) - place(b) || (a < b ? -1 : a > b ? 1 : 0);
};
