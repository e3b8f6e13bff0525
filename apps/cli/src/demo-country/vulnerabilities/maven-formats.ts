import type { Vulnerability } from "../vulnerability.ts";

/** Java libraries that read and write data. */
export const formats: readonly Vulnerability[] = [
  {
    id: "CVE-2022-42889",
    aliases: ["GHSA-599f-7c49-w659"],
    published: "2022-10-13",
    title: {
      en: "Text4Shell: Commons Text runs scripts while it fills placeholders",
      ko: "Text4Shell: Commons Text가 자리표시자를 채우다 스크립트를 실행한다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    affected: { Maven: { "org.apache.commons:commons-text": "1.5..1.10.0" } },
  },
  {
    id: "CVE-2022-1471",
    aliases: ["GHSA-mjmj-j48q-9wg2"],
    published: "2022-12-01",
    title: {
      en: "SnakeYAML builds whatever object a document asks for",
      ko: "SnakeYAML이 문서가 요구하는 객체를 무엇이든 만들어 낸다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    affected: { Maven: { "org.yaml:snakeyaml": "..2.0" } },
  },
  {
    id: "CVE-2022-42003",
    aliases: ["GHSA-jjjh-jjxp-wpff"],
    published: "2022-10-02",
    title: {
      en: "Nested arrays around single values exhaust Jackson",
      ko: "단일 값을 감싼 중첩 배열이 Jackson의 자원을 소진한다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H",
    affected: { Maven: { "com.fasterxml.jackson.core:jackson-databind": "2.4.0-rc1..2.12.7.1 2.13.0..2.13.4.2" } },
  },
  {
    id: "CVE-2025-52999",
    published: "2025-06-25",
    title: {
      en: "Jackson's parser puts no bound on the depth of what it reads",
      ko: "Jackson 파서가 읽는 문서의 깊이에 한계를 두지 않는다",
    },
    affected: { Maven: { "com.fasterxml.jackson.core:jackson-core": "..2.15.0" } },
  },
  {
    id: "CVE-2022-25845",
    aliases: ["GHSA-pv7h-hx5h-mgfj"],
    published: "2022-06-10",
    title: {
      en: "fastjson creates objects by type although that is switched off",
      ko: "형 지정을 꺼 두어도 fastjson이 지정된 형의 객체를 만든다",
    },
    cvss: "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H",
    affected: { Maven: { "com.alibaba:fastjson": "..1.2.83" } },
  },
  {
    id: "CVE-2021-39144",
    aliases: ["GHSA-j9h8-phrw-h4fh"],
    published: "2021-08-23",
    title: {
      en: "A changed input stream makes XStream run commands of its host",
      ko: "조작된 입력 스트림으로 XStream이 서버의 명령을 실행한다",
    },
    cvss: "CVSS:3.1/AV:N/AC:H/PR:L/UI:N/S:C/C:H/I:H/A:H",
    exploited: { vendor: "XStream", product: "XStream", since: "2023-03-10", due: "2023-03-31", ransomware: false },
    affected: { Maven: { "com.thoughtworks.xstream:xstream": "..1.4.18" } },
  },
  {
    id: "CVE-2015-7501",
    aliases: ["GHSA-fjq5-5j5f-mvxh"],
    published: "2017-11-09",
    title: {
      en: "Transformers in Commons Collections turn deserialized data into commands",
      ko: "Commons Collections의 변환기가 역직렬화된 데이터를 명령으로 바꾼다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    affected: { Maven: { "commons-collections:commons-collections": "3.0..3.2.2" } },
  },
  {
    id: "CVE-2025-48924",
    published: "2025-07-11",
    title: {
      en: "Very long class names overflow the stack of Commons Lang",
      ko: "매우 긴 클래스 이름이 Commons Lang의 스택을 넘치게 한다",
    },
    affected: { Maven: { "org.apache.commons:commons-lang3": "3.0..3.18.0" } },
  },
];
