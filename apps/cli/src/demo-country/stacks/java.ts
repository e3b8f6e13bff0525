import { stack, together } from "../purls.ts";

const springFramework = stack(
  "maven",
  `
  org.springframework:spring-aop 5.3.6 5.3.34 5.3.39
  org.springframework:spring-beans 5.3.6 5.3.34 5.3.39
  org.springframework:spring-context 5.3.6 5.3.34 5.3.39
  org.springframework:spring-core 5.3.6 5.3.34 5.3.39
  org.springframework:spring-expression 5.3.6 5.3.34 5.3.39
  org.springframework:spring-jdbc 5.3.6 5.3.34 5.3.39
  org.springframework:spring-web 5.3.6 5.3.34 5.3.39
  org.springframework:spring-webmvc 5.3.6 5.3.34 5.3.39
  org.springframework.security:spring-security-config 5.5.0 5.8.11 5.8.16
  org.springframework.security:spring-security-core 5.5.0 5.8.11 5.8.16
  org.springframework.security:spring-security-web 5.5.0 5.8.11 5.8.16
`,
);

const commons = stack(
  "maven",
  `
  com.fasterxml.jackson.core:jackson-annotations 2.12.3 2.15.4 2.19.2
  com.fasterxml.jackson.core:jackson-core 2.12.3 2.15.4 2.19.2
  com.fasterxml.jackson.core:jackson-databind 2.12.3 2.15.4 2.19.2
  commons-codec:commons-codec 1.15 1.16.1 1.19.0
  commons-collections:commons-collections 3.2.1 3.2.2
  commons-fileupload:commons-fileupload 1.4 1.5 1.6.0
  commons-io:commons-io 2.8.0 2.15.1 2.20.0
  org.apache.commons:commons-lang3 3.12.0 3.14.0 3.19.0
  org.apache.commons:commons-text 1.9 1.11.0 1.14.0
  org.apache.logging.log4j:log4j-api 2.14.1 2.17.1 2.25.2
  org.apache.logging.log4j:log4j-core 2.14.1 2.17.1 2.25.2
  org.slf4j:slf4j-api 1.7.30 1.7.36 2.0.17
`,
);

/** A web portal on the framework of Korean administration: Spring MVC and MyBatis in Tomcat. */
export const egovPortal = together(
  springFramework,
  commons,
  stack(
    "maven",
    `
    com.thoughtworks.xstream:xstream 1.4.17 1.4.20 1.4.21
    org.apache.commons:commons-dbcp2 2.8.0 2.11.0 2.13.0
    org.apache.poi:poi-ooxml 5.0.0 5.2.5 5.4.1
    org.apache.tomcat:tomcat-catalina 9.0.46 9.0.87 9.0.111
    org.apache.tomcat:tomcat-coyote 9.0.46 9.0.87 9.0.111
    org.aspectj:aspectjweaver 1.9.6 1.9.21 1.9.25
    org.egovframe.rte:org.egovframe.rte.fdl.cmmn 4.0.0 4.1.0 4.3.0
    org.egovframe.rte:org.egovframe.rte.ptl.mvc 4.0.0 4.1.0 4.3.0
    org.mybatis:mybatis 3.5.6 3.5.16 3.5.19
    org.mybatis:mybatis-spring 2.0.6 2.1.2
    org.postgresql:postgresql 42.2.20 42.7.3 42.7.8
  `,
  ),
);

/** An older portal: Struts and Shiro. */
export const strutsPortal = together(
  commons,
  stack(
    "maven",
    `
    com.alibaba:fastjson 1.2.70 1.2.83
    com.zaxxer:HikariCP 3.4.5 4.0.3 6.3.3
    ognl:ognl 3.1.12 3.1.29 3.4.8
    org.apache.shiro:shiro-core 1.2.4 1.10.1 2.0.6
    org.apache.shiro:shiro-web 1.2.4 1.10.1 2.0.6
    org.apache.struts:struts2-core 2.5.10 2.5.31 6.8.0
    org.apache.tomcat:tomcat-catalina 9.0.30 9.0.80 9.0.111
    org.apache.tomcat:tomcat-coyote 9.0.30 9.0.80 9.0.111
    org.freemarker:freemarker 2.3.28 2.3.32 2.3.34
    org.javassist:javassist 3.20.0-GA 3.29.2-GA 3.30.2-GA
    org.mybatis:mybatis 3.5.5 3.5.13 3.5.19
    org.postgresql:postgresql 42.2.14 42.6.0 42.7.8
  `,
  ),
);

