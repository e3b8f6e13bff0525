import type { Vulnerability } from "../vulnerability.ts";

/** Brokers and servers written in Java. */
export const javaServers: readonly Vulnerability[] = [
  {
    id: "CVE-2023-46604",
    aliases: ["GHSA-crg9-44h2-xw35"],
    published: "2023-10-27",
    title: {
      en: "ActiveMQ instantiates any class that an OpenWire message names",
      ko: "ActiveMQ가 OpenWire 메시지에 적힌 클래스를 무엇이든 생성해 실행한다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    exploited: { vendor: "Apache", product: "ActiveMQ", since: "2023-11-02", due: "2023-11-23", ransomware: true },
    affected: {
      Maven: { "org.apache.activemq:activemq-client": "..5.15.16 5.16.0..5.16.7 5.17.0..5.17.6 5.18.0..5.18.3" },
    },
  },
  {
    id: "CVE-2023-33246",
    aliases: ["GHSA-x3cq-8f32-5f63"],
    published: "2023-05-24",
    title: {
      en: "RocketMQ takes configuration from anybody and runs commands out of it",
      ko: "RocketMQ가 누구에게서나 설정을 받아 그 안의 명령을 실행한다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    exploited: { vendor: "Apache", product: "RocketMQ", since: "2023-09-06", due: "2023-09-27", ransomware: false },
    affected: {
      Maven: {
        "org.apache.rocketmq:rocketmq-broker": "4.0.0..4.9.6 5.0.0..5.1.1",
        "org.apache.rocketmq:rocketmq-namesrv": "4.0.0..4.9.6 5.0.0..5.1.1",
      },
    },
  },
  {
    id: "CVE-2023-44981",
    aliases: ["GHSA-7286-pgfv-vxvh"],
    published: "2023-10-11",
    title: {
      en: "A server without an instance name joins a ZooKeeper quorum unchecked",
      ko: "인스턴스 이름이 없는 서버가 확인 없이 ZooKeeper 쿼럼에 들어온다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:N",
    affected: { Maven: { "org.apache.zookeeper:zookeeper": "..3.7.2 3.8.0..3.8.3 3.9.0..3.9.1" } },
  },
  {
    id: "CVE-2023-25194",
    aliases: ["GHSA-26f8-x7cc-wqpc"],
    published: "2023-02-07",
    title: {
      en: "A connector's login settings make Kafka Connect look up foreign objects",
      ko: "커넥터의 로그인 설정으로 Kafka Connect가 외부 객체를 조회하게 만들 수 있다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H",
    affected: { Maven: { "org.apache.kafka:kafka-clients": "2.3.0..3.4.0" } },
  },
  {
    id: "CVE-2024-47561",
    aliases: ["GHSA-r7pg-v2c8-mfg3"],
    published: "2024-10-03",
    title: {
      en: "Reading a foreign schema lets Avro run code",
      ko: "외부 스키마를 읽는 것만으로 Avro에서 코드가 실행될 수 있다",
    },
    affected: { Maven: { "org.apache.avro:avro": "..1.11.4" } },
  },
  {
    id: "CVE-2024-36401",
    aliases: ["GHSA-6jj6-gm7p-fcvv"],
    published: "2024-07-01",
    title: {
      en: "GeoServer evaluates property names of map requests as XPath, and so runs code",
      ko: "GeoServer가 지도 요청의 속성 이름을 XPath로 계산해 코드가 실행된다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    exploited: { vendor: "OSGeo", product: "GeoServer", since: "2024-07-15", due: "2024-08-05", ransomware: false },
    affected: {
      Maven: {
        "org.geoserver.web:gs-web-app": "..2.23.6 2.24.0..2.24.4 2.25.0..2.25.2",
        "org.geoserver:gs-wfs": "..2.23.6 2.24.0..2.24.4 2.25.0..2.25.2",
      },
    },
  },
];
