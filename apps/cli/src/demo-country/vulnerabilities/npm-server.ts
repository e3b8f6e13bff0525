import type { Vulnerability } from "../vulnerability.ts";

/** Libraries of Node.js servers. */
export const nodeServers: readonly Vulnerability[] = [
  {
    id: "CVE-2024-29041",
    aliases: ["GHSA-rv95-896h-c2vc"],
    published: "2024-03-25",
    title: {
      en: "Malformed addresses pass Express' check of redirects",
      ko: "잘못된 형식의 주소가 Express의 이동 주소 검사를 통과한다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N",
    affected: { npm: { express: "..4.19.2 5.0.0-alpha.1..5.0.0-beta.3" } },
  },
  {
    id: "CVE-2024-45590",
    aliases: ["GHSA-qwcr-r2fm-qrc7"],
    published: "2024-09-10",
    title: {
      en: "URL-encoded bodies nested without end stop body-parser",
      ko: "끝없이 중첩된 URL 인코딩 본문이 body-parser를 멈춘다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H",
    affected: { npm: { "body-parser": "..1.20.3" } },
  },
  {
    id: "CVE-2024-45296",
    aliases: ["GHSA-9wv6-86v2-598j"],
    published: "2024-09-09",
    title: {
      en: "Two parameters within one path segment make routes backtrack for seconds",
      ko: "경로 한 구간에 매개변수가 둘 있으면 정규식이 오래 역추적한다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H",
    affected: { npm: { "path-to-regexp": "..0.1.10 0.2.0..1.9.0 2.0.0..3.3.0 4.0.0..6.3.0 7.0.0..8.0.0" } },
  },
  {
    id: "CVE-2024-37890",
    aliases: ["GHSA-3h5v-q93c-6h6q"],
    published: "2024-06-17",
    title: {
      en: "A handshake with too many headers crashes a ws server",
      ko: "헤더가 지나치게 많은 핸드셰이크가 ws 서버를 중단시킨다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H",
    affected: { npm: { ws: "2.1.0..5.2.4 6.0.0..6.2.3 7.0.0..7.5.10 8.0.0..8.17.1" } },
  },
  {
    id: "CVE-2024-53900",
    aliases: ["GHSA-m7xq-9374-9rvx"],
    published: "2024-12-02",
    title: {
      en: "A nested $where within populate lets Mongoose inject a search",
      ko: "populate 안에 중첩된 $where로 Mongoose에 검색 조건을 주입할 수 있다",
    },
    affected: { npm: { mongoose: "..6.13.5 7.0.0-rc0..7.8.3 8.0.0-rc0..8.8.3" } },
  },
  {
    id: "CVE-2025-7783",
    aliases: ["GHSA-fjxv-7rqg-78g4"],
    published: "2025-07-18",
    title: {
      en: "form-data's boundaries can be guessed, and foreign fields be slipped in",
      ko: "form-data의 경계 문자열을 예측해 다른 필드를 끼워 넣을 수 있다",
    },
    affected: { npm: { "form-data": "..2.5.4 3.0.0..3.0.4 4.0.0..4.0.4" } },
  },
  {
    id: "CVE-2021-21315",
    aliases: ["GHSA-2m8v-572m-ff2v"],
    published: "2021-02-16",
    title: {
      en: "Arrays instead of texts carry commands into systeminformation",
      ko: "문자열 자리에 배열을 넣어 systeminformation에 명령을 주입할 수 있다",
    },
    exploited: {
      vendor: "Npm package",
      product: "System Information Library for Node.JS",
      since: "2022-01-18",
      due: "2022-02-01",
      ransomware: false,
    },
    affected: { npm: { systeminformation: "..5.3.1" } },
  },
  {
    id: "CVE-2025-12816",
    aliases: ["GHSA-5gfm-wpxj-wjgq"],
    published: "2025-11-25",
    title: {
      en: "node-forge is led past checks of signatures by crafted ASN.1",
      ko: "조작된 ASN.1 구조로 node-forge의 서명 검증을 우회한다",
    },
    affected: { npm: { "node-forge": "..1.3.2" } },
  },
];
