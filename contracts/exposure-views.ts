import type { Text } from "@bongsu/base";
import { z } from "zod";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { exposureFilters } from "./exposure-filters.ts";
import { id, line, wordOf } from "./fields.ts";
import { organisationHandle } from "./naming.ts";
import { inOrganisation } from "./who.ts";

/** By what a list of exposures is grouped. */
export const exposureGroupings = {
  none: { en: "one by one", ko: "묶지 않음" },
  vulnerability: { en: "by vulnerability", ko: "취약점별" },
  upgrade: { en: "by upgrade", ko: "업그레이드별" },
  asset: { en: "by asset", ko: "자산별" },
} satisfies Record<string, Text>;

const { organisation: _, ...filters } = exposureFilters;

const ofOrganisation = z.object({ organisation: organisationHandle });
const ofView = ofOrganisation.extend({ view: described(id, { en: "id of the view", ko: "보기의 식별자" }) });

const name = line(100);
const sort = z.enum(["-priority", "due", "-since"]);

const settings = {
  shared: described(z.boolean(), {
    en: "whether everybody in the organisation has it; else its maker alone",
    ko: "기관의 모두가 쓰는지. 아니면 만든 사람만",
  }),
  filters: described(z.strictObject(filters), {
    en: "the filters, as the list of exposures takes them",
    ko: "노출 목록의 조건",
  }),
  sort: described(sort, { en: "in which order", ko: "정렬 순서" }),
  grouping: described(wordOf(exposureGroupings), { en: "how they are grouped", ko: "묶는 방법" }),
};

/** A list of exposures that somebody keeps by a name. */
export const exposureView = z.object({
  id: described(id, { en: "by which it is changed and removed", ko: "보기의 식별자" }),
  name: described(z.string(), { en: "what it is called", ko: "보기의 이름" }),
  ...settings,
  own: described(z.boolean(), { en: "whether the caller made it", ko: "호출한 사람이 만든 것인지" }),
  chosen: described(z.boolean(), { en: "whether it is the caller's default", ko: "호출한 사람의 기본 보기인지" }),
});

export const listViews = contract({
  name: "exposure.listViews",
  method: "GET",
  path: "/organisations/{organisation}/exposure-views",
  summary: {
    en: "List one's saved views of exposures, and those shared in the organisation",
    ko: "저장한 노출 보기 목록(기관에 공유된 것 포함)",
  },
  who: [inOrganisation("read-only")],
  input: ofOrganisation,
  output: z.object({ items: described(z.array(exposureView), { en: "by name", ko: "이름순 보기" }) }),
  errors: ["members.unknown-organisation"],
});

export const addView = contract({
  name: "exposure.addView",
  method: "POST",
  path: "/organisations/{organisation}/exposure-views",
  summary: { en: "Save a view of exposures", ko: "노출 보기 저장" },
  who: [inOrganisation("read-only")],
  input: ofOrganisation.extend({
    name: described(name, {
      en: "what it is called; no other that the caller sees has it",
      ko: "보기의 이름. 겹칠 수 없습니다",
    }),
    shared: described(z.boolean().default(false), {
      en: "whether everybody in the organisation gets it; that takes an analyst",
      ko: "기관의 모두에게 공유할지(분석가만 가능)",
    }),
    filters: settings.filters,
    sort: described(sort.default("-priority"), { en: "in which order", ko: "정렬 순서" }),
    grouping: described(wordOf(exposureGroupings).default("none"), { en: "how they are grouped", ko: "묶는 방법" }),
  }),
  output: exposureView,
  errors: [
    "members.unknown-organisation",
    "exposure.view-exists",
    "exposure.too-many-views",
    "exposure.not-permitted-to-share-views",
  ],
  creates: true,
  records: ["name", "shared"],
});

export const changeView = contract({
  name: "exposure.changeView",
  method: "PATCH",
  path: "/organisations/{organisation}/exposure-views/{view}",
  summary: { en: "Change a saved view", ko: "저장한 보기 변경" },
  who: [inOrganisation("read-only")],
  input: ofView.extend({
    name: described(name.optional(), {
      en: "what it is called; left out, it stays",
      ko: "보기의 이름. 지정하지 않으면 그대로 둡니다",
    }),
    shared: described(z.boolean().optional(), {
      en: "whether everybody in the organisation gets it; left out, it stays",
      ko: "기관에 공유할지. 지정하지 않으면 그대로 둡니다",
    }),
    filters: described(z.strictObject(filters).optional(), {
      en: "the filters, all of them; left out, they stay",
      ko: "조건 전체. 지정하지 않으면 그대로 둡니다",
    }),
    sort: described(sort.optional(), {
      en: "in which order; left out, it stays",
      ko: "정렬 순서. 지정하지 않으면 그대로 둡니다",
    }),
    grouping: described(wordOf(exposureGroupings).optional(), {
      en: "how they are grouped; left out, it stays",
      ko: "묶는 방법. 지정하지 않으면 그대로 둡니다",
    }),
    chosen: described(z.boolean().optional(), {
      en: "whether it is the caller's default; left out, it stays",
      ko: "호출한 사람의 기본 보기로 할지. 지정하지 않으면 그대로 둡니다",
    }),
  }),
  output: exposureView,
  errors: [
    "members.unknown-organisation",
    "exposure.unknown-view",
    "exposure.view-exists",
    "exposure.not-permitted-to-share-views",
  ],
  records: ["name", "shared"],
});

export const removeView = contract({
  name: "exposure.removeView",
  method: "DELETE",
  path: "/organisations/{organisation}/exposure-views/{view}",
  summary: { en: "Remove a saved view", ko: "저장한 보기 삭제" },
  who: [inOrganisation("read-only")],
  input: ofView,
  output: exposureView,
  errors: ["members.unknown-organisation", "exposure.unknown-view", "exposure.not-permitted-to-share-views"],
});
