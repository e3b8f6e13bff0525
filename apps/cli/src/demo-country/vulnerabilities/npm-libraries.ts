import type { Vulnerability } from "../vulnerability.ts";

/** Libraries of browsers and build tools. */
export const nodeLibraries: readonly Vulnerability[] = [
  {
    id: "CVE-2020-11023",
    aliases: ["GHSA-jpcq-cgw6-v4j6"],
    published: "2020-04-29",
    title: {
      en: "jQuery runs scripts in option elements that came from elsewhere",
      ko: "jQuery가 외부에서 온 option 요소의 스크립트를 실행한다",
    },
    exploited: { vendor: "JQuery", product: "JQuery", since: "2025-01-23", due: "2025-02-13", ransomware: false },
    affected: { npm: { jquery: "1.0.3..3.5.0" } },
  },
  {
    id: "CVE-2021-23337",
    aliases: ["GHSA-35jh-r3h4-6jhm"],
    published: "2021-02-15",
    title: {
      en: "Options of lodash's template function carry commands",
      ko: "lodash 템플릿 함수의 옵션으로 명령을 실행할 수 있다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:H/UI:N/S:U/C:H/I:H/A:H",
    affected: { npm: { lodash: "..4.17.21" } },
  },
  {
    id: "CVE-2023-45857",
    aliases: ["GHSA-wf5p-g6vw-rhxx"],
    published: "2023-11-08",
    title: {
      en: "axios sends its anti-forgery token to every host",
      ko: "axios가 위조 방지 토큰을 모든 호스트로 보낸다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:N/A:N",
    affected: { npm: { axios: "0.8.1..0.28.0 1.0.0..1.6.0" } },
  },
  {
    id: "CVE-2025-27152",
    aliases: ["GHSA-jr5f-v2jv-69x6"],
    published: "2025-03-07",
    title: {
      en: "An absolute address leads axios away from its base address, with credentials",
      ko: "절대 주소를 넣으면 axios가 기준 주소를 벗어나 자격 정보까지 보낸다",
    },
    affected: { npm: { axios: "..0.30.0 1.0.0..1.8.2" } },
  },
  {
    id: "CVE-2025-58754",
    aliases: ["GHSA-4hjh-wcwx-xvwj"],
    published: "2025-09-11",
    title: {
      en: "axios reads data addresses of any size into memory",
      ko: "axios가 크기 제한 없이 data 주소를 메모리에 읽어 들인다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H",
    affected: { npm: { axios: "0.28.0..0.30.2 1.0.0..1.12.0" } },
  },
  {
    id: "CVE-2024-28849",
    aliases: ["GHSA-cxjh-pqwp-8mfp"],
    published: "2024-03-14",
    title: {
      en: "follow-redirects hands proxy credentials on to another host",
      ko: "follow-redirects가 프록시 자격 정보를 다른 호스트에 넘긴다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N",
    affected: { npm: { "follow-redirects": "..1.15.6" } },
  },
  {
    id: "CVE-2021-44906",
    aliases: ["GHSA-xvch-5gv4-984h"],
    published: "2022-03-17",
    title: {
      en: "Command-line options let minimist change the prototype of all objects",
      ko: "명령줄 옵션으로 minimist가 모든 객체의 프로토타입을 바꾼다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    affected: { npm: { minimist: "..0.2.4 1.0.0..1.2.6" } },
  },
  {
    id: "CVE-2022-25883",
    aliases: ["GHSA-c2qf-rxjj-qqgw"],
    published: "2023-06-21",
    title: {
      en: "A long version range makes semver's expression backtrack",
      ko: "긴 버전 범위가 semver 정규식을 오래 역추적하게 한다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H",
    affected: { npm: { semver: "..5.7.2 6.0.0..6.3.1 7.0.0..7.5.2" } },
  },
  {
    id: "CVE-2024-21538",
    aliases: ["GHSA-3xgq-45jj-v275"],
    published: "2024-11-08",
    title: {
      en: "A crafted argument keeps cross-spawn's expression busy",
      ko: "조작된 인수가 cross-spawn의 정규식을 붙잡아 둔다",
    },
    affected: { npm: { "cross-spawn": "..6.0.6 7.0.0..7.0.5" } },
  },
  {
    id: "CVE-2023-36665",
    aliases: ["GHSA-h755-8qp9-cq85"],
    published: "2023-07-05",
    title: {
      en: "A message definition changes the prototype in protobuf.js",
      ko: "메시지 정의로 protobuf.js의 프로토타입이 바뀐다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    affected: { npm: { protobufjs: "6.10.0..6.11.4 7.0.0..7.2.5" } },
  },
  {
    id: "CVE-2024-45801",
    aliases: ["GHSA-mmhx-hmjr-r674"],
    published: "2024-09-16",
    title: { en: "Deep nesting lets scripts pass DOMPurify", ko: "깊은 중첩으로 스크립트가 DOMPurify를 통과한다" },
    affected: { npm: { dompurify: "..2.5.4 3.0.0..3.1.3" } },
  },
  {
    id: "CVE-2025-26791",
    aliases: ["GHSA-vhxf-7vqr-mrjg"],
    published: "2025-02-14",
    title: {
      en: "A wrong expression for template literals lets scripts pass DOMPurify",
      ko: "템플릿 리터럴을 잘못 걸러 스크립트가 DOMPurify를 통과한다",
    },
    affected: { npm: { dompurify: "..3.2.4" } },
  },
  {
    id: "CVE-2022-31129",
    aliases: ["GHSA-wc69-rhjr-hc9g"],
    published: "2022-07-06",
    title: {
      en: "A long text in place of a date keeps Moment.js parsing",
      ko: "날짜 자리에 온 긴 문자열이 Moment.js의 해석을 붙잡아 둔다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H",
    affected: { npm: { moment: "2.18.0..2.29.4" } },
  },
  {
    id: "CVE-2024-4367",
    aliases: ["GHSA-wgrm-67xf-hhpq"],
    published: "2024-05-07",
    title: { en: "A font within a PDF runs scripts in PDF.js", ko: "PDF 속 글꼴이 PDF.js에서 스크립트를 실행한다" },
    affected: { npm: { "pdfjs-dist": "..4.2.67" } },
  },
];
