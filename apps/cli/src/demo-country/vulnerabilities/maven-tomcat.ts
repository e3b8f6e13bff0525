import type { Vulnerability } from "../vulnerability.ts";

/** Apache Tomcat, as its own server and within an application. */
export const tomcat: readonly Vulnerability[] = [
  {
    id: "CVE-2020-1938",
    aliases: ["GHSA-c9hw-wf7x-jp9j"],
    published: "2020-02-24",
    title: {
      en: "Ghostcat: Tomcat's AJP connector hands out and includes files of the application",
      ko: "Ghostcat: Tomcat의 AJP 커넥터가 애플리케이션 파일을 내주고 실행까지 한다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    exploited: { vendor: "Apache", product: "Tomcat", since: "2022-03-03", due: "2022-03-17", ransomware: false },
    affected: {
      Maven: {
        "org.apache.tomcat.embed:tomcat-embed-core": "7.0.0..7.0.100 8.5.0..8.5.51 9.0.0.M1..9.0.31",
        "org.apache.tomcat:tomcat-coyote": "7.0.0..7.0.100 8.5.0..8.5.51 9.0.0.M1..9.0.31",
      },
    },
  },
  {
    id: "CVE-2023-24998",
    aliases: ["GHSA-hfrx-6qgj-fp6c"],
    published: "2023-02-20",
    title: {
      en: "An upload of countless parts exhausts Commons FileUpload and Tomcat",
      ko: "수많은 조각으로 나뉜 업로드가 Commons FileUpload와 Tomcat의 자원을 소진한다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H",
    affected: {
      Maven: {
        "commons-fileupload:commons-fileupload": "..1.5",
        "org.apache.tomcat.embed:tomcat-embed-core":
          "8.5.85..8.5.88 9.0.0-M1..9.0.71 10.1.0-M1..10.1.5 11.0.0-M2..11.0.0-M5",
      },
    },
  },
  {
    id: "CVE-2024-34750",
    aliases: ["GHSA-wm9w-rjj3-j356"],
    published: "2024-07-03",
    title: {
      en: "HTTP/2 streams with excessive headers leave connections of Tomcat open for ever",
      ko: "과도한 헤더의 HTTP/2 스트림 때문에 Tomcat 연결이 끝없이 열려 있게 된다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H",
    affected: {
      Maven: {
        "org.apache.tomcat.embed:tomcat-embed-core": "9.0.0-M1..9.0.90 10.1.0-M1..10.1.25 11.0.0-M1..11.0.0-M21",
        "org.apache.tomcat:tomcat-coyote": "9.0.0-M1..9.0.90 10.1.0-M1..10.1.25 11.0.0-M1..11.0.0-M21",
      },
    },
  },
  {
    id: "CVE-2024-50379",
    aliases: ["GHSA-5j33-cvvr-w245"],
    published: "2024-12-17",
    title: {
      en: "A race while a JSP is compiled lets an uploaded file run where names ignore case",
      ko: "대소문자를 가리지 않는 파일 시스템에서 JSP 컴파일 경합으로 업로드한 파일이 실행된다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    affected: {
      Maven: {
        "org.apache.tomcat.embed:tomcat-embed-core": "9.0.0.M1..9.0.98 10.1.0-M1..10.1.34 11.0.0-M1..11.0.2",
        "org.apache.tomcat:tomcat-catalina": "9.0.0.M1..9.0.98 10.1.0-M1..10.1.34 11.0.0-M1..11.0.2",
      },
      "AlmaLinux:9": { tomcat: "..1:9.0.87-2.el9_5.1" },
    },
  },
  {
    id: "CVE-2025-24813",
    aliases: ["GHSA-83qj-6fr2-vhqg"],
    published: "2025-03-10",
    title: {
      en: "Partial PUT requests to Tomcat read foreign uploads and can end in code execution",
      ko: "Tomcat에 보낸 부분 PUT 요청으로 남의 업로드를 읽고 코드까지 실행할 수 있다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    exploited: { vendor: "Apache", product: "Tomcat", since: "2025-04-01", due: "2025-04-22", ransomware: false },
    affected: {
      Maven: {
        "org.apache.tomcat.embed:tomcat-embed-core": "9.0.0.M1..9.0.99 10.1.0-M1..10.1.35 11.0.0-M1..11.0.3",
        "org.apache.tomcat:tomcat-catalina": "9.0.0.M1..9.0.99 10.1.0-M1..10.1.35 11.0.0-M1..11.0.3",
      },
      "AlmaLinux:9": { tomcat: "..1:9.0.87-2.el9_5.1" },
    },
  },
];
