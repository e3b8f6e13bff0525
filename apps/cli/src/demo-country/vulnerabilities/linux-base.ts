import type { Vulnerability } from "../vulnerability.ts";

/** The C library, accounts and other ground of Linux distributions. */
export const linuxBase: readonly Vulnerability[] = [
  {
    id: "CVE-2023-4911",
    published: "2023-10-03",
    title: {
      en: "Looney Tunables: an environment variable overflows glibc's loader and makes users root",
      ko: "Looney Tunables: 환경 변수가 glibc 로더를 넘치게 해 일반 사용자가 root가 된다",
    },
    cvss: "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H",
    exploited: { vendor: "GNU", product: "GNU C Library", since: "2023-11-21", due: "2023-12-12", ransomware: false },
    affected: { "Debian:12": { glibc: "..2.36-9+deb12u3" }, "AlmaLinux:9": { glibc: "..2.34-60.el9_2.7" } },
  },
  {
    id: "CVE-2024-2961",
    published: "2024-04-17",
    title: {
      en: "Converting to a Chinese character set overflows glibc's iconv",
      ko: "중국어 문자 집합으로 변환할 때 glibc의 iconv가 넘친다",
    },
    cvss: "CVSS:3.1/AV:L/AC:L/PR:N/UI:N/S:U/C:L/I:L/A:H",
    affected: { "Debian:12": { glibc: "..2.36-9+deb12u6" }, "AlmaLinux:9": { glibc: "..2.34-100.el9_4.2" } },
  },
  {
    id: "CVE-2025-32462",
    published: "2025-06-30",
    title: {
      en: "Rules that sudo holds for another host also count on this one",
      ko: "다른 호스트용 sudo 규칙이 이 호스트에서도 통한다",
    },
    affected: { "Debian:12": { sudo: "..1.9.13p3-1+deb12u2" }, "AlmaLinux:9": { sudo: "..1.9.5p2-10.el9_6.1" } },
  },
  {
    id: "CVE-2025-6020",
    published: "2025-06-17",
    title: {
      en: "Users who change paths in time become root through PAM's namespaces",
      ko: "경로를 때맞춰 바꾸는 사용자가 PAM 네임스페이스를 통해 root가 된다",
    },
    cvss: "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H",
    affected: { "Debian:12": { pam: "..1.5.2-6+deb12u2" }, "AlmaLinux:9": { pam: "..1.5.1-26.el9_6" } },
  },
  {
    id: "CVE-2024-37371",
    published: "2024-06-28",
    title: {
      en: "Tokens with false lengths make Kerberos read outside of its memory",
      ko: "길이를 속인 토큰이 Kerberos가 메모리 밖을 읽게 한다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:H",
    affected: { "Debian:12": { krb5: "..1.20.1-2+deb12u2" }, "AlmaLinux:9": { "krb5-libs": "..1.21.1-2.el9_4" } },
  },
  {
    id: "CVE-2025-6965",
    published: "2025-07-15",
    title: {
      en: "More aggregate terms than columns corrupt SQLite's memory",
      ko: "열보다 많은 집계 항이 SQLite의 메모리를 망가뜨린다",
    },
    affected: { "Debian:12": { sqlite3: "..3.40.1-2+deb12u2" }, "AlmaLinux:9": { "sqlite-libs": "..3.34.1-8.el9_6" } },
  },
  {
    id: "CVE-2024-21147",
    published: "2024-07-16",
    title: {
      en: "Java's HotSpot compiler drops a bounds check, which reveals and changes data",
      ko: "자바 HotSpot 컴파일러가 범위 검사를 빠뜨려 데이터가 드러나고 바뀐다",
    },
    cvss: "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:N",
    affected: { "AlmaLinux:9": { "java-17-openjdk-headless": "..1:17.0.12.0.7-2.el9" } },
  },
];
