import type { Vulnerability } from "../vulnerability.ts";

/** Apache Shiro. */
export const shiro: readonly Vulnerability[] = [
  {
    id: "CVE-2016-4437",
    published: "2016-06-07",
    title: {
      en: "Shiro's remember-me cookie with the shipped key carries objects of an attacker",
      ko: "기본 키를 쓰는 Shiro의 로그인 유지 쿠키에 공격자의 객체를 실을 수 있다",
    },
    exploited: { vendor: "Apache", product: "Shiro", since: "2021-11-03", due: "2022-05-03", ransomware: false },
    affected: { Maven: { "org.apache.shiro:shiro-core": "..1.2.5" } },
  },
  {
    id: "CVE-2022-32532",
    aliases: ["GHSA-4cf5-xmhp-3xj7"],
    published: "2022-06-29",
    title: {
      en: "A dot in Shiro's regular expressions does not match a line break",
      ko: "Shiro 정규식의 점이 줄바꿈을 포함하지 않아 권한 검사를 피할 수 있다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    affected: { Maven: { "org.apache.shiro:shiro-core": "..1.9.1" } },
  },
  {
    id: "CVE-2023-34478",
    aliases: ["GHSA-pmhc-2g4f-85cg"],
    published: "2023-07-24",
    title: {
      en: "Path traversal past Shiro where routes are not normalised",
      ko: "경로를 정규화하지 않는 프레임워크와 함께 쓰면 Shiro 인증을 우회한다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    affected: { Maven: { "org.apache.shiro:shiro-web": "..1.12.0" } },
  },
];
