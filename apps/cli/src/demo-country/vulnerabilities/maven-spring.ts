import type { Vulnerability } from "../vulnerability.ts";

/** Spring and what is built on it. */
export const spring: readonly Vulnerability[] = [
  {
    id: "CVE-2022-22965",
    aliases: ["GHSA-36p3-wjmg-h94x"],
    published: "2022-03-31",
    title: {
      en: "Spring4Shell: data binding on Java 9 and newer reaches the class loader",
      ko: "Spring4Shell: Java 9 이상에서 데이터 바인딩이 클래스 로더에 닿아 코드가 실행된다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    exploited: {
      vendor: "VMware",
      product: "Spring Framework",
      since: "2022-04-04",
      due: "2022-04-25",
      ransomware: false,
    },
    affected: {
      Maven: {
        "org.springframework:spring-beans": "..5.2.20.RELEASE 5.3.0..5.3.18",
        "org.springframework:spring-webmvc": "..5.2.20.RELEASE 5.3.0..5.3.18",
        "org.springframework.boot:spring-boot-starter-web": "..2.5.12 2.6.0..2.6.6",
      },
    },
  },
  {
    id: "CVE-2022-22963",
    aliases: ["GHSA-6v73-fgf6-w5j7"],
    published: "2022-04-01",
    title: {
      en: "Spring Cloud Function evaluates an expression out of a request header",
      ko: "Spring Cloud Function이 요청 헤더에 담긴 식을 그대로 계산한다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    exploited: {
      vendor: "VMware Tanzu",
      product: "Spring Cloud",
      since: "2022-08-25",
      due: "2022-09-15",
      ransomware: false,
    },
    affected: { Maven: { "org.springframework.cloud:spring-cloud-function-context": "..3.1.7 3.2.0..3.2.3" } },
  },
  {
    id: "CVE-2022-22947",
    aliases: ["GHSA-3gx9-37ww-9qw6"],
    published: "2022-03-03",
    title: {
      en: "An open actuator endpoint lets anybody add routes that run code in Spring Cloud Gateway",
      ko: "열려 있는 액추에이터로 누구나 Spring Cloud Gateway에 코드가 실행되는 경로를 추가할 수 있다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H",
    exploited: {
      vendor: "VMware",
      product: "Spring Cloud Gateway",
      since: "2022-05-16",
      due: "2022-06-06",
      ransomware: false,
    },
    affected: { Maven: { "org.springframework.cloud:spring-cloud-gateway-server": "..3.0.7 3.1.0..3.1.1" } },
  },
  {
    id: "CVE-2022-22978",
    aliases: ["GHSA-hh32-7344-cg2f"],
    published: "2022-05-19",
    title: {
      en: "A line break in a path slips past Spring Security's regular-expression matcher",
      ko: "경로에 줄바꿈을 넣으면 Spring Security의 정규식 검사를 빠져나간다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    affected: { Maven: { "org.springframework.security:spring-security-web": "..5.4.11 5.5.0..5.5.7 5.6.0..5.6.4" } },
  },
  {
    id: "CVE-2022-31692",
    aliases: ["GHSA-mmmh-wcxm-2wr4"],
    published: "2022-10-31",
    title: {
      en: "Forwards and includes escape the authorization rules of Spring Security",
      ko: "포워드와 인클루드 요청이 Spring Security의 권한 규칙을 벗어난다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    affected: { Maven: { "org.springframework.security:spring-security-web": "5.6.0..5.6.9 5.7.0..5.7.5" } },
  },
  {
    id: "CVE-2023-34034",
    aliases: ["GHSA-3h6f-g5f3-gc4w"],
    published: "2023-07-19",
    title: {
      en: "Two asterisks without a slash make Spring Security and WebFlux disagree about paths",
      ko: "슬래시 없는 ** 패턴을 Spring Security와 WebFlux가 서로 다르게 해석해 보호가 풀린다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    affected: {
      Maven: {
        "org.springframework.security:spring-security-config":
          "5.6.0..5.6.12 5.7.0..5.7.10 5.8.0..5.8.5 6.0.0..6.0.5 6.1.0..6.1.2",
      },
    },
  },
  {
    id: "CVE-2024-22243",
    aliases: ["GHSA-ccgv-vj62-xf9h"],
    published: "2024-02-23",
    title: {
      en: "A host that passed Spring's URL check is not the host that is called",
      ko: "Spring의 URL 검사를 통과한 호스트와 실제로 접속하는 호스트가 달라질 수 있다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:N",
    affected: { Maven: { "org.springframework:spring-web": "..5.3.32 6.0.0..6.0.17 6.1.0..6.1.4" } },
  },
  {
    id: "CVE-2024-38816",
    aliases: ["GHSA-cx7f-g6mp-7hqm"],
    published: "2024-09-13",
    title: {
      en: "Static resources of functional routes in Spring give out any file",
      ko: "함수형 라우트의 정적 자원 설정을 통해 Spring 서버의 임의 파일이 노출된다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N",
    affected: { Maven: { "org.springframework:spring-webmvc": "5.3.0..=5.3.39 6.0.0..=6.0.23 6.1.0..6.1.13" } },
  },
  {
    id: "CVE-2024-38821",
    aliases: ["GHSA-c4q5-6c82-3qpw"],
    published: "2024-10-28",
    title: {
      en: "Rules for static resources of WebFlux applications can be passed by",
      ko: "WebFlux 애플리케이션의 정적 자원 접근 규칙을 건너뛸 수 있다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:N",
    affected: {
      Maven: {
        "org.springframework.security:spring-security-web":
          "..5.7.13 5.8.0..5.8.15 6.0.0..6.0.13 6.1.0..6.1.11 6.2.0..6.2.7 6.3.0..6.3.4",
      },
    },
  },
  {
    id: "CVE-2025-41249",
    published: "2025-09-16",
    title: {
      en: "Spring misses security annotations on methods of generic superclasses",
      ko: "제네릭 상위 클래스의 메서드에 붙은 보안 애너테이션을 Spring이 놓친다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N",
    affected: { Maven: { "org.springframework:spring-core": "5.3.0..=5.3.44 6.1.0..=6.1.22 6.2.0..6.2.11" } },
  },
];
