import type { Vulnerability } from "../vulnerability.ts";

/** Python libraries of data, models and what serves them. */
export const pythonData: readonly Vulnerability[] = [
  {
    id: "CVE-2020-14343",
    aliases: ["GHSA-8q59-q68h-6hv4"],
    published: "2021-02-09",
    title: {
      en: "PyYAML's full loader still runs code out of a document",
      ko: "PyYAML의 full_load가 여전히 문서 속 코드를 실행한다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    affected: { PyPI: { pyyaml: "..5.4" } },
  },
  {
    id: "CVE-2023-50447",
    aliases: ["GHSA-3f63-hfp8-52jq"],
    published: "2024-01-19",
    title: {
      en: "Names handed to Pillow's ImageMath run code",
      ko: "Pillow의 ImageMath에 넘긴 이름으로 코드가 실행된다",
    },
    cvss: "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H",
    affected: { PyPI: { pillow: "..10.2.0" } },
  },
  {
    id: "CVE-2024-6345",
    aliases: ["GHSA-cx63-2mw6-8hw5"],
    published: "2024-07-15",
    title: {
      en: "Download addresses of packages carry commands into setuptools",
      ko: "패키지 내려받기 주소로 setuptools에 명령을 주입할 수 있다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H",
    affected: { PyPI: { setuptools: "..70.0.0" } },
  },
];
