import type { Vulnerability } from "../vulnerability.ts";

/** The Linux kernel. */
export const linuxKernel: readonly Vulnerability[] = [
  {
    id: "CVE-2023-0386",
    published: "2023-03-22",
    title: {
      en: "OverlayFS copies a file with its privileges out of a user's mount",
      ko: "OverlayFS가 사용자의 마운트에서 특권이 붙은 파일을 그대로 복사한다",
    },
    cvss: "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H",
    exploited: { vendor: "Linux", product: "Kernel", since: "2025-06-17", due: "2025-07-08", ransomware: false },
    affected: { "AlmaLinux:9": { "kernel-core": "..5.14.0-162.23.1.el9_1" } },
  },
  {
    id: "CVE-2024-1086",
    published: "2024-01-31",
    title: {
      en: "A netfilter verdict frees packets twice and makes users root",
      ko: "netfilter의 판정이 패킷을 두 번 해제해 일반 사용자가 root가 된다",
    },
    cvss: "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H",
    exploited: { vendor: "Linux", product: "Kernel", since: "2024-05-30", due: "2024-06-20", ransomware: false },
    affected: { "AlmaLinux:9": { "kernel-core": "..5.14.0-427.13.1.el9_4" } },
  },
  {
    id: "CVE-2024-36971",
    published: "2024-06-10",
    title: {
      en: "A race over routes makes the kernel use freed memory",
      ko: "경로 정보의 경합으로 커널이 반환된 메모리를 쓴다",
    },
    cvss: "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H",
    exploited: { vendor: "Android", product: "Kernel", since: "2024-08-07", due: "2024-08-28", ransomware: false },
    affected: { "AlmaLinux:9": { "kernel-core": "..5.14.0-427.31.1.el9_4" } },
  },
  {
    id: "CVE-2024-53104",
    published: "2024-12-02",
    title: {
      en: "A video device with undefined frames writes outside of the kernel's memory",
      ko: "정의되지 않은 프레임을 보내는 영상 장치가 커널 메모리 밖에 데이터를 쓴다",
    },
    cvss: "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H",
    exploited: { vendor: "Linux", product: "Kernel", since: "2025-02-05", due: "2025-02-26", ransomware: false },
    affected: { "AlmaLinux:9": { "kernel-core": "..5.14.0-503.23.2.el9_5" } },
  },
  {
    id: "CVE-2024-53197",
    published: "2024-12-27",
    title: {
      en: "A false USB sound device reaches outside of the kernel's memory",
      ko: "가짜 USB 음향 장치가 커널 메모리 밖에 접근한다",
    },
    cvss: "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H",
    exploited: { vendor: "Linux", product: "Kernel", since: "2025-04-09", due: "2025-04-30", ransomware: false },
    affected: { "AlmaLinux:9": { "kernel-core": "..5.14.0-503.31.1.el9_5" } },
  },
];
