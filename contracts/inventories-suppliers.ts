import { z } from "zod";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { handle, id, line, prose, wordOf } from "./fields.ts";
import { usingAsset } from "./inventories-components.ts";
import { aiKinds, supplierRoles } from "./inventory-words.ts";
import { organisationHandle } from "./naming.ts";
import { pageOf, paging } from "./page.ts";
import { member } from "./who.ts";

const only = described(handle.optional(), { en: "only assets of this organisation", ko: "이 기관의 자산만" });

/** Open exposures by what is to be done about them (SSVC). */
const byDecision = z.object({
  immediate: described(z.int(), { en: "to be done at once", ko: "즉시 조치" }),
  outOfCycle: described(z.int(), { en: "to be done before the next planned date", ko: "정기 일정 전 조치" }),
  scheduled: described(z.int(), { en: "to be done at the next planned date", ko: "정기 일정에 조치" }),
  defer: described(z.int(), { en: "nothing to be done for now", ko: "보류" }),
});

const supplier = z.object({
  supplier: described(z.string(), {
    en: "the name in its plain form, by which it is asked for: small letters, without `Inc.`",
    ko: "정리한 이름(소문자, `Inc.` 등 제외). 조회할 때 씁니다",
  }),
  name: described(z.string(), { en: "as an SBOM writes it", ko: "SBOM에 적힌 이름" }),
  roles: described(z.array(wordOf(supplierRoles)), {
    en: "as what SBOMs name it",
    ko: "SBOM에 적힌 역할",
  }),
  components: described(z.int(), {
    en: "how many of the assets' components it supplies",
    ko: "자산의 구성 요소 가운데 공급하는 수",
  }),
  assets: described(z.int(), { en: "how many assets use any of them", ko: "그 구성 요소를 쓰는 자산 수" }),
  organisations: described(z.int(), { en: "how many organisations use any of them", ko: "쓰는 기관 수" }),
  exposures: described(byDecision, {
    en: "open exposures that come by its components",
    ko: "그 구성 요소로 생긴 열린 노출",
  }),
  statements: described(z.int(), {
    en: "how many of its packages a VEX statement speaks of",
    ko: "VEX 문장이 다루는 패키지 수",
  }),
});

export const listSuppliers = contract({
  name: "inventories.listSuppliers",
  method: "GET",
  path: "/suppliers",
  summary: { en: "List who supplies what is in use", ko: "쓰고 있는 구성 요소의 공급자 목록" },
  who: [member],
  input: z.object({
    ...paging(["name", "-components"], 100),
    search: described(prose(200).optional(), { en: "a part of the name", ko: "이름의 일부" }),
    organisation: only,
  }),
  output: pageOf(supplier),
  errors: [],
});

export const showSupplier = contract({
  name: "inventories.showSupplier",
  method: "GET",
  path: "/suppliers/{supplier}",
  summary: {
    en: "Show a supplier and the assets that use what it supplies",
    ko: "공급자와 그 구성 요소를 쓰는 자산 보기",
  },
  who: [member],
  input: z.object({
    supplier: described(line(300), { en: "its name, however it is written", ko: "공급자 이름. 표기가 달라도 됩니다" }),
    organisation: only,
  }),
  output: supplier.extend({
    names: described(z.array(z.string()), { en: "how SBOMs write its name", ko: "SBOM에 적힌 여러 표기" }),
    users: described(
      z.array(
        z.object({
          organisation: organisationHandle,
          asset: usingAsset,
          components: described(z.int(), { en: "how many of its components", ko: "쓰는 구성 요소 수" }),
        }),
      ),
      { en: "the assets that use most of it, up to a hundred", ko: "많이 쓰는 자산, 최대 100개" },
    ),
  }),
  errors: ["inventories.unknown-supplier"],
});

const hash = z.object({
  algorithm: described(z.string(), { en: "as CycloneDX writes it: `SHA-256`", ko: "CycloneDX 표기: `SHA-256`" }),
  value: described(z.string(), { en: "hexadecimal", ko: "16진수" }),
});

const texts = z.array(z.string());

const aiComponent = z.object({
  organisation: organisationHandle,
  asset: usingAsset,
  kind: described(wordOf(aiKinds), { en: "model or data set", ko: "모델 또는 데이터 세트" }),
  name: described(z.string(), { en: "what it is called", ko: "이름" }),
  version: described(z.string().nullable(), { en: "its version; null without one", ko: "버전. 없으면 null" }),
  provider: described(z.string().nullable(), {
    en: "who supplies it, as the SBOM writes it; null where it does not say",
    ko: "SBOM에 적힌 제공자. 없으면 null",
  }),
  purl: described(z.string().nullable(), { en: "package URL; null without one", ko: "패키지 URL. 없으면 null" }),
  licences: described(texts, { en: "licences, as written", ko: "적힌 그대로의 라이선스" }),
  hashes: described(z.array(hash), { en: "hashes of its files", ko: "파일 해시" }),
  task: described(z.string().nullable(), { en: "what the model is made to do", ko: "모델의 과업" }),
  architecture: described(z.string().nullable(), { en: "how the model is built", ko: "모델의 구조" }),
  datasets: described(texts, { en: "data sets that the model was trained on, as named", ko: "학습에 쓴 데이터 세트" }),
  useCases: described(texts, { en: "what it is meant for", ko: "의도한 용도" }),
  limitations: described(texts, { en: "what it is not good for", ko: "한계" }),
  risks: described(texts, { en: "what its maker says can go wrong", ko: "제작자가 밝힌 위험" }),
  classification: described(z.string().nullable(), {
    en: "how confidential the data is, as written",
    ko: "데이터의 기밀 구분(적힌 그대로)",
  }),
  sensitive: described(texts, { en: "personal and other sensitive data in it", ko: "개인정보 등 민감한 데이터" }),
  governance: described(texts, { en: "who answers for the data", ko: "데이터의 책임자" }),
  description: described(z.string().nullable(), { en: "what the data is", ko: "데이터 설명" }),
  path: described(z.string(), { en: "where it stands in the asset's SBOM", ko: "자산 SBOM에서의 위치" }),
});

export const listAiComponents = contract({
  name: "inventories.listAiComponents",
  method: "GET",
  path: "/ai-components",
  summary: { en: "List models and data sets that assets are made of", ko: "자산이 쓰는 모델과 데이터 세트 목록" },
  who: [member],
  input: z.object({
    ...paging(["name"], 100),
    search: described(prose(200).optional(), { en: "a part of the name", ko: "이름의 일부" }),
    kind: described(wordOf(aiKinds).optional(), {
      en: "only models, or only data sets",
      ko: "모델만, 또는 데이터 세트만",
    }),
    organisation: only,
    asset: described(id.optional(), { en: "only those of this asset: its id", ko: "이 자산의 것만(자산 식별자)" }),
  }),
  output: pageOf(aiComponent),
  errors: [],
});
