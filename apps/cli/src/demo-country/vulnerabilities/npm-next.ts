import type { Vulnerability } from "../vulnerability.ts";

/** Next.js, before what arrives in the story. */
export const next: readonly Vulnerability[] = [
  {
    id: "CVE-2024-46982",
    aliases: ["GHSA-gp8f-8m3g-qvj9"],
    published: "2024-09-17",
    title: {
      en: "A crafted request makes Next.js cache a page that must not be cached",
      ko: "조작된 요청으로 Next.js가 캐시하면 안 되는 페이지를 캐시한다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H",
    affected: { npm: { next: "13.5.1..13.5.7 14.0.0..14.2.10" } },
  },
  {
    id: "CVE-2024-51479",
    aliases: ["GHSA-7gfc-8cq8-jh5f"],
    published: "2024-12-17",
    title: {
      en: "Pages right below the root escape path checks in Next.js middleware",
      ko: "루트 바로 아래 페이지가 Next.js 미들웨어의 경로 검사를 벗어난다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N",
    affected: { npm: { next: "9.5.5..14.2.15" } },
  },
  {
    id: "CVE-2025-29927",
    aliases: ["GHSA-f82v-jwr5-mffw"],
    published: "2025-03-21",
    title: {
      en: "A request header tells Next.js to leave its middleware out",
      ko: "요청 헤더 하나로 Next.js가 미들웨어 검사를 건너뛴다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:N",
    affected: { npm: { next: "12.0.0..12.3.5 13.0.0..13.5.9 14.0.0..14.2.25 15.0.0..15.2.3" } },
  },
  {
    id: "CVE-2025-57822",
    aliases: ["GHSA-4342-x723-ch2f"],
    published: "2025-08-29",
    title: {
      en: "Middleware of Next.js that hands headers on can be led to foreign hosts",
      ko: "헤더를 그대로 넘기는 Next.js 미들웨어가 외부 호스트로 요청을 보낼 수 있다",
    },
    affected: { npm: { next: "..14.2.32 15.0.0-canary.0..15.4.7" } },
  },
  {
    id: "CVE-2025-55173",
    aliases: ["GHSA-xv57-4mr9-wg8v"],
    published: "2025-08-29",
    title: {
      en: "Next.js serves foreign files through its image optimisation",
      ko: "Next.js 이미지 최적화 기능이 외부 파일을 자기 것처럼 내준다",
    },
    affected: { npm: { next: "..14.2.31 15.0.0..15.4.5" } },
  },
];
