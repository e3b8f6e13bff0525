import type { Text } from "@bongsu/base";

/** Sectors that a country's defenders come from. The words are the hub's own; the order is the one of its screens. */
export const sectors = {
  government: { en: "Central government", ko: "중앙정부" },
  "local-government": { en: "Local government", ko: "지방정부" },
  cloud: { en: "Cloud", ko: "클라우드" },
  telecom: { en: "Telecommunications", ko: "통신" },
  semiconductor: { en: "Semiconductors", ko: "반도체" },
  energy: { en: "Energy", ko: "에너지" },
  finance: { en: "Finance", ko: "금융" },
  water: { en: "Water", ko: "수자원" },
  transport: { en: "Transport", ko: "교통" },
  health: { en: "Health", ko: "의료" },
  research: { en: "Research and education", ko: "연구·교육" },
  "ai-lab": { en: "AI lab", ko: "AI 연구소" },
  industry: { en: "Industry", ko: "산업" },
} satisfies Record<string, Text>;

export type Sector = keyof typeof sectors;

/** How many people an organisation has. */
export const sizes = {
  unknown: { en: "Unknown", ko: "미상" },
  small: { en: "Up to 50 people", ko: "50명 이하" },
  medium: { en: "51 to 300 people", ko: "51~300명" },
  large: { en: "301 to 5,000 people", ko: "301~5,000명" },
  "very-large": { en: "More than 5,000 people", ko: "5,000명 초과" },
} satisfies Record<string, Text>;

export type Size = keyof typeof sizes;

/** What a failure of the asset would mean (SSVC: human impact). */
export const criticalities = {
  low: { en: "low", ko: "낮음" },
  medium: { en: "medium", ko: "보통" },
  high: { en: "high", ko: "높음" },
  "very-high": { en: "very high", ko: "매우 높음" },
} satisfies Record<string, Text>;

export type Criticality = keyof typeof criticalities;

/** How far the asset can be reached (SSVC: system exposure). */
export const networks = {
  isolated: { en: "isolated", ko: "분리망" },
  internal: { en: "internal", ko: "내부망" },
  internet: { en: "internet", ko: "인터넷" },
} satisfies Record<string, Text>;

export type Network = keyof typeof networks;
