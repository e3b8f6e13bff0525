import type { Vulnerability } from "../vulnerability.ts";

/** Java libraries that talk to others. */
export const network: readonly Vulnerability[] = [
  {
    id: "CVE-2024-1597",
    aliases: ["GHSA-24rp-q3w6-vc56"],
    published: "2024-02-19",
    title: {
      en: "In simple query mode a negated number lets PostgreSQL's Java driver inject SQL",
      ko: "단순 질의 모드에서 음수 매개변수를 통해 PostgreSQL 자바 드라이버에 SQL을 주입할 수 있다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H",
    affected: {
      Maven: {
        "org.postgresql:postgresql":
          "..42.2.28 42.3.0..42.3.9 42.4.0..42.4.4 42.5.0..42.5.5 42.6.0..42.6.1 42.7.0..42.7.2",
      },
    },
  },
  {
    id: "CVE-2023-34462",
    aliases: ["GHSA-6mjq-h674-j845"],
    published: "2023-06-22",
    title: {
      en: "Each TLS hello may make Netty reserve sixteen megabytes",
      ko: "TLS 헬로 하나마다 Netty가 16메가바이트씩 메모리를 잡을 수 있다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:N/I:N/A:H",
    affected: { Maven: { "io.netty:netty-handler": "..4.1.94.Final" } },
  },
  {
    id: "CVE-2024-29025",
    aliases: ["GHSA-5jpm-x58v-624v"],
    published: "2024-03-25",
    title: { en: "Netty collects form fields without an end", ko: "Netty가 폼 필드를 한없이 쌓아 둔다" },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L",
    affected: { Maven: { "io.netty:netty-codec-http": "..4.1.108.Final" } },
  },
  {
    id: "CVE-2025-24970",
    aliases: ["GHSA-4g8c-wm8x-jfhw"],
    published: "2025-02-10",
    title: {
      en: "A crafted packet crashes Netty with native TLS",
      ko: "조작된 패킷이 네이티브 TLS를 쓰는 Netty를 중단시킨다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H",
    affected: { Maven: { "io.netty:netty-handler": "4.1.91.Final..4.1.118.Final" } },
  },
];
