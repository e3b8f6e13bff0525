import type { Text } from "@bongsu/base";
import { z } from "zod";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { doer } from "./exposure-line.ts";
import { selection, selectionErrors } from "./exposure-workflow.ts";
import { id, instant, line, prose, wordOf } from "./fields.ts";
import { packageName } from "./inventories-components.ts";
import { organisationHandle } from "./naming.ts";
import { pageOf, paging } from "./page.ts";
import { exposureCounts } from "./taken.ts";
import { inOrganisation, member } from "./who.ts";

/** Why a product is not affected: the five of CISA's “VEX status justifications”, which OpenVEX and CSAF use. */
export const justifications = {
  component_not_present: { en: "the component is not present", ko: "구성 요소가 없음" },
  vulnerable_code_not_present: { en: "the vulnerable code is not present", ko: "취약한 코드가 없음" },
  vulnerable_code_not_in_execute_path: {
    en: "the vulnerable code is never executed",
    ko: "취약한 코드가 실행되지 않음",
  },
  vulnerable_code_cannot_be_controlled_by_adversary: {
    en: "an adversary cannot control the vulnerable code",
    ko: "공격자가 취약한 코드를 제어할 수 없음",
  },
  inline_mitigations_already_exist: { en: "mitigations are built in", ko: "완화책이 이미 적용됨" },
} satisfies Record<string, Text>;

export type Justification = keyof typeof justifications;

/** How far a statement reaches within the organisation. */
export const statementScopes = {
  version: { en: "every asset with this product and version", ko: "이 제품과 버전을 쓰는 모든 자산" },
  asset: { en: "these assets only", ko: "이 자산만" },
  range: { en: "every asset with a version in the range", ko: "범위 안의 버전을 쓰는 모든 자산" },
} satisfies Record<string, Text>;

const ofOrganisation = z.object({ organisation: organisationHandle });

export const stateNotAffected = contract({
  name: "exposure.stateNotAffected",
  method: "POST",
  path: "/organisations/{organisation}/vex-statements",
  summary: {
    en: "State that exposures are not affected: for each product and version, assets to come included",
    ko: "영향 없음 표명: 제품과 버전별로, 앞으로 생길 자산까지 적용",
  },
  who: [inOrganisation("analyst")],
  input: ofOrganisation.extend({
    ...selection,
    justification: described(wordOf(justifications), { en: "why it is not affected", ko: "영향이 없는 까닭" }),
    impact: described(prose(4_000).optional(), {
      en: "the same in your words (impact statement)",
      ko: "영향이 없는 까닭을 풀어 쓴 설명",
    }),
    scope: described(wordOf(statementScopes).default("version"), { en: "how far it reaches", ko: "적용 범위" }),
    range: described(line(500).optional(), {
      en: "with the scope `range`: the versions, as VERS (`vers:npm/>=1.0|<2.0`) or as the ecosystem writes them",
      ko: "범위가 `range`일 때 버전 범위. VERS(`vers:npm/>=1.0|<2.0`) 또는 생태계의 표기",
    }),
    preview: described(z.boolean().default(false), {
      en: "only tells what it would do",
      ko: "`true`이면 결과만 알려 주고 바꾸지 않습니다",
    }),
  }),
  output: z.object({
    action: described(id.nullable(), {
      en: "id of the action, by which it is undone; null of a preview",
      ko: "되돌릴 때 쓰는 작업 식별자. 미리 보기이면 null",
    }),
    statements: described(z.int(), { en: "statements that this makes", ko: "만들어지는 문장 수" }),
    exposures: described(z.int(), { en: "open exposures that they apply to", ko: "적용되는 열린 노출 수" }),
    assets: described(z.int(), { en: "assets that those are on", ko: "해당 자산 수" }),
  }),
  errors: [
    ...selectionErrors,
    "exposure.field-missing",
    "exposure.several-packages",
    "exposure.range-without-order",
    "versions.invalid-range",
    "versions.mixed-ecosystems",
    "versions.unknown-ecosystem",
  ],
  creates: true,
  records: ["justification", "scope", "range", "expected", "where", "preview"],
});

