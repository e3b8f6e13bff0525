import type { Vulnerability } from "../vulnerability.ts";

/** Libraries and tools of Linux distributions that carry data. */
export const linuxTransport: readonly Vulnerability[] = [
  {
    id: "CVE-2023-5363",
    published: "2023-10-24",
    title: {
      en: "OpenSSL sets key and vector lengths too late, which weakens encryption",
      ko: "OpenSSL이 키와 벡터의 길이를 늦게 적용해 암호가 약해진다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N",
    affected: {
      "Debian:12": { openssl: "..3.0.11-1~deb12u2" },
      "AlmaLinux:9": { "openssl-libs": "..1:3.0.7-25.el9_3" },
    },
  },
  {
    id: "CVE-2024-6119",
    published: "2024-09-03",
    title: {
      en: "Checking a certificate's name crashes clients of OpenSSL",
      ko: "인증서 이름을 확인하다 OpenSSL 클라이언트가 중단된다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H",
    affected: {
      "Debian:12": { openssl: "..3.0.14-1~deb12u2" },
      "AlmaLinux:9": { "openssl-libs": "..1:3.0.7-28.el9_4" },
    },
  },
  {
    id: "CVE-2024-0567",
    published: "2024-01-16",
    title: {
      en: "Certificates that sign each other end a GnuTLS client's process",
      ko: "서로 서명한 인증서 사슬이 GnuTLS 프로세스를 종료시킨다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H",
    affected: { "Debian:12": { gnutls28: "..3.7.9-2+deb12u2" }, "AlmaLinux:9": { gnutls: "..3.7.6-23.el9_3.3" } },
  },
  {
    id: "CVE-2025-32990",
    published: "2025-07-10",
    title: {
      en: "A template file writes one byte too far in GnuTLS' certtool",
      ko: "템플릿 파일이 GnuTLS certtool의 버퍼를 한 바이트 넘긴다",
    },
    affected: { "Debian:12": { gnutls28: "..3.7.9-2+deb12u5" }, "AlmaLinux:9": { gnutls: "..3.8.3-6.el9_6.2" } },
  },
  {
    id: "CVE-2023-38545",
    published: "2023-10-11",
    title: {
      en: "A long host name overflows curl during a SOCKS5 handshake",
      ko: "긴 호스트 이름이 SOCKS5 협상 중 curl의 버퍼를 넘친다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    affected: {
      "Debian:12": { curl: "..7.88.1-10+deb12u4" },
      "AlmaLinux:9": {
        curl: "..7.76.1-23.el9_2.4 7.76.1-26.el9..7.76.1-26.el9_3.2",
        libcurl: "..7.76.1-23.el9_2.4 7.76.1-26.el9..7.76.1-26.el9_3.2",
      },
    },
  },
  {
    id: "CVE-2024-38428",
    published: "2024-06-16",
    title: {
      en: "A semicolon before the host leads Wget to a different one",
      ko: "호스트 앞의 세미콜론 때문에 Wget이 다른 호스트로 접속한다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:N",
    affected: { "Debian:12": { wget: "..1.21.3-1+deb12u1" }, "AlmaLinux:9": { wget: "..1.21.1-8.el9_4" } },
  },
  {
    id: "CVE-2024-28182",
    published: "2024-04-04",
    title: {
      en: "nghttp2 reads CONTINUATION frames without a bound",
      ko: "nghttp2가 CONTINUATION 프레임을 끝없이 읽는다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L",
    affected: { "Debian:12": { nghttp2: "..1.52.0-1+deb12u2" }, "AlmaLinux:9": { libnghttp2: "..1.43.0-5.el9_4.3" } },
  },
];
