import { defineProblems } from "@bongsu/base";

export const exposureProblems = defineProblems({
  "exposure.statement-without-package": {
    severity: "warning",
    message: {
      en: "A VEX statement on {vulnerability} names no package that inventories can hold: {product}.",
      ko: "{vulnerability}에 대한 VEX 문장이 목록에 있을 수 있는 패키지를 가리키지 않습니다: {product}.",
    },
    fix: {
      en: "Name the product by a package URL, or name the asset that the document is about.",
      ko: "제품을 패키지 URL로 밝히거나 문서가 다루는 자산을 지정하십시오.",
    },
  },
  "exposure.statement-needs-asset": {
    severity: "warning",
    message: {
      en: "A VEX statement on {vulnerability} speaks of parts within a product.",
      ko: "{vulnerability}에 대한 VEX 문장이 제품 안의 구성 요소를 다룹니다.",
    },
    fix: {
      en: "Name the asset that is this product, so that the statement does not reach others.",
      ko: "이 제품에 해당하는 자산을 지정하십시오. 그래야 문장이 다른 곳에 적용되지 않습니다.",
    },
  },
  "exposure.unknown-exposure": {
    message: {
      en: "The asset has no exposure to {vulnerability} by this package version.",
      ko: "자산에 이 패키지 버전의 {vulnerability} 노출이 없습니다.",
    },
    fix: {
      en: "List the exposures again: one that was recorded by mistake is gone with its asset or its advisory.",
      ko: "노출 목록을 다시 보십시오. 자산이나 권고문이 없어지면 노출도 없어집니다.",
    },
  },
  "exposure.nothing-selected": {
    message: {
      en: "It does not say which exposures: neither `exposures`, nor `where` with `expected`, or both.",
      ko: "어느 노출인지 알 수 없습니다. `exposures`만 쓰거나 `where`와 `expected`를 함께 써야 합니다.",
    },
    fix: {
      en: "Name the exposures, or give the filters of the list and the number that it shows.",
      ko: "노출을 하나씩 지정하거나, 목록의 조건과 목록에 나온 수를 함께 주십시오.",
    },
  },
  "exposure.too-many-selected": {
    message: {
      en: "The filters let through more than {most} exposures.",
      ko: "조건에 맞는 노출이 {most}건을 넘습니다.",
    },
    fix: { en: "Narrow the filters and go on in parts.", ko: "조건을 좁혀 나누어 진행하십시오." },
  },
  "exposure.selection-conflict": {
    message: {
      en: "The filters let through {found} exposures by now, not {expected}; nothing was done.",
      ko: "조건에 맞는 노출이 {expected}건이 아니라 {found}건이 되어 아무것도 바꾸지 않았습니다.",
    },
    fix: {
      en: "Look at the list again and send the number that it shows.",
      ko: "목록을 다시 확인하고 거기에 나온 수를 보내십시오.",
    },
  },
  "exposure.field-missing": {
    message: { en: "“{action}” needs the field {field}.", ko: "“{action}”에는 {field} 항목이 필요합니다." },
    fix: { en: "Send it with {field}.", ko: "{field|을/를} 함께 보내십시오." },
  },
  "exposure.impossible-date": {
    message: {
      en: "The date has to lie ahead, by {days} days at most.",
      ko: "날짜는 앞날이어야 하며 {days}일을 넘을 수 없습니다.",
    },
    fix: { en: "Choose another date.", ko: "다른 날짜를 고르십시오." },
  },
  "exposure.unknown-person": {
    message: { en: "The organisation has no person {id}.", ko: "기관에 {id} 사용자가 없습니다." },
    fix: { en: "Choose one of its active people.", ko: "기관의 활동 중인 사용자를 고르십시오." },
  },
  "exposure.not-permitted-to-accept": {
    message: {
      en: "A risk is accepted by an administrator of the organisation.",
      ko: "위험 수용은 기관 관리자만 할 수 있습니다.",
    },
    fix: {
      en: "Ask one of them; or start remediation, with the date that you expect.",
      ko: "기관 관리자에게 요청하거나, 예정 날짜를 정해 조치를 시작하십시오.",
    },
  },
  "exposure.some-refused": {
    message: {
      en: "{count} of the exposures cannot be changed so; nothing was done.",
      ko: "노출 {count}건을 그렇게 바꿀 수 없어 아무것도 바꾸지 않았습니다.",
    },
    fix: { en: "See which by a preview, or leave out `all`.", ko: "미리 보기로 확인하거나 `all`을 빼십시오." },
  },
  "exposure.unknown-action": {
    message: { en: "There is no action {id}.", ko: "{id} 작업이 없습니다." },
    fix: { en: "Look it up in the list of actions.", ko: "작업 목록에서 확인하십시오." },
  },
  "exposure.undone-already": {
    message: { en: "The action was undone before.", ko: "이미 되돌린 작업입니다." },
    fix: { en: "Do it anew, if it should be done after all.", ko: "다시 하려면 작업을 새로 하십시오." },
  },
  "exposure.cannot-undo": {
    message: {
      en: "The action cannot be undone: it is more than a day old, a comment, or itself an undoing.",
      ko: "되돌릴 수 없는 작업입니다. 하루가 지났거나, 댓글이거나, 되돌리기 자체입니다.",
    },
    fix: {
      en: "Choose an action that leads back; comments are removed by who wrote them.",
      ko: "반대가 되는 작업을 하십시오. 댓글은 쓴 사람이 삭제합니다.",
    },
  },
  "exposure.several-packages": {
    message: {
      en: "A range of versions is of one package; {count} were chosen.",
      ko: "버전 범위는 한 패키지에 대한 것입니다. {count}개를 골랐습니다.",
    },
    fix: { en: "Choose exposures by one package.", ko: "한 패키지의 노출만 고르십시오." },
  },
  "exposure.range-without-order": {
    message: {
      en: "The versions of {package} have no order that a range could follow.",
      ko: "{package|은/는} 버전의 순서가 정해져 있지 않아 범위를 쓸 수 없습니다.",
    },
    fix: { en: "State it by version, or give the range as VERS.", ko: "버전별로 표명하거나 범위를 VERS로 쓰십시오." },
  },
  "exposure.unknown-statement": {
    message: { en: "The organisation has no statement {id}.", ko: "기관에 {id} 문장이 없습니다." },
    fix: {
      en: "It may have been withdrawn. Suppliers' statements are not the organisation's to withdraw.",
      ko: "이미 철회되었을 수 있습니다. 공급자의 문장은 기관이 철회할 수 없습니다.",
    },
  },
  "exposure.unknown-comment": {
    message: { en: "There is no comment {id} of yours.", ko: "본인이 쓴 {id} 댓글이 없습니다." },
    fix: { en: "Only who wrote a comment changes it.", ko: "댓글은 쓴 사람만 고칠 수 있습니다." },
  },
  "exposure.unknown-view": {
    message: { en: "There is no view {id}.", ko: "{id} 보기가 없습니다." },
    fix: { en: "Look it up in the list of views.", ko: "보기 목록에서 확인하십시오." },
  },
  "exposure.view-exists": {
    message: { en: "There is a view “{name}” already.", ko: "“{name}” 보기가 이미 있습니다." },
    fix: { en: "Choose another name, or change that one.", ko: "다른 이름을 쓰거나 그 보기를 변경하십시오." },
  },
  "exposure.too-many-views": {
    message: { en: "There are {most} views already.", ko: "보기가 이미 {most}개 있습니다." },
    fix: { en: "Remove one that nobody needs.", ko: "필요 없는 보기를 삭제하십시오." },
  },
  "exposure.not-permitted-to-share-views": {
    message: {
      en: "Views that all of the organisation has are made and changed by its analysts.",
      ko: "기관에 공유하는 보기는 분석가가 만들고 변경합니다.",
    },
    fix: { en: "Keep it as your own, or ask an analyst.", ko: "본인의 보기로 두거나 분석가에게 요청하십시오." },
  },
  "exposure.deadlines-out-of-order": {
    message: {
      en: "What is more urgent may not have more time: see criticality {criticality}.",
      ko: "더 긴급한 조치의 시간이 더 길 수 없습니다: 중요도 {criticality}.",
    },
    fix: {
      en: "Give hours so that immediate ≤ out of cycle ≤ scheduled ≤ defer; null counts as no limit.",
      ko: "즉시 ≤ 우선 ≤ 정기 ≤ 보류가 되도록 정하십시오. null은 제한 없음으로 봅니다.",
    },
  },
  "exposure.unknown": {
    message: { en: "Nothing is known by the name “{name}”.", ko: "“{name}”(으)로 알려진 것이 없습니다." },
    fix: {
      en: "Give a vulnerability's id (CVE, GHSA …) or a package URL; import advisories first.",
      ko: "취약점 번호(CVE, GHSA 등)나 패키지 URL을 쓰고, 먼저 권고문을 가져오십시오.",
    },
  },
});
