import { z } from "zod";
import { ofAsset, sbomFacts, unknownAsset } from "./asset.ts";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { pageOf, paging } from "./page.ts";
import { member } from "./who.ts";

const unknownRevision = [...unknownAsset, "inventories.unknown-revision"];
const revision = z.int().min(1).max(2_147_483_647);

export const listSbomRevisions = contract({
  name: "inventories.listSbomRevisions",
  method: "GET",
  path: "/organisations/{organisation}/assets/{asset}/sboms",
  summary: { en: "List the revisions of an asset's SBOM", ko: "자산 SBOM의 개정 목록" },
  who: [member],
  input: ofAsset.extend(paging(["-revision"])),
  output: pageOf(sbomFacts),
  errors: unknownAsset,
});

export const downloadSbom = contract({
  name: "inventories.downloadSbom",
  method: "GET",
  path: "/organisations/{organisation}/assets/{asset}/sboms/{revision}",
  summary: { en: "Download an SBOM as it came", ko: "받은 그대로의 SBOM 내려받기" },
  who: [member],
  input: ofAsset.extend({ revision: described(revision, { en: "number of the revision", ko: "개정 번호" }) }),
  output: z.unknown(),
  errors: unknownRevision,
  answers: "application/octet-stream",
});

const listed = z.object({
  name: described(z.string(), { en: "the component's name", ko: "구성 요소 이름" }),
  versions: described(z.array(z.string()), { en: "in which versions it is there", ko: "포함된 버전" }),
});

export const showSbomDifference = contract({
  name: "inventories.showSbomDifference",
  method: "GET",
  path: "/organisations/{organisation}/assets/{asset}/sbom-difference",
  summary: { en: "Compare two revisions of an asset's SBOM", ko: "SBOM의 두 개정 비교" },
  who: [member],
  input: ofAsset.extend({
    from: described(revision, { en: "number of the earlier revision", ko: "앞 개정의 번호" }),
    to: described(revision, { en: "number of the later revision", ko: "뒤 개정의 번호" }),
  }),
  output: z.object({
    from: described(z.int(), { en: "number of the earlier revision", ko: "앞 개정의 번호" }),
    to: described(z.int(), { en: "number of the later revision", ko: "뒤 개정의 번호" }),
    added: described(z.array(listed), {
      en: "components that are only in the later one",
      ko: "뒤 개정에만 있는 구성 요소",
    }),
    removed: described(z.array(listed), {
      en: "components that are only in the earlier one",
      ko: "앞 개정에만 있는 구성 요소",
    }),
    changed: described(
      z.array(
        z.object({
          name: described(z.string(), { en: "the component's name", ko: "구성 요소 이름" }),
          from: described(z.array(z.string()), { en: "versions in the earlier one", ko: "앞 개정의 버전" }),
          to: described(z.array(z.string()), { en: "versions in the later one", ko: "뒤 개정의 버전" }),
        }),
      ),
      { en: "components whose versions differ", ko: "버전이 달라진 구성 요소" },
    ),
    complete: described(z.boolean(), {
      en: "false where there is more than the answer lists",
      ko: "응답에 다 싣지 못했으면 false",
    }),
  }),
  errors: unknownRevision,
});
