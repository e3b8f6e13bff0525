import { z } from "zod";
import {
  assetFacts,
  assetFilters,
  assetTag,
  factErrors,
  freshDays,
  groupName,
  groupNamed,
  mostGroups,
  mostTags,
  ofOrganisation,
} from "./asset.ts";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { id, line, wordOf } from "./fields.ts";
import { assetKinds, freshnesses } from "./inventory-words.ts";
import { pageOf, paging } from "./page.ts";
import { exposureCounts, problem } from "./taken.ts";
import { inOrganisation, member } from "./who.ts";
import { criticalities, networks } from "./words.ts";

const unknownOrganisation = ["members.unknown-organisation"];

const count = described(z.int(), { en: "how many assets", ko: "자산 수" });

/** How many assets have each word of a choice; words that none has are left out. */
const counted = (value: z.ZodType) =>
  z.array(z.object({ value: described(value, { en: "what they have in common", ko: "공통된 값" }), count }));

const countedThing = z.array(
  z.object({
    id: described(id, { en: "what names it", ko: "식별자" }),
    name: described(z.string(), { en: "what it is called", ko: "이름" }),
    count,
  }),
);

export const countAssets = contract({
  name: "inventories.countAssets",
  method: "GET",
  path: "/organisations/{organisation}/asset-counts",
  summary: {
    en: "Count an organisation's assets by kind, criticality, network, freshness, tag, group, owner",
    ko: "기관의 자산을 종류·중요도·네트워크·최신 여부·태그·그룹·담당자별로 집계",
  },
  who: [member],
  input: ofOrganisation.extend(assetFilters),
  output: z.object({
    assets: described(z.int(), { en: "how many assets there are in all", ko: "전체 자산 수" }),
    kinds: described(counted(wordOf(assetKinds)), { en: "by what they are", ko: "종류별" }),
    criticalities: described(counted(wordOf(criticalities)), { en: "by criticality", ko: "중요도별" }),
    networks: described(counted(wordOf(networks)), { en: "by network", ko: "네트워크별" }),
    freshnesses: described(counted(wordOf(freshnesses)), { en: "by how old their inventory is", ko: "최신 여부별" }),
    tags: described(counted(z.string()), { en: "by tag, the 200 most used", ko: "태그별(많이 쓰는 200개)" }),
    groups: described(countedThing, { en: "by group", ko: "그룹별" }),
    owners: described(countedThing, { en: "by owner, the 200 with the most", ko: "담당자별(많은 순 200명)" }),
  }),
  errors: [...unknownOrganisation, "inventories.unknown-group"],
});

export const changeAssets = contract({
  name: "inventories.changeAssets",
  method: "PATCH",
  path: "/organisations/{organisation}/assets",
  summary: { en: "Change many assets at once", ko: "여러 자산 한꺼번에 변경" },
  who: [inOrganisation("analyst")],
  input: ofOrganisation.extend({
    assets: described(z.array(line(200)).min(1).max(200), {
      en: "which ones: ids or names; one that is not there, and none is changed",
      ko: "변경할 자산의 식별자나 이름. 하나라도 없으면 아무것도 바꾸지 않습니다",
    }),
    kind: assetFacts.kind,
    criticality: described(wordOf(criticalities).optional(), {
      en: "what a failure of them would mean; left out, it stays",
      ko: "자산이 멈추면 미치는 영향. 지정하지 않으면 그대로 둡니다",
    }),
    network: described(wordOf(networks).optional(), {
      en: "how far they can be reached; left out, it stays",
      ko: "자산에 닿을 수 있는 범위. 지정하지 않으면 그대로 둡니다",
    }),
    owner: assetFacts.owner,
    freshDays: assetFacts.freshDays,
    addTags: described(z.array(assetTag).max(mostTags).default([]), { en: "tags that they get", ko: "추가할 태그" }),
    removeTags: described(z.array(assetTag).max(mostTags).default([]), { en: "tags that they lose", ko: "뺄 태그" }),
    addGroups: described(z.array(groupNamed).max(mostGroups).default([]), {
      en: "groups that they come into, by id or name",
      ko: "넣을 그룹. 식별자 또는 이름",
    }),
    removeGroups: described(z.array(groupNamed).max(mostGroups).default([]), {
      en: "groups that they leave, by id or name",
      ko: "뺄 그룹. 식별자 또는 이름",
    }),
  }),
  output: z.object({
    assets: described(z.int(), { en: "how many assets were changed", ko: "바뀐 자산 수" }),
    exposures: described(exposureCounts, { en: "what became of their exposures", ko: "자산의 노출에 생긴 변화" }),
  }),
  errors: [...unknownOrganisation, "inventories.unknown-asset", "inventories.too-many-tags", ...factErrors],
  records: ["assets", "kind", "criticality", "network", "owner", "addTags", "removeTags"],
});

const group = groupName.extend({
  assets: described(z.int(), { en: "how many assets are in it", ko: "그룹에 속한 자산 수" }),
});

const ofGroup = ofOrganisation.extend({
  group: described(groupNamed, { en: "its id or its name", ko: "그룹 식별자 또는 이름" }),
});

const newName = described(groupNamed.regex(/^[^;]*$/, "no semicolons: they stand between groups in a register"), {
  en: "what it is called; no other group of the organisation has it",
  ko: "그룹 이름. 기관 안에서 겹칠 수 없습니다",
});

const unknownGroup = [...unknownOrganisation, "inventories.unknown-group"];

