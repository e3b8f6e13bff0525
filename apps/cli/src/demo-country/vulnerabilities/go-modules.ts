import type { Vulnerability } from "../vulnerability.ts";

/** Modules and programs written in Go. */
export const goModules: readonly Vulnerability[] = [
  {
    id: "CVE-2025-30204",
    aliases: ["GHSA-mh63-6h87-95cp"],
    published: "2025-03-21",
    title: {
      en: "A token of nothing but dots makes golang-jwt take much memory",
      ko: "점만 잔뜩 든 토큰이 golang-jwt의 메모리를 과도하게 쓴다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H",
    affected: {
      Go: { "github.com/golang-jwt/jwt/v4": "..4.5.2", "github.com/golang-jwt/jwt/v5": "5.0.0-rc.1..5.2.2" },
    },
  },
  {
    id: "CVE-2023-29401",
    aliases: ["GHSA-2c4m-59x9-fr2g"],
    published: "2023-06-08",
    title: {
      en: "A crafted file name changes the header with which Gin serves a file",
      ko: "조작된 파일 이름이 Gin이 보내는 헤더를 바꾼다",
    },
    affected: { Go: { "github.com/gin-gonic/gin": "1.3.1-0.20190301021747-ccb9e902956d..1.9.1" } },
  },
  {
    id: "CVE-2024-27304",
    aliases: ["GHSA-mrww-27vc-gghv"],
    published: "2024-03-06",
    title: {
      en: "A message of more than four gigabytes lets pgx inject SQL",
      ko: "4기가바이트가 넘는 메시지로 pgx에 SQL을 주입할 수 있다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    affected: {
      Go: {
        "github.com/jackc/pgx/v4": "..4.18.2",
        "github.com/jackc/pgx/v5": "5.0.0..5.5.4",
        "github.com/jackc/pgproto3/v2": "..2.3.3",
      },
    },
  },
  {
    id: "CVE-2023-45142",
    aliases: ["GHSA-rcjv-mgp8-qvmr"],
    published: "2023-10-12",
    title: {
      en: "OpenTelemetry counts every made-up request method, until memory is gone",
      ko: "OpenTelemetry가 지어낸 요청 메서드까지 모두 집계하다 메모리가 바닥난다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H",
    affected: { Go: { "go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp": "..0.44.0" } },
  },
  {
    id: "CVE-2025-21613",
    aliases: ["GHSA-v725-9546-7q7m"],
    published: "2025-01-06",
    title: {
      en: "An address of a repository carries options into go-git",
      ko: "저장소 주소로 go-git에 명령 옵션을 주입할 수 있다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    affected: { Go: { "github.com/go-git/go-git/v5": "..5.13.0" } },
  },
  {
    id: "CVE-2025-30215",
    aliases: ["GHSA-fhg8-qxh5-7q3w"],
    published: "2025-04-15",
    title: {
      en: "NATS lets accounts change streams that belong to others",
      ko: "NATS에서 한 계정이 남의 스트림을 바꿀 수 있다",
    },
    affected: { Go: { "github.com/nats-io/nats-server/v2": "2.2.0..2.10.27 2.11.0..2.11.1" } },
  },
  {
    id: "CVE-2024-37032",
    aliases: ["GHSA-8hqg-whrw-pv92"],
    published: "2024-05-31",
    title: {
      en: "Probllama: a model's digest leads Ollama to write any file",
      ko: "Probllama: 모델 다이제스트를 조작하면 Ollama가 임의 파일을 쓴다",
    },
    affected: { Go: { "github.com/ollama/ollama": "..0.1.34" } },
  },
  {
    id: "CVE-2024-41110",
    published: "2024-07-24",
    title: {
      en: "A request without a body passes the authorization plug-ins of Docker",
      ko: "본문 없는 요청이 Docker의 권한 플러그인을 통과한다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H",
    affected: {
      Go: {
        "github.com/docker/docker":
          "20.10.0+incompatible..25.0.6+incompatible 26.0.0+incompatible..26.1.5+incompatible 27.0.0+incompatible..27.1.1+incompatible",
      },
    },
  },
  {
    id: "CVE-2024-40635",
    aliases: ["GHSA-265r-hfxg-fhmg"],
    published: "2025-03-17",
    title: {
      en: "A huge user number makes containerd run a container as root",
      ko: "지나치게 큰 사용자 번호를 주면 containerd가 컨테이너를 root로 실행한다",
    },
    affected: { Go: { "github.com/containerd/containerd": "..1.6.38 1.7.0-beta.0..1.7.27" } },
  },
];
