import type { Vulnerability } from "../vulnerability.ts";

/** Apache Struts. */
export const struts: readonly Vulnerability[] = [
  {
    id: "CVE-2017-5638",
    aliases: ["GHSA-j77q-2qqg-6989"],
    published: "2017-03-11",
    title: {
      en: "Struts evaluates the Content-Type of an upload as an expression",
      ko: "Struts가 업로드 요청의 Content-Type을 식으로 계산한다",
    },
    cvss: "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H",
    exploited: { vendor: "Apache", product: "Struts", since: "2021-11-03", due: "2022-05-03", ransomware: true },
    affected: { Maven: { "org.apache.struts:struts2-core": "2.3.0..2.3.32 2.5.0..2.5.10.1" } },
  },
  {
    id: "CVE-2020-17530",
    aliases: ["GHSA-jc35-q369-45pv"],
    published: "2020-12-11",
    title: {
      en: "Struts evaluates tag attributes twice, and so what a visitor typed",
      ko: "Struts가 태그 속성을 두 번 계산해 방문자의 입력까지 실행한다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    exploited: { vendor: "Apache", product: "Struts", since: "2021-11-03", due: "2022-05-03", ransomware: false },
    affected: { Maven: { "org.apache.struts:struts2-core": "2.0.0..2.5.26" } },
  },
  {
    id: "CVE-2023-50164",
    aliases: ["GHSA-2j39-qcjm-428w"],
    published: "2023-12-07",
    title: {
      en: "Upload parameters of Struts place files outside their folder",
      ko: "Struts의 업로드 매개변수를 조작하면 파일이 정해진 폴더 밖에 저장된다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    affected: { Maven: { "org.apache.struts:struts2-core": "2.5-BETA1..2.5.33 6.0.0..6.3.0.2" } },
  },
  {
    id: "CVE-2024-53677",
    aliases: ["GHSA-43mq-6xmg-29vm"],
    published: "2024-12-11",
    title: {
      en: "The upload interceptor of Struts can still be led out of its folder",
      ko: "Struts의 업로드 인터셉터가 여전히 폴더 밖으로 파일을 보낼 수 있다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    affected: { Maven: { "org.apache.struts:struts2-core": "2.0.0..6.4.0" } },
  },
];
