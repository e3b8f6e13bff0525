import type { Vulnerability } from "../vulnerability.ts";

/** Libraries of Linux distributions that read documents, images and archives. */
export const linuxFormats: readonly Vulnerability[] = [
  {
    id: "CVE-2024-45492",
    published: "2024-08-30",
    title: {
      en: "A document with huge groups overflows a number in Expat on 32-bit systems",
      ko: "거대한 그룹이 든 문서가 32비트 시스템의 Expat에서 정수를 넘치게 한다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    affected: { "Debian:12": { expat: "..2.5.0-1+deb12u1" }, "AlmaLinux:9": { expat: "..2.5.0-2.el9_4.1" } },
  },
  {
    id: "CVE-2025-31115",
    published: "2025-04-03",
    title: {
      en: "A broken archive makes the threaded decoder of XZ use freed memory",
      ko: "손상된 압축 파일이 XZ의 다중 스레드 해제기가 반환된 메모리를 쓰게 한다",
    },
    affected: { "Debian:12": { "xz-utils": "..5.4.1-1" } },
  },
  {
    id: "CVE-2025-24855",
    published: "2025-03-14",
    title: {
      en: "Nested XPath in a stylesheet makes libxslt use freed memory",
      ko: "스타일시트의 중첩 XPath가 libxslt에 반환된 메모리를 쓰게 한다",
    },
    affected: { "Debian:12": { libxslt: "..1.1.35-1+deb12u1" }, "AlmaLinux:9": { libxslt: "..1.1.34-9.el9_5.1" } },
  },
  {
    id: "CVE-2023-4863",
    published: "2023-09-12",
    title: {
      en: "A WebP image writes outside of the memory of whoever shows it",
      ko: "WebP 그림이 그것을 여는 프로그램의 메모리 밖에 데이터를 쓴다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H",
    exploited: {
      vendor: "Google",
      product: "Chromium WebP",
      since: "2023-09-13",
      due: "2023-10-04",
      ransomware: false,
    },
    affected: {
      PyPI: { pillow: "..10.0.1" },
      npm: { sharp: "..0.32.6" },
      "Debian:12": { libwebp: "..1.2.4-0.2+deb12u1" },
      "AlmaLinux:9": { libwebp: "..1.2.0-7.el9_2" },
    },
  },
  {
    id: "CVE-2025-27363",
    published: "2025-03-11",
    title: {
      en: "A font with variations writes outside of FreeType's memory",
      ko: "가변 글꼴이 FreeType의 메모리 밖에 데이터를 쓴다",
    },
    cvss: "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H",
    exploited: { vendor: "FreeType", product: "FreeType", since: "2025-05-06", due: "2025-05-27", ransomware: false },
    affected: { "Debian:12": { freetype: "..2.12.1+dfsg-5+deb12u4" } },
  },
];
