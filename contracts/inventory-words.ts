import type { Text } from "@bongsu/base";

/** What an asset is: CycloneDX's component types where they fit, and systems that rest on models. */
export const assetKinds = {
  application: { en: "Application", ko: "응용 프로그램" },
  service: { en: "Service", ko: "서비스" },
  platform: { en: "Platform", ko: "플랫폼" },
  "operating-system": { en: "Operating system", ko: "운영체제" },
  container: { en: "Container image", ko: "컨테이너 이미지" },
  device: { en: "Device", ko: "장비" },
  firmware: { en: "Firmware", ko: "펌웨어" },
  "ai-system": { en: "AI system", ko: "AI 시스템" },
} satisfies Record<string, Text>;

export type AssetKind = keyof typeof assetKinds;

/** How old the inventory of an asset is, by the days after which its organisation wants a new one. */
export const freshnesses = {
  fresh: { en: "fresh", ko: "최신" },
  due: { en: "due soon", ko: "곧 갱신" },
  stale: { en: "out of date", ko: "갱신 필요" },
  missing: { en: "none yet", ko: "없음" },
} satisfies Record<string, Text>;

export type Freshness = keyof typeof freshnesses;

/** As what a document names who answers for a component. */
export const supplierRoles = {
  supplier: { en: "Supplier", ko: "공급자" },
  manufacturer: { en: "Manufacturer", ko: "제조자" },
  publisher: { en: "Publisher", ko: "게시자" },
  author: { en: "Author", ko: "작성자" },
} satisfies Record<string, Text>;

/** Where an upload stands; the last two are its ends. */
export const uploadStates = {
  received: { en: "received", ko: "받음" },
  reading: { en: "being read", ko: "읽는 중" },
  matching: { en: "being matched", ko: "대조 중" },
  done: { en: "done", ko: "완료" },
  failed: { en: "failed", ko: "실패" },
} satisfies Record<string, Text>;

export type UploadState = keyof typeof uploadStates;

/** Parts of an AI system that its ML-BOM lists. */
export const aiKinds = {
  model: { en: "Model", ko: "모델" },
  dataset: { en: "Data set", ko: "데이터 세트" },
} satisfies Record<string, Text>;

/** By what a component was found. */
export const markKinds = {
  hash: { en: "hash", ko: "해시" },
  cpe: { en: "CPE name", ko: "CPE 이름" },
  licence: { en: "licence", ko: "라이선스" },
} satisfies Record<string, Text>;

/** Why a component cannot be matched with advisories. */
export const unmatchableReasons = {
  "no-identity": { en: "No package URL or CPE name", ko: "패키지 URL이나 CPE 이름 없음" },
  "no-version": { en: "No version", ko: "버전 없음" },
  "unknown-ecosystem": { en: "Unknown ecosystem", ko: "알 수 없는 생태계" },
  "no-release": { en: "Operating system's release missing", ko: "운영체제 릴리스 없음" },
  "invalid-purl": { en: "Invalid package URL", ko: "잘못된 패키지 URL" },
  "not-software": { en: "Not software", ko: "소프트웨어가 아님" },
} satisfies Record<string, Text>;
