import { z } from "zod";
import { buildFacts, ofAsset, ofOrganisation, unknownAsset } from "./asset.ts";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { id, instant, line, wordOf } from "./fields.ts";
import { assetKinds, uploadStates } from "./inventory-words.ts";
import { pageOf, paging } from "./page.ts";
import { exposureCounts, problem } from "./taken.ts";
import { inOrganisation } from "./who.ts";

const fileName = described(line(200).default("sbom"), { en: "name of the file, for people", ko: "표시할 파일 이름" });

/** What a pipeline may say beside its document. */
const sending = {
  file: fileName,
  create: described(z.boolean().default(false), {
    en: "adds the asset where there is none of this name yet, so that a pipeline needs no set-up",
    ko: "같은 이름의 자산이 없으면 추가합니다. 파이프라인에 따로 준비가 필요 없습니다",
  }),
  kind: described(wordOf(assetKinds).optional(), {
    en: "what the asset is, where it is added; `application` where it is left out",
    ko: "새로 추가할 때 자산의 종류. 지정하지 않으면 `application`",
  }),
  commit: described(line(200).optional(), { en: "commit that it was built from", ko: "빌드한 커밋" }),
  ref: described(line(300).optional(), { en: "branch or tag", ko: "브랜치 또는 태그" }),
  pipeline: described(line(1_000).optional(), {
    en: "address of the pipeline's run, for people; nothing calls it",
    ko: "파이프라인 실행 주소. 표시만 하고 호출하지 않습니다",
  }),
  tool: described(line(200).optional(), {
    en: "what made the document: `syft 1.20.0`",
    ko: "문서를 만든 도구: `syft 1.20.0`",
  }),
  document: described(z.instanceof(Uint8Array), {
    en: "the SBOM as it is: CycloneDX or SPDX, up to the hub's limit for files",
    ko: "SBOM 파일 그대로: CycloneDX 또는 SPDX, 허브의 파일 크기 한도까지",
  }),
};

const sent = ["file", "create", "commit", "ref", "pipeline", "tool"];

export const uploadSbom = contract({
  name: "inventories.uploadSbom",
  method: "PUT",
  path: "/organisations/{organisation}/assets/{asset}/sbom",
  summary: {
    en: "Upload an asset's SBOM (CycloneDX or SPDX: JSON, XML, tag-value)",
    ko: "자산의 SBOM 올리기(CycloneDX·SPDX: JSON, XML, tag-value)",
  },
  who: [inOrganisation("reporter")],
  input: ofAsset.extend(sending),
  output: z.object({
    revision: described(z.int(), { en: "number of the revision that counts now", ko: "현재 개정의 번호" }),
    unchanged: described(z.boolean(), {
      en: "the very same document counted already: nothing was done",
      ko: "같은 문서가 이미 현재 개정이어서 아무것도 하지 않았으면 true",
    }),
    components: described(z.int(), { en: "how many components it lists", ko: "구성 요소 수" }),
    matchable: described(z.int(), {
      en: "how many of them can be matched with advisories",
      ko: "권고문과 대조할 수 있는 구성 요소 수",
    }),
    exposures: described(exposureCounts, { en: "what became of the asset's exposures", ko: "자산의 노출에 생긴 변화" }),
    problems: described(z.array(problem), { en: "what could not be taken as it came", ko: "그대로 받지 못한 부분" }),
    problemCount: described(z.int(), {
      en: "how many there are in all, those that are not listed as well",
      ko: "목록에 없는 것까지 포함한 문제의 전체 수",
    }),
  }),
  errors: [...unknownAsset, "sbom.unknown-format", "sbom.unsupported-format", "sbom.empty", "sbom.truncated"],
  body: "bytes",
  records: sent,
});

