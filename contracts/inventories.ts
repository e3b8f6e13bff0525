import { asset, assetFacts, assetFilters, factErrors, ofAsset, ofOrganisation, unknownAsset } from "./asset.ts";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { line, wordOf } from "./fields.ts";
import { pageOf, paging } from "./page.ts";
import { inOrganisation, member } from "./who.ts";
import { criticalities, networks } from "./words.ts";

export const listAssets = contract({
  name: "inventories.listAssets",
  method: "GET",
  path: "/organisations/{organisation}/assets",
  summary: { en: "List an organisation's assets", ko: "기관의 자산 목록" },
  who: [member],
  input: ofOrganisation.extend({
    ...paging(["name", "-received"]),
    ...assetFilters,
  }),
  output: pageOf(asset),
  errors: ["members.unknown-organisation", "inventories.unknown-group"],
});

export const showAsset = contract({
  name: "inventories.showAsset",
  method: "GET",
  path: "/organisations/{organisation}/assets/{asset}",
  summary: { en: "Show an asset and what its current SBOM says", ko: "자산과 현재 SBOM 보기" },
  who: [member],
  input: ofAsset,
  output: asset,
  errors: unknownAsset,
});

export const addAsset = contract({
  name: "inventories.addAsset",
  method: "POST",
  path: "/organisations/{organisation}/assets",
  summary: { en: "Add an asset", ko: "자산 추가" },
  who: [inOrganisation("analyst")],
  input: ofOrganisation.extend({
    name: described(line(200), {
      en: "what it is called; no other asset of the organisation has it",
      ko: "자산 이름. 기관 안에서 겹칠 수 없습니다",
    }),
    criticality: described(wordOf(criticalities).default("medium"), {
      en: "what a failure of the asset would mean (SSVC: human impact)",
      ko: "자산이 멈추면 미치는 영향(SSVC: human impact)",
    }),
    network: described(wordOf(networks).default("internal"), {
      en: "how far the asset can be reached (SSVC: system exposure)",
      ko: "자산에 닿을 수 있는 범위(SSVC: system exposure)",
    }),
    ...assetFacts,
  }),
  output: asset,
  errors: ["members.unknown-organisation", "inventories.asset-exists", ...factErrors],
  creates: true,
  records: ["name", "kind", "criticality", "network", "owner"],
});

export const changeAsset = contract({
  name: "inventories.changeAsset",
  method: "PATCH",
  path: "/organisations/{organisation}/assets/{asset}",
  summary: {
    en: "Change what is said of an asset; its exposures' urgency follows",
    ko: "자산 정보 변경(노출의 긴급도도 다시 계산)",
  },
  who: [inOrganisation("analyst")],
  input: ofAsset.extend({
    name: described(line(200).optional(), {
      en: "what it is called; left out, it stays",
      ko: "자산 이름. 지정하지 않으면 그대로 둡니다",
    }),
    criticality: described(wordOf(criticalities).optional(), {
      en: "what a failure of the asset would mean; left out, it stays",
      ko: "자산이 멈추면 미치는 영향. 지정하지 않으면 그대로 둡니다",
    }),
    network: described(wordOf(networks).optional(), {
      en: "how far the asset can be reached; left out, it stays",
      ko: "자산에 닿을 수 있는 범위. 지정하지 않으면 그대로 둡니다",
    }),
    ...assetFacts,
  }),
  output: asset,
  errors: [...unknownAsset, "inventories.asset-exists", ...factErrors],
  records: ["name", "kind", "criticality", "network", "owner"],
});

export const removeAsset = contract({
  name: "inventories.removeAsset",
  method: "DELETE",
  path: "/organisations/{organisation}/assets/{asset}",
  summary: {
    en: "Remove an asset with its SBOMs, its exposures and their history",
    ko: "자산을 SBOM, 노출, 이력과 함께 삭제",
  },
  who: [inOrganisation("organisation-administrator")],
  input: ofAsset,
  /** As it was. */
  output: asset,
  errors: unknownAsset,
});
