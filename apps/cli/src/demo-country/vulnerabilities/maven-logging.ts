import type { Vulnerability } from "../vulnerability.ts";

/** Logging libraries of Java. */
export const logging: readonly Vulnerability[] = [
  {
    id: "CVE-2021-44228",
    aliases: ["GHSA-jfh8-c2jp-5v3q"],
    published: "2021-12-10",
    title: {
      en: "Log4Shell: Log4j follows a lookup in a logged text and runs what it finds there",
      ko: "Log4Shell: Log4j가 기록할 문자열 속 조회를 따라가 외부 코드를 실행한다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H",
    exploited: { vendor: "Apache", product: "Log4j2", since: "2021-12-10", due: "2021-12-24", ransomware: true },
    affected: { Maven: { "org.apache.logging.log4j:log4j-core": "..2.3.1 2.4..2.12.2 2.13.0..2.15.0" } },
  },
  {
    id: "CVE-2021-45046",
    aliases: ["GHSA-7rjr-3q55-vv33"],
    published: "2021-12-14",
    title: {
      en: "The first repair of Log4Shell leaves lookups in the thread context open to remote code",
      ko: "Log4Shell의 첫 수정판이 스레드 컨텍스트의 조회를 막지 못해 원격 코드가 여전히 실행된다",
    },
    cvss: "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:C/C:H/I:H/A:H",
    exploited: { vendor: "Apache", product: "Log4j2", since: "2023-05-01", due: "2023-05-22", ransomware: true },
    affected: { Maven: { "org.apache.logging.log4j:log4j-core": "..2.12.2 2.13.0..2.16.0" } },
  },
  {
    id: "CVE-2021-45105",
    aliases: ["GHSA-p6xc-xr62-6r2g"],
    published: "2021-12-18",
    title: {
      en: "A lookup that names itself sends Log4j into endless recursion",
      ko: "자기 자신을 가리키는 조회 때문에 Log4j가 끝없이 재귀하다 멈춘다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:N/I:N/A:H",
    affected: { Maven: { "org.apache.logging.log4j:log4j-core": "..2.3.1 2.4..2.12.3 2.13.0..2.17.0" } },
  },
  {
    id: "CVE-2021-44832",
    aliases: ["GHSA-8489-44mv-ggj8"],
    published: "2021-12-28",
    title: {
      en: "Whoever may change Log4j's configuration can load code through its JDBC appender",
      ko: "설정을 바꿀 수 있는 사람이 Log4j의 JDBC 어펜더로 코드를 불러올 수 있다",
    },
    cvss: "CVSS:3.1/AV:N/AC:H/PR:H/UI:N/S:U/C:H/I:H/A:H",
    affected: { Maven: { "org.apache.logging.log4j:log4j-core": "2.0-beta7..2.3.2 2.4..2.12.4 2.13.0..2.17.1" } },
  },
  {
    id: "CVE-2023-6378",
    aliases: ["GHSA-vmq6-5m68-f53m"],
    published: "2023-11-29",
    title: {
      en: "Poisoned serialized events stop a Logback receiver",
      ko: "조작된 직렬화 이벤트를 받은 Logback 수신기가 멈춘다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H",
    affected: {
      Maven: {
        "ch.qos.logback:logback-classic": "..1.2.13 1.3.0..1.3.12 1.4.0..1.4.12",
        "ch.qos.logback:logback-core": "..1.2.13 1.3.0..1.3.12 1.4.0..1.4.12",
      },
    },
  },
];
