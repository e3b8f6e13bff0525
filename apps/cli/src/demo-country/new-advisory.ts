import type { Vulnerability } from "./vulnerability.ts";

const serverComponents = "19.0.0..19.0.1 19.1.0..19.1.2 19.2.0..19.2.1";

/**
 * What arrives in the story: React2Shell, public on 3 December 2025 and listed as exploited two days later. Next.js
 * carries the affected code within itself; its own number, CVE-2025-66478, was withdrawn as the same vulnerability.
 */
export const newAdvisory: Vulnerability = {
  id: "CVE-2025-55182",
  aliases: ["GHSA-fv66-9v8q-g76r", "GHSA-9qr9-h5gf-34mp"],
  published: "2025-12-03",
  title: {
    en: "React2Shell: one request to a React server runs an attacker's code, without a login",
    ko: "React2Shell: 로그인 없이 요청 하나로 React 서버에서 공격자의 코드가 실행된다",
  },
  cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H",
  exploited: {
    vendor: "Meta",
    product: "React Server Components",
    since: "2025-12-05",
    due: "2025-12-12",
    ransomware: false,
  },
  affected: {
    npm: {
      "react-server-dom-webpack": serverComponents,
      "react-server-dom-parcel": serverComponents,
      "react-server-dom-turbopack": serverComponents,
      next: "14.3.0-canary.77..15.0.5 15.1.0-canary.0..15.1.9 15.2.0-canary.0..15.2.6 15.3.0-canary.0..15.3.6 15.4.0-canary.0..15.4.8 15.5.0-canary.0..15.5.7 16.0.0-canary.0..16.0.7",
    },
  },
};
