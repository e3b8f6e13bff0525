import type { Vulnerability } from "../vulnerability.ts";

/** Servers of web, mail, names and data in Linux distributions. */
export const linuxServers: readonly Vulnerability[] = [
  {
    id: "CVE-2023-44487",
    aliases: ["GHSA-qppj-fm5r-hxr3"],
    published: "2023-10-10",
    title: {
      en: "Rapid Reset: streams opened and cancelled at once exhaust HTTP/2 servers",
      ko: "Rapid Reset: 열자마자 취소하는 스트림이 HTTP/2 서버의 자원을 소진한다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H",
    exploited: { vendor: "IETF", product: "HTTP/2", since: "2023-10-10", due: "2023-10-31", ransomware: false },
    affected: {
      Maven: {
        "org.apache.tomcat.embed:tomcat-embed-core":
          "8.5.0..8.5.94 9.0.0-M1..9.0.81 10.1.0-M1..10.1.14 11.0.0-M1..11.0.0-M12",
        "io.netty:netty-codec-http2": "..4.1.100.Final",
      },
      Go: { "google.golang.org/grpc": "..1.56.3 1.57.0..1.57.1 1.58.0..1.58.3" },
      "Debian:12": { nghttp2: "..1.52.0-1+deb12u1" },
      "AlmaLinux:9": {
        libnghttp2: "..1.43.0-5.el9_2.1",
        nginx: "..1:1.20.1-14.el9_2.1.alma.1",
        "nginx-core": "..1:1.20.1-14.el9_2.1.alma.1",
      },
    },
  },
  {
    id: "CVE-2024-38475",
    published: "2024-07-01",
    title: {
      en: "Rewrite rules of the Apache server reach files that no address should",
      ko: "Apache 서버의 재작성 규칙으로 열려서는 안 될 파일에 접근할 수 있다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:N",
    exploited: { vendor: "Apache", product: "HTTP Server", since: "2025-05-01", due: "2025-05-22", ransomware: false },
    affected: {
      "Debian:12": { apache2: "..2.4.61-1~deb12u1" },
      "AlmaLinux:9": { httpd: "..2.4.57-11.el9_4", "httpd-core": "..2.4.57-11.el9_4" },
    },
  },
  {
    id: "CVE-2024-38476",
    published: "2024-07-01",
    title: {
      en: "Headers of a backend make the Apache server run local handlers",
      ko: "백엔드가 보낸 헤더로 Apache 서버가 내부 처리기를 실행한다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    affected: {
      "Debian:12": { apache2: "..2.4.61-1~deb12u1" },
      "AlmaLinux:9": { httpd: "..2.4.57-11.el9_4.1", "httpd-core": "..2.4.57-11.el9_4.1" },
    },
  },
  {
    id: "CVE-2023-50387",
    published: "2024-02-14",
    title: {
      en: "KeyTrap: one answer with DNSSEC keys keeps a resolver computing for hours",
      ko: "KeyTrap: DNSSEC 키가 든 응답 하나가 리졸버를 몇 시간씩 붙잡아 둔다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H",
    affected: {
      "Debian:12": { bind9: "..1:9.18.24-1", systemd: "..252.23-1~deb12u1" },
      "AlmaLinux:9": {
        bind: "..32:9.16.23-14.el9_3.4 32:9.16.23-15.el9..32:9.16.23-18.el9_4.1",
        unbound: "..1.16.2-3.el9_3.1",
      },
    },
  },
  {
    id: "CVE-2025-40778",
    published: "2025-10-22",
    title: {
      en: "BIND keeps records that nobody asked for, which poisons its cache",
      ko: "BIND가 묻지 않은 레코드까지 받아들여 캐시가 오염된다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:N/I:H/A:N",
    affected: { "AlmaLinux:9": { bind: "..32:9.16.23-34.el9_7.1" } },
  },
  {
    id: "CVE-2025-1094",
    published: "2025-02-13",
    title: {
      en: "Text in a broken encoding passes PostgreSQL's quoting and injects SQL",
      ko: "깨진 인코딩의 문자열이 PostgreSQL의 따옴표 처리를 통과해 SQL을 주입한다",
    },
    cvss: "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H",
    affected: {
      "Debian:12": { "postgresql-15": "..15.11-0+deb12u1" },
      "AlmaLinux:9": { "postgresql-server": "..13.20-1.el9_5" },
    },
  },
  {
    id: "CVE-2025-49844",
    published: "2025-10-03",
    title: {
      en: "RediShell: a Lua script in Redis uses freed memory and runs code of its host",
      ko: "RediShell: Redis의 Lua 스크립트가 반환된 메모리를 써서 서버의 코드를 실행한다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H",
    affected: { "AlmaLinux:9": { redis: "..6.2.20-1.el9_6" } },
  },
  {
    id: "CVE-2024-42009",
    published: "2024-08-05",
    title: {
      en: "A mail that is merely opened in Roundcube steals and sends others",
      ko: "Roundcube에서 열기만 한 메일이 다른 메일을 훔치고 보낸다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:H/I:H/A:N",
    exploited: { vendor: "Roundcube", product: "Webmail", since: "2025-06-09", due: "2025-06-30", ransomware: false },
    affected: { "Debian:12": { roundcube: "..1.6.5+dfsg-1+deb12u3" } },
  },
  {
    id: "CVE-2025-49113",
    published: "2025-06-02",
    title: {
      en: "Whoever has a mailbox in Roundcube can run code on its server",
      ko: "Roundcube 메일함이 있는 사람은 서버에서 코드를 실행할 수 있다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H",
    affected: { "Debian:12": { roundcube: "..1.6.5+dfsg-1+deb12u5" } },
  },
  {
    id: "CVE-2023-3824",
    published: "2023-08-11",
    title: { en: "Reading an archive of PHP overflows a buffer", ko: "PHP의 phar 파일을 읽다 버퍼가 넘친다" },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    affected: { "AlmaLinux:9": { "php-fpm": "..8.0.30-1.el9_2" } },
  },
];
