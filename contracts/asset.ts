import { z } from "zod";
import { described } from "./described.ts";
import { id, instant, line, prose, wordOf } from "./fields.ts";
import { assetKinds, freshnesses } from "./inventory-words.ts";
import { organisationHandle } from "./naming.ts";
import { criticalities, networks } from "./words.ts";

/** Where a document came from, as the pipeline that sent it says. Nothing of it is checked. */
export const buildFacts = z.object({
  commit: described(z.string().nullable(), { en: "commit that it was built from", ko: "빌드한 커밋" }),
  ref: described(z.string().nullable(), { en: "branch or tag", ko: "브랜치 또는 태그" }),
  pipeline: described(z.string().nullable(), { en: "address of the pipeline's run", ko: "파이프라인 실행 주소" }),
  tool: described(z.string().nullable(), { en: "what made the document", ko: "문서를 만든 도구" }),
});

/** What an asset's current SBOM says of itself. */
export const sbomFacts = z.object({
  revision: described(z.int(), { en: "counts the asset's SBOMs, from 1", ko: "자산 SBOM의 개정 번호(1부터)" }),
  format: described(z.string(), { en: "`cyclonedx` or `spdx`", ko: "`cyclonedx` 또는 `spdx`" }),
  specVersion: described(z.string(), { en: "version of that format", ko: "그 형식의 버전" }),
  file: described(z.string(), { en: "name of the file, for people", ko: "표시할 파일 이름" }),
  receivedAt: described(instant, { en: "when it came", ko: "받은 시각" }),
  created: described(z.string().nullable(), {
    en: "when it was made, as the document says; not checked; null where it does not say",
    ko: "문서가 밝힌 작성 시각(확인하지 않음). 없으면 null",
  }),
  components: described(z.int(), { en: "how many components it lists", ko: "구성 요소 수" }),
  matchable: described(z.int(), {
    en: "how many of them can be matched with advisories",
    ko: "권고문과 대조할 수 있는 구성 요소 수",
  }),
  models: described(z.int(), { en: "how many models it lists (ML-BOM)", ko: "모델 수(ML-BOM)" }),
  datasets: described(z.int(), { en: "how many data sets it lists (ML-BOM)", ko: "데이터 세트 수(ML-BOM)" }),
  problems: described(z.int(), {
    en: "how many things in it could not be read or kept as written",
    ko: "읽지 못했거나 그대로 두지 못한 부분의 수",
  }),
  build: described(buildFacts.nullable(), {
    en: "where it came from, as the pipeline says; null where none did",
    ko: "파이프라인이 밝힌 출처. 없으면 null",
  }),
});

/** A named group of an organisation's assets. */
export const groupName = z.object({
  id: described(id, { en: "id of the group", ko: "그룹의 식별자" }),
  name: described(z.string(), { en: "what the organisation calls it", ko: "그룹 이름" }),
});

const owner = z.object({
  id: described(id, { en: "id of the person", ko: "사용자의 식별자" }),
  name: described(z.string(), { en: "what the person is called", ko: "사용자의 이름" }),
});

export const asset = z.object({
  organisation: organisationHandle,
  id: described(id, {
    en: "stays the same when the asset is renamed",
    ko: "자산의 식별자. 이름을 바꿔도 그대로입니다",
  }),
  name: described(z.string(), { en: "what the organisation calls it", ko: "기관이 부르는 자산 이름" }),
  kind: described(wordOf(assetKinds), { en: "what it is", ko: "자산의 종류" }),
  description: described(z.string(), { en: "what it does, in a few words", ko: "자산의 간단한 설명" }),
  criticality: described(wordOf(criticalities), {
    en: "what a failure of the asset would mean",
    ko: "자산이 멈추면 미치는 영향",
  }),
  network: described(wordOf(networks), { en: "how far the asset can be reached", ko: "자산에 닿을 수 있는 범위" }),
  owner: described(owner.nullable(), {
    en: "the person who answers for it; null without one, or where the caller may not know",
    ko: "자산 담당자. 없거나 볼 수 없으면 null",
  }),
  groups: described(z.array(groupName), { en: "the groups that it is in, by name", ko: "속한 그룹(이름순)" }),
  tags: described(z.array(z.string()), { en: "its tags, in order", ko: "자산의 태그" }),
  since: described(instant, { en: "when it was added", ko: "추가된 시각" }),
  freshness: described(wordOf(freshnesses), {
    en: "how old its inventory is: due in the last quarter of its days, then out of date",
    ko: "구성 목록의 최신 여부. 기간의 마지막 4분의 1이면 곧 갱신, 지나면 갱신 필요",
  }),
  freshDays: described(z.int().nullable(), {
    en: "days after which its inventory is out of date; null: the organisation's",
    ko: "구성 목록의 유효 일수. null이면 기관의 설정",
  }),
  checkedAt: described(instant.nullable(), {
    en: "when an SBOM last came, the same one again as well; null before the first",
    ko: "마지막으로 SBOM을 받은 시각(같은 문서 포함). 아직 없으면 null",
  }),
  freshUntil: described(instant.nullable(), {
    en: "until when its inventory counts as up to date; null without one",
    ko: "구성 목록을 최신으로 보는 기한. 없으면 null",
  }),
  sbom: described(sbomFacts.nullable(), {
    en: "the SBOM that counts; null until the first one came",
    ko: "현재 SBOM. 아직 받은 것이 없으면 null",
  }),
});

