import { z } from "zod";
import { assetTag, groupNamed } from "./asset.ts";
import { described } from "./described.ts";
import { exposureDecisions, exposureStates } from "./exposure-line.ts";
import { handle, id, instant, line, wordOf } from "./fields.ts";
import { ratings } from "./vulnerability.ts";

/** What exposures may be narrowed to. */
export const exposureFilters = {
  organisation: described(handle.optional(), { en: "only those of this organisation", ko: "이 기관의 것만" }),
  asset: described(line(200).optional(), {
    en: "only those of this asset: its id, or its name where the organisation is given",
    ko: "이 자산의 것만. 자산 식별자, 또는 기관을 함께 지정하면 자산 이름",
  }),
  vulnerability: described(line(512).optional(), {
    en: "only those of this vulnerability, by any of its names",
    ko: "이 취약점의 것만. 어느 이름이든 됩니다",
  }),
  package: described(line(1000).optional(), {
    en: "only those of this package: its package URL, with or without a version",
    ko: "이 패키지의 것만. 패키지 URL(버전은 생략 가능)",
  }),
  state: described(z.array(wordOf(exposureStates)).max(7).optional(), {
    en: "only those in any of these states; without it, the open ones",
    ko: "이 상태인 것만. 지정하지 않으면 열린 상태인 것",
  }),
  decision: described(z.array(wordOf(exposureDecisions)).max(4).optional(), {
    en: "only those for which any of these is to be done (SSVC)",
    ko: "이 조치로 판단된 것만(SSVC, 여러 개 지정 가능)",
  }),
  rating: described(z.array(wordOf(ratings)).max(6).optional(), {
    en: "only those whose vulnerability has any of these ratings",
    ko: "취약점이 이 심각도 등급인 것만(여러 개 지정 가능)",
  }),
  exploited: described(z.boolean().optional(), {
    en: "only those whose vulnerability is known to be exploited, or only those not",
    ko: "악용된 취약점만(`true`), 또는 악용이 알려지지 않은 것만(`false`)",
  }),
  since: described(instant.optional(), {
    en: "only those opened at this time or later",
    ko: "이 시각 이후에 생긴 것만",
  }),
  assignee: described(
    z
      .string()
      .regex(/^(me|none|anyone|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$/, "an id, me, none or anyone")
      .optional(),
    {
      en: "only those that this person sees to: an id, `me`, `none` or `anyone`",
      ko: "이 사용자가 맡은 것만. 식별자, 또는 `me`(나), `none`(담당자 없음), `anyone`(담당자 있음)",
    },
  ),
  overdue: described(z.boolean().optional(), {
    en: "only those that should have been remediated by now, or only the others",
    ko: "기한이 지난 것만(`true`), 또는 지나지 않은 것만(`false`)",
  }),
  dueBefore: described(instant.optional(), {
    en: "only those that are to be remediated before this time",
    ko: "조치 기한이 이 시각보다 앞선 것만",
  }),
  acceptedBefore: described(instant.optional(), {
    en: "only those whose risk is accepted until before this time",
    ko: "위험 수용이 이 시각 전에 끝나는 것만",
  }),
  owner: described(id.optional(), {
    en: "only those on assets for which this person answers, by id",
    ko: "이 사용자(식별자)가 담당하는 자산의 것만",
  }),
  group: described(groupNamed.optional(), {
    en: "only those on assets in this group: its id or its name",
    ko: "이 그룹에 속한 자산의 것만. 그룹 식별자 또는 이름",
  }),
  tag: described(z.array(assetTag).max(10).optional(), {
    en: "only those on assets that have all of these tags",
    ko: "이 태그를 모두 가진 자산의 것만",
  }),
  search: described(line(200).optional(), {
    en: "only those in whose package, vulnerability or its title this stands",
    ko: "패키지 이름, 취약점 이름, 취약점 제목에 이 글자가 있는 것만",
  }),
};