/** An SBOM that was handed in, and what has become of it. */
export const sbomUpload = z.object({
  id: described(id, { en: "id of the upload", ko: "올리기의 식별자" }),
  asset: described(
    z.object({
      id: described(id, { en: "id of the asset", ko: "자산의 식별자" }),
      name: described(z.string(), { en: "what the organisation calls it", ko: "자산 이름" }),
    }),
    { en: "the asset that it is for", ko: "대상 자산" },
  ),
  file: described(z.string(), { en: "name of the file, for people", ko: "표시할 파일 이름" }),
  bytes: described(z.int(), { en: "how long the document is", ko: "문서의 바이트 수" }),
  receivedAt: described(instant, { en: "when it came", ko: "받은 시각" }),
  state: described(wordOf(uploadStates), { en: "where it stands", ko: "진행 상태" }),
  finishedAt: described(instant.nullable(), {
    en: "when it was done or failed; null before",
    ko: "완료되거나 실패한 시각. 아직이면 null",
  }),
  components: described(z.int(), {
    en: "how many components were read so far, in the end all",
    ko: "지금까지 읽은 구성 요소 수. 끝나면 전체",
  }),
  matchable: described(z.int().nullable(), {
    en: "how many of them can be matched with advisories; null before the end",
    ko: "권고문과 대조할 수 있는 구성 요소 수. 끝나기 전이면 null",
  }),
  revision: described(z.int().nullable(), {
    en: "number of the revision that it became; null before the end",
    ko: "개정 번호. 끝나기 전이면 null",
  }),
  unchanged: described(z.boolean().nullable(), {
    en: "true where the very same document counted already; null before the end",
    ko: "같은 문서가 이미 현재 개정이면 true. 끝나기 전이면 null",
  }),
  exposures: described(exposureCounts.nullable(), {
    en: "what became of the asset's exposures; null before the end",
    ko: "자산의 노출에 생긴 변화. 끝나기 전이면 null",
  }),
  failure: described(problem.nullable(), {
    en: "why it could not be taken; null unless it failed",
    ko: "받지 못한 까닭. 실패하지 않았으면 null",
  }),
  problems: described(z.array(problem), { en: "what could not be taken as it came", ko: "그대로 받지 못한 부분" }),
  problemCount: described(z.int(), {
    en: "how many there are in all, those that are not listed as well",
    ko: "목록에 없는 것까지 포함한 문제의 전체 수",
  }),
  build: described(buildFacts.nullable(), {
    en: "where it came from, as the pipeline says; null where none did",
    ko: "파이프라인이 밝힌 출처. 없으면 null",
  }),
});

const unknownUpload = ["members.unknown-organisation", "inventories.unknown-upload"];

export const submitSbom = contract({
  name: "inventories.submitSbom",
  method: "POST",
  path: "/organisations/{organisation}/assets/{asset}/sbom-uploads",
  summary: {
    en: "Hand in an asset's SBOM: it is read behind, and tells its progress by events",
    ko: "자산의 SBOM 맡기기(뒤에서 읽고 진행 상황을 이벤트로 알림)",
  },
  who: [inOrganisation("reporter")],
  input: ofAsset.extend({
    upload: described(id.optional(), {
      en: "id for the upload, where the caller chooses it: sent again, the same upload is answered",
      ko: "호출하는 쪽이 정하는 올리기 식별자. 다시 보내면 같은 올리기를 답합니다",
    }),
    ...sending,
  }),
  output: sbomUpload,
  errors: [...unknownAsset, "inventories.upload-exists"],
  body: "bytes",
  records: ["upload", ...sent],
});

export const listUploads = contract({
  name: "inventories.listUploads",
  method: "GET",
  path: "/organisations/{organisation}/sbom-uploads",
  summary: { en: "List the SBOMs that were handed in", ko: "맡긴 SBOM 목록" },
  who: [inOrganisation("read-only")],
  input: ofOrganisation.extend({
    ...paging(["-received"]),
    asset: described(line(200).optional(), {
      en: "only those for this asset: its id or its name",
      ko: "이 자산의 것만. 식별자 또는 이름",
    }),
    state: described(wordOf(uploadStates).optional(), { en: "only those that stand here", ko: "이 상태인 것만" }),
  }),
  output: pageOf(sbomUpload),
  errors: unknownAsset,
});

const ofUpload = ofOrganisation.extend({
  upload: described(id, { en: "id of the upload", ko: "올리기의 식별자" }),
});

export const showUpload = contract({
  name: "inventories.showUpload",
  method: "GET",
  path: "/organisations/{organisation}/sbom-uploads/{upload}",
  summary: { en: "Show what became of an SBOM that was handed in", ko: "맡긴 SBOM의 처리 결과 보기" },
  who: [inOrganisation("read-only")],
  input: ofUpload,
  output: sbomUpload,
  errors: unknownUpload,
});

export const downloadUpload = contract({
  name: "inventories.downloadUpload",
  method: "GET",
  path: "/organisations/{organisation}/sbom-uploads/{upload}/document",
  summary: {
    en: "Download a document that was handed in and could not be read",
    ko: "맡겼으나 읽지 못한 문서 내려받기",
  },
  who: [inOrganisation("read-only")],
  input: ofUpload,
  output: z.unknown(),
  errors: unknownUpload,
  answers: "application/octet-stream",
});