export const ofOrganisation = z.object({ organisation: organisationHandle });

export const ofAsset = ofOrganisation.extend({
  asset: described(line(200), { en: "its id or its name", ko: "자산 식별자 또는 이름" }),
});

export const unknownAsset = ["members.unknown-organisation", "inventories.unknown-asset"];

/** A small word without spaces, in small letters; `:` and `/` are for who likes `env:test`. */
export const assetTag = z
  .string()
  .trim()
  .normalize("NFC")
  .toLowerCase()
  .min(1)
  .max(50)
  .regex(/^[^\s\p{C},;|"'\\]*$/u, "a word without spaces, commas and quotes");

export const mostTags = 30;
export const mostGroups = 30;

/** Days after which an inventory is out of date. */
export const freshDays = z.int().min(1).max(3_650);

export const groupNamed = line(100);

/** What may be said of an asset besides its name, each left out where it stays. */
export const assetFacts = {
  kind: described(wordOf(assetKinds).optional(), { en: "what it is", ko: "자산의 종류" }),
  description: described(prose(1_000).optional(), {
    en: "what it does, in a few words",
    ko: "자산의 간단한 설명",
  }),
  owner: described(id.nullable().optional(), {
    en: "id of the person of the organisation who answers for it; null: nobody",
    ko: "자산 담당자(기관의 사용자) 식별자. null이면 없음",
  }),
  tags: described(z.array(assetTag).max(mostTags).optional(), {
    en: "its tags, all of them: small words without spaces",
    ko: "전체 태그 목록. 공백 없는 짧은 낱말",
  }),
  groups: described(z.array(groupNamed).max(mostGroups).optional(), {
    en: "the groups that it is in, all of them, by id or name",
    ko: "속할 그룹 전체. 식별자 또는 이름",
  }),
  freshDays: described(freshDays.nullable().optional(), {
    en: "days after which its inventory is out of date; null: the organisation's",
    ko: "구성 목록의 유효 일수. null이면 기관의 설정",
  }),
};

export const factErrors = ["inventories.unknown-owner", "inventories.unknown-group"];

/** What lists of assets, their counts and their register may be narrowed to. */
export const assetFilters = {
  search: described(prose(200).optional(), {
    en: "a part of the name or of the description",
    ko: "이름이나 설명의 일부",
  }),
  kind: described(wordOf(assetKinds).optional(), { en: "only assets of this kind", ko: "이 종류의 자산만" }),
  criticality: described(wordOf(criticalities).optional(), {
    en: "only assets of this criticality",
    ko: "이 중요도의 자산만",
  }),
  network: described(wordOf(networks).optional(), {
    en: "only assets that can be reached this far",
    ko: "이 네트워크의 자산만",
  }),
  owner: described(id.optional(), {
    en: "only assets that this person answers for",
    ko: "이 사용자가 담당하는 자산만",
  }),
  group: described(groupNamed.optional(), {
    en: "only assets of this group: its id or its name",
    ko: "이 그룹의 자산만. 식별자 또는 이름",
  }),
  tag: described(z.array(assetTag).max(mostTags).optional(), {
    en: "only assets with all of these tags",
    ko: "이 태그가 모두 있는 자산만",
  }),
  freshness: described(z.array(wordOf(freshnesses)).max(4).optional(), {
    en: "only assets whose inventory is any of these",
    ko: "구성 목록이 이 상태인 자산만",
  }),
  withoutSbom: described(z.boolean().optional(), {
    en: "only those without an SBOM, or only those with one",
    ko: "SBOM이 없는 것만, 또는 있는 것만",
  }),
};
