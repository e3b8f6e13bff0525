import type { Text } from "@bongsu/base";
import { newAdvisory } from "./new-advisory.ts";

/** A circle of the demo; its first organisation makes it and invites the others. */
export const circle = {
  handle: "network-watch",
  name: { en: "Network Watch", ko: "통신망 지킴이" },
  organisations: ["ieum-telecom", "dure-bank", "bonghwa-cert"],
} as const;

/** Who serves whom: what is AMBER for the provider reaches its client. */
export const clients = [{ provider: "nuri-cloud", client: "garam-city" }] as const;

/** What coordinators may see. Who says nothing: the sector's coordinator the status, the nation's nothing. */
export const disclosures = [
  { organisation: "nuri-cloud", sector: "components", national: "status" },
  { organisation: "saenggak-lab", sector: "status", national: "status" },
  { organisation: "dure-bank", sector: "status", national: "components" },
] as const;

/** A report that a member of the demo shares. */
export interface DemoReport {
  /** What it shows. */
  column: "GREEN" | "AMBER" | "AMBER+STRICT" | "RED" | "CLEAR";
  organisation: string;
  kind: "warning" | "note" | "question";
  title: Text;
  text: Text;
  circles?: readonly string[];
  organisations?: readonly string[];
  /** Handles whose person is named. */
  named?: readonly string[];
  /** Under an embargo until tomorrow. */
  embargo?: true;
}

const id = newAdvisory.id;

/** One for every colour of TLP 2.0; the CLEAR one waits for its embargo to end. */
export const reports: readonly DemoReport[] = [
  {
    column: "GREEN",
    organisation: "saenggak-lab",
    kind: "warning",
    title: {
      en: `A model needed four minutes to exploit ${id}`,
      ko: `모델 하나가 4분 만에 ${id} 악용에 성공했습니다`,
    },
    text: {
      en: "In our closed range. Rate limits do not help; the fixed versions do. Look for POST requests with a Next-Action header to paths without forms.",
      ko: "격리된 시험 환경에서 확인했습니다. 요청 제한으로는 막지 못하고 수정 버전으로만 막힙니다. 양식이 없는 경로로 오는 Next-Action 헤더의 POST 요청을 찾아보세요.",
    },
  },
  {
    column: "AMBER",
    organisation: "bonghwa-cert",
    kind: "warning",
    title: { en: "Hosted consoles are scanned first", ko: "공격자가 호스팅 콘솔부터 훑고 있습니다" },
    text: {
      en: "Patch consoles before customers' sites. You may tell the customers whom you serve.",
      ko: "고객 사이트보다 콘솔을 먼저 패치하세요. 맡고 있는 고객 기관에는 알려도 됩니다.",
    },
    organisations: ["nuri-cloud"],
  },
  {
    column: "AMBER+STRICT",
    organisation: "ieum-telecom",
    kind: "note",
    title: { en: "Three networks that have scanned us since dawn", ko: "새벽부터 우리를 스캔하는 네트워크 세 곳" },
    text: {
      en: "192.0.2.0/24, 198.51.100.0/24 and 203.0.113.0/24. For the circle only.",
      ko: "192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24. 모임 안에서만 봐 주세요.",
    },
    circles: [circle.handle],
  },
  {
    column: "RED",
    organisation: "bonghwa-cert",
    kind: "note",
    title: { en: "An account of one of your suppliers is for sale", ko: "귀 기관 협력사의 계정이 팔리고 있습니다" },
    text: {
      en: "For you by name. Not for your colleagues, not for any machine.",
      ko: "지명된 본인만 보세요. 동료도 기계도 볼 수 없습니다.",
    },
    named: ["dure-bank"],
  },
  {
    column: "CLEAR",
    organisation: "bonghwa-cert",
    kind: "warning",
    title: { en: `National advisory on ${id}`, ko: `${id} 국가 권고` },
    text: {
      en: "Public tomorrow. Until then for those who help to write it.",
      ko: "내일 공개합니다. 그때까지는 함께 쓰는 기관만 봅니다.",
    },
    circles: [circle.handle],
    embargo: true,
  },
];
