import type { Vulnerability } from "../vulnerability.ts";

/** Go's standard library and its modules beside it. */
export const goStandard: readonly Vulnerability[] = [
  {
    id: "CVE-2023-39325",
    aliases: ["GHSA-4374-p667-p6c8"],
    published: "2023-10-11",
    title: {
      en: "Streams opened and reset at once exhaust Go's HTTP/2 servers",
      ko: "열자마자 취소하는 스트림이 Go HTTP/2 서버의 자원을 소진한다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H",
    affected: { Go: { stdlib: "..1.20.10 1.21.0-0..1.21.3", "golang.org/x/net": "..0.17.0" } },
  },
  {
    id: "CVE-2023-45288",
    aliases: ["GHSA-4v7x-pqxf-cx7m"],
    published: "2024-04-04",
    title: {
      en: "Endless CONTINUATION frames keep Go's HTTP/2 servers reading",
      ko: "끝없는 CONTINUATION 프레임이 Go HTTP/2 서버를 붙잡아 둔다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H",
    affected: { Go: { stdlib: "..1.21.9 1.22.0-0..1.22.2", "golang.org/x/net": "..0.23.0" } },
  },
  {
    id: "CVE-2024-24790",
    published: "2024-06-05",
    title: {
      en: "Go does not recognise loopback and private IPv4 addresses that are mapped into IPv6",
      ko: "IPv6에 매핑된 IPv4 루프백·사설 주소를 Go가 알아보지 못한다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    affected: { Go: { stdlib: "..1.21.11 1.22.0-0..1.22.4" } },
  },
  {
    id: "CVE-2024-34156",
    published: "2024-09-06",
    title: {
      en: "Deeply nested messages exhaust the stack of Go's gob decoder",
      ko: "깊이 중첩된 메시지가 Go gob 디코더의 스택을 소진한다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H",
    affected: { Go: { stdlib: "..1.22.7 1.23.0-0..1.23.1" } },
  },
  {
    id: "CVE-2025-22871",
    published: "2025-04-08",
    title: {
      en: "Go takes a bare line feed in chunked bodies, which smuggles requests",
      ko: "Go가 청크 본문의 LF만 있는 줄 끝을 받아들여 요청 밀수가 가능하다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:N",
    affected: { Go: { stdlib: "..1.23.8 1.24.0-0..1.24.2" } },
  },
  {
    id: "CVE-2025-47907",
    published: "2025-08-07",
    title: {
      en: "A cancelled query may give Go programs another query's rows",
      ko: "질의를 취소하면 Go 프로그램이 다른 질의의 결과를 받을 수 있다",
    },
    affected: { Go: { stdlib: "..1.23.12 1.24.0..1.24.6" } },
  },
  {
    id: "CVE-2024-45337",
    aliases: ["GHSA-v778-237x-gjrc"],
    published: "2024-12-12",
    title: {
      en: "SSH servers in Go may take a key that was only offered for the one that was proved",
      ko: "Go SSH 서버가 제시만 된 키를 인증된 키로 착각할 수 있다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:N",
    affected: { Go: { "golang.org/x/crypto": "..0.31.0" } },
  },
  {
    id: "CVE-2025-22869",
    published: "2025-02-26",
    title: {
      en: "A client that is slow with its keys fills the memory of Go's SSH servers",
      ko: "키 교환을 늦추는 클라이언트가 Go SSH 서버의 메모리를 채운다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H",
    affected: { Go: { "golang.org/x/crypto": "..0.35.0" } },
  },
  {
    id: "CVE-2025-22868",
    published: "2025-02-26",
    title: {
      en: "A malformed token makes Go's OAuth library take much memory",
      ko: "잘못된 토큰이 Go OAuth 라이브러리의 메모리를 과도하게 쓴다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H",
    affected: { Go: { "golang.org/x/oauth2": "..0.27.0" } },
  },
  {
    id: "CVE-2022-32149",
    aliases: ["GHSA-69ch-w2m2-3vjp"],
    published: "2022-10-14",
    title: {
      en: "A long Accept-Language header keeps Go's language parser busy",
      ko: "긴 Accept-Language 헤더가 Go의 언어 해석기를 붙잡아 둔다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H",
    affected: { Go: { "golang.org/x/text": "..0.3.8" } },
  },
];