/** A service of today: Spring Boot with its own Tomcat, a database and a queue. */
export const springService = stack(
  "maven",
  `
  ch.qos.logback:logback-classic 1.2.10 1.4.11 1.5.20
  ch.qos.logback:logback-core 1.2.10 1.4.11 1.5.20
  com.fasterxml.jackson.core:jackson-annotations 2.13.1 2.15.3 2.19.2
  com.fasterxml.jackson.core:jackson-core 2.13.1 2.15.3 2.19.2
  com.fasterxml.jackson.core:jackson-databind 2.13.1 2.15.3 2.19.2
  com.google.guava:guava 31.0.1-jre 32.1.3-jre 33.5.0-jre
  com.zaxxer:HikariCP 4.0.3 5.0.1 6.3.3
  io.micrometer:micrometer-core 1.8.2 1.11.5 1.15.5
  io.netty:netty-codec-http 4.1.73.Final 4.1.100.Final 4.1.128.Final
  io.netty:netty-codec-http2 4.1.73.Final 4.1.100.Final 4.1.128.Final
  io.netty:netty-handler 4.1.73.Final 4.1.100.Final 4.1.128.Final
  org.apache.commons:commons-lang3 3.12.0 3.12.0 3.19.0
  org.apache.kafka:kafka-clients 3.0.0 3.4.1 3.9.1
  org.apache.tomcat.embed:tomcat-embed-core 9.0.56 10.1.15 10.1.48
  org.bouncycastle:bcprov-jdk18on 1.71 1.76 1.82
  org.hibernate.orm:hibernate-core - 6.2.13.Final 6.6.33.Final
  org.postgresql:postgresql 42.3.1 42.6.0 42.7.8
  org.slf4j:slf4j-api 1.7.33 2.0.9 2.0.17
  org.springframework:spring-beans 5.3.15 6.0.13 6.2.12
  org.springframework:spring-context 5.3.15 6.0.13 6.2.12
  org.springframework:spring-core 5.3.15 6.0.13 6.2.12
  org.springframework:spring-web 5.3.15 6.0.13 6.2.12
  org.springframework:spring-webmvc 5.3.15 6.0.13 6.2.12
  org.springframework.boot:spring-boot 2.6.3 3.1.5 3.5.7
  org.springframework.boot:spring-boot-autoconfigure 2.6.3 3.1.5 3.5.7
  org.springframework.boot:spring-boot-starter-web 2.6.3 3.1.5 3.5.7
  org.springframework.kafka:spring-kafka 2.8.2 3.0.12 3.3.10
  org.springframework.security:spring-security-config 5.6.1 6.1.5 6.5.6
  org.springframework.security:spring-security-core 5.6.1 6.1.5 6.5.6
  org.springframework.security:spring-security-web 5.6.1 6.1.5 6.5.6
  org.yaml:snakeyaml 1.29 1.33 2.4
`,
);

/** What stands before the services. */
export const springGateway = together(
  springService,
  stack(
    "maven",
    `
    org.springframework.cloud:spring-cloud-function-context 3.2.1 4.0.5 4.3.0
    org.springframework.cloud:spring-cloud-gateway-server 3.1.0 4.0.8 4.3.2
  `,
  ),
);

/** Message brokers: ActiveMQ, Kafka's client, ZooKeeper. */
export const messageBroker = stack(
  "maven",
  `
  com.fasterxml.jackson.core:jackson-core 2.12.3 2.15.2 2.19.2
  com.fasterxml.jackson.core:jackson-databind 2.12.3 2.15.2 2.19.2
  com.github.luben:zstd-jni 1.4.9-1 1.5.5-1 1.5.7-6
  io.netty:netty-codec-http 4.1.63.Final 4.1.94.Final 4.1.128.Final
  io.netty:netty-common 4.1.63.Final 4.1.94.Final 4.1.128.Final
  io.netty:netty-handler 4.1.63.Final 4.1.94.Final 4.1.128.Final
  org.apache.activemq:activemq-broker 5.16.2 5.18.2 5.19.1
  org.apache.activemq:activemq-client 5.16.2 5.18.2 5.19.1
  org.apache.avro:avro 1.10.2 1.11.3 1.12.1
  org.apache.commons:commons-lang3 3.12.0 3.12.0 3.19.0
  org.apache.kafka:kafka-clients 2.8.0 3.5.1 3.9.1
  org.apache.logging.log4j:log4j-api 2.14.0 2.20.0 2.25.2
  org.apache.logging.log4j:log4j-core 2.14.0 2.20.0 2.25.2
  org.apache.zookeeper:zookeeper 3.6.3 3.8.2 3.9.4
  org.slf4j:slf4j-api 1.7.30 2.0.7 2.0.17
  org.xerial.snappy:snappy-java 1.1.8.4 1.1.10.1 1.1.10.8
  org.yaml:snakeyaml 1.28 2.0 2.4
`,
);

/** RocketMQ, where it is used. */
export const rocketQueue = stack(
  "maven",
  `
  com.alibaba:fastjson 1.2.69_noneautotype 1.2.83
  org.apache.rocketmq:rocketmq-broker 4.9.1 5.1.0 5.3.3
  org.apache.rocketmq:rocketmq-client 4.9.1 5.1.0 5.3.3
  org.apache.rocketmq:rocketmq-namesrv 4.9.1 5.1.0 5.3.3
`,
);

/** A map server: GeoServer. */
export const mapServer = together(
  commons,
  stack(
    "maven",
    `
    com.thoughtworks.xstream:xstream 1.4.17 1.4.20 1.4.21
    org.geoserver:gs-main 2.19.1 2.24.1 2.27.2
    org.geoserver:gs-wfs 2.19.1 2.24.1 2.27.2
    org.geoserver:gs-wms 2.19.1 2.24.1 2.27.2
    org.geoserver.web:gs-web-app 2.19.1 2.24.1 2.27.2
    org.geotools:gt-main 25.1 30.1 33.2
    org.locationtech.jts:jts-core 1.18.1 1.19.0 1.20.0
    org.postgresql:postgresql 42.2.19 42.6.0 42.7.8
  `,
  ),
);
