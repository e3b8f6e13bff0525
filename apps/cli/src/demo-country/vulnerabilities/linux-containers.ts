import type { Vulnerability } from "../vulnerability.ts";

/** What runs containers. */
export const linuxContainers: readonly Vulnerability[] = [
  {
    id: "CVE-2024-21626",
    aliases: ["GHSA-xr7r-f8xq-vfvv"],
    published: "2024-01-31",
    title: {
      en: "Leaky Vessels: an open file of runc leads a container to the host's files",
      ko: "Leaky Vessels: runc에 열려 있는 파일을 통해 컨테이너가 호스트 파일에 닿는다",
    },
    cvss: "CVSS:3.1/AV:L/AC:L/PR:N/UI:R/S:C/C:H/I:H/A:H",
    affected: {
      Go: { "github.com/opencontainers/runc": "1.0.0-rc93..1.1.12" },
      "Debian:12": { runc: "..1.1.5+ds1-1+deb12u1" },
      "AlmaLinux:9": { runc: "..4:1.1.12-1.el9_3" },
    },
  },
  {
    id: "CVE-2025-31133",
    aliases: ["GHSA-9493-h29p-rfm2"],
    published: "2025-11-05",
    title: {
      en: "A replaced /dev/null opens the host's kernel files to a container",
      ko: "/dev/null을 바꿔치기해 컨테이너가 호스트의 커널 파일에 쓸 수 있다",
    },
    affected: {
      Go: { "github.com/opencontainers/runc": "..1.2.8 1.3.0-rc.1..1.3.3 1.4.0-rc.1..1.4.0-rc.3" },
      "AlmaLinux:9": { runc: "..4:1.2.5-3.el9_6" },
    },
  },
  {
    id: "CVE-2025-52881",
    aliases: ["GHSA-cgrx-mc8f-2prm"],
    published: "2025-11-05",
    title: {
      en: "runc is misled to write its settings into other kernel files",
      ko: "runc가 설정을 엉뚱한 커널 파일에 쓰도록 속을 수 있다",
    },
    affected: {
      Go: { "github.com/opencontainers/runc": "..1.2.8 1.3.0-rc.1..1.3.3 1.4.0-rc.1..1.4.0-rc.3" },
      "AlmaLinux:9": { runc: "..4:1.2.5-3.el9_6" },
    },
  },
];