export const listAssetGroups = contract({
  name: "inventories.listAssetGroups",
  method: "GET",
  path: "/organisations/{organisation}/asset-groups",
  summary: { en: "List an organisation's groups of assets", ko: "기관의 자산 그룹 목록" },
  who: [member],
  input: ofOrganisation.extend(paging(["name"])),
  output: pageOf(group),
  errors: unknownOrganisation,
});

export const addAssetGroup = contract({
  name: "inventories.addAssetGroup",
  method: "POST",
  path: "/organisations/{organisation}/asset-groups",
  summary: { en: "Add a group of assets", ko: "자산 그룹 추가" },
  who: [inOrganisation("analyst")],
  input: ofOrganisation.extend({ name: newName }),
  output: group,
  errors: [...unknownOrganisation, "inventories.group-exists"],
  creates: true,
  records: ["name"],
});

export const changeAssetGroup = contract({
  name: "inventories.changeAssetGroup",
  method: "PATCH",
  path: "/organisations/{organisation}/asset-groups/{group}",
  summary: { en: "Rename a group of assets", ko: "자산 그룹 이름 변경" },
  who: [inOrganisation("analyst")],
  input: ofGroup.extend({ name: newName }),
  output: group,
  errors: [...unknownGroup, "inventories.group-exists"],
  records: ["name"],
});

export const removeAssetGroup = contract({
  name: "inventories.removeAssetGroup",
  method: "DELETE",
  path: "/organisations/{organisation}/asset-groups/{group}",
  summary: { en: "Remove a group; its assets stay", ko: "자산 그룹 삭제(자산은 그대로)" },
  who: [inOrganisation("analyst")],
  input: ofGroup,
  /** As it was. */
  output: group,
  errors: unknownGroup,
});

const freshFor = described(freshDays, {
  en: "days after which an inventory is out of date",
  ko: "구성 목록을 갱신해야 하는 일수",
});

export const showInventorySettings = contract({
  name: "inventories.showSettings",
  method: "GET",
  path: "/organisations/{organisation}/inventory-settings",
  summary: { en: "Show after how many days an inventory is out of date", ko: "구성 목록의 유효 일수 보기" },
  who: [member],
  input: ofOrganisation,
  output: z.object({ freshDays: freshFor }),
  errors: unknownOrganisation,
});

export const changeInventorySettings = contract({
  name: "inventories.changeSettings",
  method: "PUT",
  path: "/organisations/{organisation}/inventory-settings",
  summary: { en: "Set after how many days an inventory is out of date", ko: "구성 목록의 유효 일수 지정" },
  who: [inOrganisation("organisation-administrator")],
  input: ofOrganisation.extend({ freshDays: freshFor }),
  output: z.object({ freshDays: freshFor }),
  errors: unknownOrganisation,
  records: ["freshDays"],
});

export const exportAssets = contract({
  name: "inventories.exportAssets",
  method: "GET",
  path: "/organisations/{organisation}/asset-register",
  summary: { en: "Export the register of assets as CSV", ko: "자산 대장을 CSV로 내보내기" },
  who: [member],
  input: ofOrganisation.extend({
    ...assetFilters,
    bom: described(z.boolean().default(false), {
      en: "begins with a byte order mark, by which Excel reads it as UTF-8",
      ko: "Excel이 UTF-8로 읽도록 앞에 바이트 순서 표시를 붙입니다",
    }),
  }),
  output: z.unknown(),
  errors: [...unknownOrganisation, "inventories.unknown-group"],
  answers: "text/csv",
});

export const importAssets = contract({
  name: "inventories.importAssets",
  method: "PUT",
  path: "/organisations/{organisation}/asset-register",
  summary: {
    en: "Import a register of assets from CSV: those that are new are added, the others changed, none removed",
    ko: "CSV 자산 대장 가져오기(새 자산은 추가, 있는 자산은 변경, 삭제는 없음)",
  },
  who: [inOrganisation("analyst")],
  input: ofOrganisation.extend({
    check: described(z.boolean().default(false), {
      en: "only says what would be done",
      ko: "무엇이 바뀌는지만 알려 주고 바꾸지 않습니다",
    }),
    document: described(z.instanceof(Uint8Array), {
      en: "UTF-8, the first line names the columns: `name` and any of `kind`, `description`, `criticality`, `network`, `owner` (e-mail address), `groups`, `tags` (both with `;` between), `fresh_days`",
      ko: "UTF-8. 첫 줄은 열 이름: `name`과 `kind`, `description`, `criticality`, `network`, `owner`(이메일 주소), `groups`, `tags`(둘 다 `;`로 구분), `fresh_days`",
    }),
  }),
  output: z.object({
    added: described(z.int(), { en: "assets that are new", ko: "새로 추가된 자산 수" }),
    changed: described(z.int(), { en: "assets that were changed", ko: "바뀐 자산 수" }),
    unchanged: described(z.int(), { en: "assets that are as they were", ko: "그대로인 자산 수" }),
    exposures: described(exposureCounts, { en: "what became of their exposures", ko: "자산의 노출에 생긴 변화" }),
    problems: described(z.array(problem), {
      en: "rows and cells that were not taken, with their line; the first hundred",
      ko: "받지 못한 행과 칸, 줄 번호 포함(처음 100개)",
    }),
    problemCount: described(z.int(), { en: "how many there are in all", ko: "문제의 전체 수" }),
  }),
  errors: [...unknownOrganisation, "inventories.invalid-register"],
  body: "bytes",
  records: ["check"],
});
