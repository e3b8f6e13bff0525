import type { Vulnerability } from "../vulnerability.ts";

/** OpenSSH, rsync and Git. */
export const linuxAccess: readonly Vulnerability[] = [
  {
    id: "CVE-2024-6387",
    published: "2024-07-01",
    title: {
      en: "regreSSHion: a race in a signal handler lets strangers into OpenSSH as root",
      ko: "regreSSHion: 시그널 처리 경합으로 누구나 OpenSSH를 통해 root가 될 수 있다",
    },
    cvss: "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H",
    affected: {
      "Debian:12": { openssh: "..1:9.2p1-2+deb12u3" },
      "AlmaLinux:9": { "openssh-server": "..8.7p1-38.el9_4.1" },
    },
  },
  {
    id: "CVE-2025-26465",
    published: "2025-02-18",
    title: {
      en: "An error while host keys are checked lets somebody between OpenSSH and its server",
      ko: "호스트 키 확인 중의 오류로 OpenSSH와 서버 사이에 끼어들 수 있다",
    },
    cvss: "CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:H/I:H/A:N",
    affected: {
      "Debian:12": { openssh: "..1:9.2p1-2+deb12u5" },
      "AlmaLinux:9": { openssh: "..8.7p1-45.el9", "openssh-server": "..8.7p1-45.el9" },
    },
  },
  {
    id: "CVE-2023-38408",
    published: "2023-07-20",
    title: {
      en: "A forwarded SSH agent loads libraries that the server names",
      ko: "전달된 SSH 에이전트가 서버가 지정한 라이브러리를 불러온다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    affected: { "AlmaLinux:9": { openssh: "..8.7p1-30.el9_2", "openssh-server": "..8.7p1-30.el9_2" } },
  },
  {
    id: "CVE-2023-48795",
    aliases: ["GHSA-45x7-px36-x8w8"],
    published: "2023-12-18",
    title: {
      en: "Terrapin: messages can be cut from the beginning of an SSH connection",
      ko: "Terrapin: SSH 연결 첫머리의 메시지를 잘라낼 수 있다",
    },
    cvss: "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:H/A:N",
    affected: {
      Go: { "golang.org/x/crypto": "..0.17.0" },
      PyPI: { paramiko: "..3.4.0" },
      "Debian:12": { openssh: "..1:9.2p1-2+deb12u2" },
      "AlmaLinux:9": { openssh: "..8.7p1-34.el9_3.3", "openssh-server": "..8.7p1-34.el9_3.3" },
    },
  },
  {
    id: "CVE-2024-12084",
    published: "2025-01-15",
    title: {
      en: "Checksums of the wrong length write outside of an rsync server's memory",
      ko: "길이가 틀린 체크섬이 rsync 서버의 메모리 밖에 쓰인다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    affected: { "Debian:12": { rsync: "..3.2.7-1+deb12u1" } },
  },
  {
    id: "CVE-2024-32002",
    published: "2024-05-14",
    title: {
      en: "Cloning a repository with crafted submodules runs its hooks",
      ko: "조작된 서브모듈이 든 저장소를 복제하면 그 훅이 실행된다",
    },
    cvss: "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:C/C:H/I:H/A:H",
    affected: {
      "Debian:12": { git: "..1:2.39.5-0+deb12u1" },
      "AlmaLinux:9": { git: "..2.43.5-1.el9_4", "git-core": "..2.43.5-1.el9_4" },
    },
  },
  {
    id: "CVE-2025-48384",
    published: "2025-07-08",
    title: {
      en: "A carriage return in a submodule's path lets a clone run code",
      ko: "서브모듈 경로 끝의 캐리지 리턴 때문에 복제만 해도 코드가 실행된다",
    },
    exploited: { vendor: "Git", product: "Git", since: "2025-08-25", due: "2025-09-15", ransomware: false },
    affected: { "AlmaLinux:9": { git: "..2.47.3-1.el9_6", "git-core": "..2.47.3-1.el9_6" } },
  },
];