/** One statement that counts for the organisation, by whom and since when. */
export const statementLine = z.object({
  id: described(id, { en: "by which it is withdrawn", ko: "문장의 식별자" }),
  vulnerability: described(z.string(), {
    en: "the vulnerability, by the name that was written",
    ko: "적힌 이름의 취약점",
  }),
  package: described(packageName, { en: "the product", ko: "제품" }),
  version: described(z.string().nullable(), {
    en: "the version; null for a range or all versions",
    ko: "버전. 범위이거나 모든 버전이면 null",
  }),
  range: described(z.string().nullable(), {
    en: "the range of versions, as written; null where it is not about a range",
    ko: "적힌 버전 범위. 범위가 아니면 null",
  }),
  asset: described(
    z
      .object({
        id: described(id, { en: "by which the asset is named in addresses", ko: "자산의 식별자" }),
        name: described(z.string(), { en: "what the organisation calls it", ko: "기관이 부르는 자산 이름" }),
      })
      .nullable(),
    { en: "the only asset that it is about; null: every one of the organisation", ko: "해당 자산. 기관 전체이면 null" },
  ),
  status: described(z.string(), {
    en: "`affected`, `not_affected`, `fixed` or `under_investigation`",
    ko: "`affected`, `not_affected`, `fixed`, `under_investigation` 중 하나",
  }),
  justification: described(z.string().nullable(), {
    en: "why it is not affected, as VEX names it; null without one",
    ko: "영향이 없는 까닭(VEX 용어). 없으면 null",
  }),
  impact: described(z.string().nullable(), {
    en: "the same in the author's words; null without any",
    ko: "작성자가 적은 영향 설명. 없으면 null",
  }),
  author: described(z.string().nullable(), { en: "who says so; null where it is not said", ko: "작성자. 없으면 null" }),
  at: described(instant.nullable(), {
    en: "when it was said; null where it is not said",
    ko: "작성된 시각. 없으면 null",
  }),
  document: described(z.string(), {
    en: "id of the document that it stands in; `bongsu:…` where it was made in this hub",
    ko: "문장이 든 문서의 식별자. 이 허브에서 만든 것은 `bongsu:…`",
  }),
  importedAt: described(instant, { en: "since when it counts here", ko: "이 허브에 들어온 시각" }),
  by: described(doer.nullable(), {
    en: "who made it in this hub; null where it came in a document",
    ko: "이 허브에서 만든 사용자나 서비스 계정. 문서로 들어왔으면 null",
  }),
});

export const listStatements = contract({
  name: "exposure.listStatements",
  method: "GET",
  path: "/organisations/{organisation}/vex-statements",
  summary: {
    en: "List an organisation's own VEX statements: made here, and of the documents that it imported",
    ko: "기관의 VEX 문장 목록(허브에서 만든 것과 가져온 문서의 것)",
  },
  who: [member],
  input: ofOrganisation.extend({
    ...paging(["-imported"]),
    vulnerability: described(line(512).optional(), {
      en: "only those about this vulnerability, by any of its names",
      ko: "이 취약점에 대한 것만. 어느 이름이든 됩니다",
    }),
    package: described(line(1000).optional(), {
      en: "only those about this package: its package URL",
      ko: "이 패키지에 대한 것만. 패키지 URL",
    }),
  }),
  output: pageOf(statementLine),
  errors: ["members.unknown-organisation", "versions.invalid-purl"],
});

export const withdrawStatement = contract({
  name: "exposure.withdrawStatement",
  method: "DELETE",
  path: "/organisations/{organisation}/vex-statements/{statement}",
  summary: {
    en: "Withdraw a VEX statement; what it spoke of is looked at anew",
    ko: "VEX 문장 철회(관련 노출을 다시 판단)",
  },
  who: [inOrganisation("analyst")],
  input: ofOrganisation.extend({
    statement: described(id, { en: "id of the statement", ko: "문장의 식별자" }),
    text: described(prose(4_000).optional(), { en: "why it is withdrawn", ko: "철회하는 까닭" }),
  }),
  output: z.object({
    action: described(id, { en: "id of the action, by which it is undone", ko: "되돌릴 때 쓰는 작업 식별자" }),
    exposures: described(exposureCounts, { en: "what became of exposures", ko: "노출에 생긴 변화" }),
  }),
  errors: ["members.unknown-organisation", "exposure.unknown-statement"],
});
