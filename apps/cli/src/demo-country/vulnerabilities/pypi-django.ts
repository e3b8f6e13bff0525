import type { Vulnerability } from "../vulnerability.ts";

/** Django. */
export const django: readonly Vulnerability[] = [
  {
    id: "CVE-2022-28346",
    aliases: ["GHSA-2gwj-7jmv-h26r"],
    published: "2022-04-12",
    title: {
      en: "Names of annotations carry SQL into Django's queries",
      ko: "애너테이션 이름으로 Django 질의에 SQL을 주입할 수 있다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    affected: { PyPI: { django: "2.2..2.2.28 3.2..3.2.13 4.0..4.0.4" } },
  },
  {
    id: "CVE-2022-34265",
    aliases: ["GHSA-p64x-8rxx-wf6q"],
    published: "2022-07-04",
    title: {
      en: "Django's Trunc and Extract take SQL in place of a unit of time",
      ko: "Django의 Trunc와 Extract가 시간 단위 자리에 온 SQL을 실행한다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    affected: { PyPI: { django: "3.2..3.2.14 4.0..4.0.6" } },
  },
  {
    id: "CVE-2023-36053",
    published: "2023-07-03",
    title: {
      en: "Long e-mail addresses keep Django's validators busy",
      ko: "긴 이메일 주소가 Django 검증기를 붙잡아 둔다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H",
    affected: { PyPI: { django: "3.2..3.2.20 4.0..4.1.10 4.2..4.2.3" } },
  },
  {
    id: "CVE-2024-42005",
    published: "2024-08-06",
    title: {
      en: "Keys of a JSON field carry SQL through Django's values()",
      ko: "JSON 필드의 키를 통해 Django의 values()에 SQL이 주입된다",
    },
    affected: { PyPI: { django: "4.2..4.2.15 5.0..5.0.8" } },
  },
  {
    id: "CVE-2025-57833",
    published: "2025-09-03",
    title: {
      en: "Names of filtered relations carry SQL into Django's queries",
      ko: "FilteredRelation의 별칭을 통해 Django 질의에 SQL이 주입된다",
    },
    affected: { PyPI: { django: "4.2..4.2.24 5.1..5.1.12 5.2..5.2.6" } },
  },
  {
    id: "CVE-2025-64459",
    published: "2025-11-05",
    title: {
      en: "A keyword argument named _connector carries SQL into Django's filters",
      ko: "_connector라는 키워드 인수로 Django 필터에 SQL을 주입할 수 있다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:N",
    affected: { PyPI: { django: "4.2..4.2.26 5.1..5.1.14 5.2..5.2.8" } },
  },
];
