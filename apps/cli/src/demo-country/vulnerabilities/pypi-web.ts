import type { Vulnerability } from "../vulnerability.ts";

/** Python libraries of web services. */
export const pythonWeb: readonly Vulnerability[] = [
  {
    id: "CVE-2023-30861",
    aliases: ["GHSA-m2qf-hxjv-5gpq"],
    published: "2023-05-02",
    title: {
      en: "A caching proxy may give one client's Flask session to others",
      ko: "캐시 프록시가 한 사용자의 Flask 세션을 다른 사용자에게 줄 수 있다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N",
    affected: { PyPI: { flask: "..2.2.5 2.3.0..2.3.2" } },
  },
  {
    id: "CVE-2023-25577",
    aliases: ["GHSA-xg9f-g7g7-2323"],
    published: "2023-02-14",
    title: {
      en: "Forms of countless parts exhaust Werkzeug",
      ko: "조각이 끝없이 많은 폼이 Werkzeug의 자원을 소진한다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H",
    affected: { PyPI: { werkzeug: "..2.2.3" } },
  },
  {
    id: "CVE-2024-34069",
    aliases: ["GHSA-2g68-c3qc-8985"],
    published: "2024-05-06",
    title: {
      en: "A foreign page can drive Werkzeug's debugger on a developer's machine",
      ko: "다른 사이트의 페이지가 개발자 컴퓨터의 Werkzeug 디버거를 조작할 수 있다",
    },
    cvss: "CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:H/I:H/A:H",
    affected: { PyPI: { werkzeug: "..3.0.3" } },
  },
  {
    id: "CVE-2025-27516",
    aliases: ["GHSA-cpwx-vrp4-4pq7"],
    published: "2025-03-05",
    title: { en: "Jinja's attr filter reaches out of the sandbox", ko: "Jinja의 attr 필터로 샌드박스를 벗어난다" },
    affected: { PyPI: { jinja2: "..3.1.6" } },
  },
  {
    id: "CVE-2023-32681",
    aliases: ["GHSA-j8r2-6x86-q33q"],
    published: "2023-05-22",
    title: {
      en: "Requests sends proxy credentials to the destination after a redirect",
      ko: "Requests가 이동 후 목적지 서버에 프록시 자격 정보를 보낸다",
    },
    cvss: "CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:C/C:H/I:N/A:N",
    affected: { PyPI: { requests: "2.3.0..2.31.0" } },
  },
  {
    id: "CVE-2023-43804",
    aliases: ["GHSA-v845-jxx5-vc9f"],
    published: "2023-10-02",
    title: {
      en: "urllib3 hands cookies on when it follows a redirect to another host",
      ko: "urllib3가 다른 호스트로 이동하면서 쿠키까지 넘긴다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:N",
    affected: { PyPI: { urllib3: "..1.26.17 2.0.0..2.0.6" } },
  },
  {
    id: "CVE-2023-37920",
    aliases: ["GHSA-xqr8-7jwr-rhp7"],
    published: "2023-07-25",
    title: {
      en: "certifi still trusts the e-Tugra authority, which was found insecure",
      ko: "certifi가 안전하지 않다고 밝혀진 e-Tugra 인증기관을 여전히 신뢰한다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    affected: { PyPI: { certifi: "2015.4.28..2023.7.22" } },
  },
  {
    id: "CVE-2024-1135",
    aliases: ["GHSA-w3h3-4rj7-4ph4"],
    published: "2024-04-16",
    title: {
      en: "Conflicting transfer encodings smuggle requests through Gunicorn",
      ko: "서로 어긋나는 전송 인코딩으로 Gunicorn에 요청을 몰래 끼워 넣는다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:N",
    affected: { PyPI: { gunicorn: "..22.0.0" } },
  },
  {
    id: "CVE-2024-23334",
    aliases: ["GHSA-5h86-8mv2-jq9f"],
    published: "2024-01-29",
    title: {
      en: "aiohttp's static routes that follow links give out any file",
      ko: "링크를 따라가는 aiohttp 정적 경로에서 임의 파일이 노출된다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N",
    affected: { PyPI: { aiohttp: "1.0.5..3.9.2" } },
  },
  {
    id: "CVE-2025-43859",
    aliases: ["GHSA-vqfr-h8mv-ghfj"],
    published: "2025-04-24",
    title: {
      en: "h11 accepts broken line ends in chunked bodies, which smuggle requests",
      ko: "h11이 청크 본문의 잘못된 줄 끝을 받아들여 요청 밀수가 가능하다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:N",
    affected: { PyPI: { h11: "..0.16.0" } },
  },
  {
    id: "CVE-2024-47874",
    aliases: ["GHSA-f96h-pmfr-66vw"],
    published: "2024-10-15",
    title: {
      en: "Form fields without a file name take all memory of Starlette",
      ko: "파일 이름 없는 폼 필드가 Starlette의 메모리를 모두 쓴다",
    },
    affected: { PyPI: { starlette: "..0.40.0" } },
  },
  {
    id: "CVE-2024-52804",
    aliases: ["GHSA-8w49-h785-mj3c"],
    published: "2024-11-22",
    title: {
      en: "Cookies written in octal keep Tornado parsing",
      ko: "8진수로 쓴 쿠키가 Tornado의 해석을 붙잡아 둔다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H",
    affected: { PyPI: { tornado: "..6.4.2" } },
  },
];
