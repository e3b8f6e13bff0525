import type { Text } from "@bongsu/base";
import type { OrganisationRole } from "@bongsu/contracts";

/** A machine's account in an organisation (its handle), and what its key may do. */
export interface DemoKey {
  organisation: string;
  role: OrganisationRole;
  scopes: readonly string[];
  /** What it is for. */
  name: Text;
  /** An operation that is worth trying with it, as path and as command. */
  try: { path: string; command: string };
}

const exposures = { path: "/exposures?limit=3", command: "exposure list-exposures --limit 3" };
const reports = { path: "/reports", command: "sharing list-reports" };

/** One for each kind of member. */
export const demoKeys: readonly DemoKey[] = [
  {
    organisation: "garam-city",
    role: "read-only",
    scopes: ["*:read"],
    name: { en: "a small city's officer: situation board", ko: "작은 도시의 담당자: 상황판" },
    try: exposures,
  },
  {
    organisation: "dure-bank",
    role: "analyst",
    scopes: ["exposure:*", "inventories:*", "sharing:read", "people:read"],
    name: { en: "a bank's engineer: build pipeline", ko: "은행의 엔지니어: 빌드 파이프라인" },
    try: { path: "/organisations/dure-bank/assets", command: "inventories list-assets dure-bank" },
  },
  {
    organisation: "ieum-telecom",
    role: "analyst",
    scopes: ["*"],
    name: { en: "a telecom: security centre", ko: "통신사: 보안관제센터" },
    try: reports,
  },
  {
    organisation: "bonghwa-cert",
    role: "analyst",
    scopes: ["*"],
    name: { en: "the national CERT: duty desk", ko: "국가 침해사고대응팀: 당직실" },
    try: { path: "/situation/sectors", command: "situation by-sector" },
  },
  {
    organisation: "saenggak-lab",
    role: "reporter",
    scopes: ["sharing:*", "exposure:read", "people:read"],
    name: { en: "an AI lab: findings robot", ko: "AI 연구소: 발견 자동화" },
    try: { path: "/reports?tlp=GREEN", command: "sharing list-reports --tlp GREEN" },
  },
  {
    organisation: "geoul-audit",
    role: "organisation-administrator",
    scopes: ["*:read"],
    name: { en: "an auditor's organisation: its own trail", ko: "감사 기관: 자기 기관의 기록" },
    try: { path: "/audit/entries?limit=5", command: "audit list-entries --limit 5" },
  },
];
