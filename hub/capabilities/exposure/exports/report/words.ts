import { fill, type Language, type Params, type Text } from "@bongsu/base";

const words = {
  title: { en: "Exposure report: {name}", ko: "노출 보고서: {name}" },
  statusTitle: { en: "Exposure status: {name}", ko: "노출 현황 보고서: {name}" },
  allOrganisations: { en: "all organisations", ko: "전체 기관" },
  made: { en: "{at} · times in {zone}", ko: "{at} 기준 · 시간대 {zone}" },
  foot: { en: "Bongsu · {at} · page {page} of {pages}", ko: "봉수 · {at} · {page}/{pages}쪽" },

  nothing: { en: "{name} has no open exposures.", ko: "{name|은/는} 열린 노출이 없습니다." },
  allAccepted: {
    en: "{name} has nothing left to remediate: the risk of what is open is accepted.",
    ko: "{name|은/는} 더 조치할 것이 없습니다. 열린 노출은 모두 위험을 수용한 것입니다.",
  },
  act: {
    en: "{name} must act on {count} by {by}{rest}",
    ko: "{name|은/는} {by}까지 취약점 {count}을 조치해야 합니다.{rest}",
  },
  late: {
    en: "{name} is overdue on {late}{rest}",
    ko: "{name|은/는} 취약점 {late}의 조치 기한을 넘겼습니다.{rest}",
  },
  lateAndAct: {
    en: "{name} is overdue on {late} and must act on {count} by {by}{rest}",
    ko: "{name|은/는} 취약점 {late}의 조치 기한을 넘겼고, {by}까지 {count}을 조치해야 합니다.{rest}",
  },
  calm: {
    en: "{name} has {count} open; the next is due by {by}{rest}",
    ko: "{name|은/는} 열린 취약점 {count}이 있고, 다음 조치 기한은 {by}입니다.{rest}",
  },
  noHurry: {
    en: "{name} has {count} open, none of them with a date to be kept{rest}",
    ko: "{name|은/는} 열린 취약점 {count}이 있으나 조치 기한이 정해진 것은 없습니다.{rest}",
  },
  oneExploited: { en: "; 1 is being exploited.", ko: " 그중 1건이 악용되고 있습니다." },
  someExploited: { en: "; {count} are being exploited.", ko: " 그중 {count}건이 악용되고 있습니다." },
  noneExploited: { en: "; none is known to be exploited.", ko: " 악용이 알려진 것은 없습니다." },
  oneVulnerability: { en: "1 vulnerability", ko: "1건" },
  vulnerabilities: { en: "{count} vulnerabilities", ko: "{count}건" },
  statusNothing: {
    en: "None of the {of} organisations whose status is disclosed has an open exposure.",
    ko: "현황을 공개한 {of}개 기관 모두 열린 노출이 없습니다.",
  },
  statusExposed: {
    en: "{exposed} of the {of} organisations whose status is disclosed are exposed; {immediate} of {exposures} exposures must be remediated at once{rest}",
    ko: "현황을 공개한 {of}개 기관 가운데 {exposed}개가 노출되어 있고, 노출 {exposures}건 중 {immediate}건은 즉시 조치해야 합니다.{rest}",
  },
  statusOneExposed: {
    en: "1 of the {of} organisations whose status is disclosed is exposed; {immediate} of {exposures} exposures must be remediated at once{rest}",
    ko: "현황을 공개한 {of}개 기관 가운데 1개가 노출되어 있고, 노출 {exposures}건 중 {immediate}건은 즉시 조치해야 합니다.{rest}",
  },
  statusExploited: { en: "; exploited vulnerabilities: {count}.", ko: " 악용된 취약점은 {count}건입니다." },

  figures: { en: "Figures", ko: "현황 수치" },
  openExposures: { en: "open exposures", ko: "열린 노출" },
  openVulnerabilities: { en: "vulnerabilities", ko: "취약점" },
  exposedAssets: { en: "exposed assets of {of}", ko: "노출된 자산(전체 {of})" },
  exposedOrganisations: { en: "exposed organisations of {of}", ko: "노출된 기관(전체 {of})" },
  overdue: { en: "overdue exposures", ko: "기한이 지난 노출" },
  exploited: { en: "exploited vulnerabilities", ko: "악용된 취약점" },
  toDo: { en: "Open exposures by what is to be done", ko: "조치별 열린 노출" },

  urgent: { en: "Most urgent", ko: "가장 급한 것" },
  noUrgent: { en: "Nothing is left to remediate.", ko: "조치할 것이 없습니다." },
  what: { en: "What", ko: "무엇을" },
  where: { en: "Where", ko: "어디에서" },
  byWhen: { en: "By when", ko: "언제까지" },
  who: { en: "Who", ko: "누가" },
  noDate: { en: "no date", ko: "기한 없음" },
  isOverdue: { en: "overdue", ko: "기한 지남" },
  beingExploited: { en: "exploited", ko: "악용됨" },
  nobody: { en: "not assigned", ko: "미정" },
  noFix: { en: "no fixed version", ko: "수정 버전 없음" },
  oneMore: { en: "{names} and 1 more", ko: "{names} 외 1개" },
  more: { en: "{names} and {count} more", ko: "{names} 외 {count}개" },
  notShown: { en: "{count} more rows are not shown.", ko: "그 밖에 {count}개 항목이 더 있습니다." },

  fixed: { en: "Fixed in the last {days} days", ko: "최근 {days}일 동안 조치한 것" },
  fixedSome: {
    en: "{exposures} exposures of {vulnerabilities}. Half of them were fixed within {days} days of being opened.",
    ko: "취약점 {vulnerabilities}에 의한 노출 {exposures}건을 조치했습니다. 발생부터 조치까지의 중앙값은 {days}일입니다.",
  },
  fixedOne: {
    en: "1 exposure, within {days} days of being opened.",
    ko: "노출 1건을 조치했습니다. 발생부터 조치까지 {days}일이 걸렸습니다.",
  },
  fixedNone: { en: "Nothing was fixed in this period.", ko: "이 기간에 조치한 것이 없습니다." },

  inventories: { en: "Inventories", ko: "구성 목록" },
  inventoriesSome: {
    en: "{fresh} of {assets} assets have an up-to-date inventory, {stale} an outdated one, {missing} none. What has no inventory is not counted above.",
    ko: "자산 {assets}개 중 {fresh}개의 구성 목록이 최신이고, {stale}개는 갱신이 필요하며, {missing}개는 아직 없습니다. 구성 목록이 없는 자산은 위 수치에 들어 있지 않습니다.",
  },
  oldest: { en: " The oldest is of {at}.", ko: " 가장 오래된 것은 {at}에 받았습니다." },
  inventoriesNone: { en: "No asset is registered.", ko: "등록된 자산이 없습니다." },

  accepted: { en: "Accepted risks", ko: "수용한 위험" },
  acceptedNone: { en: "No risk is accepted.", ko: "수용한 위험이 없습니다." },
  asset: { en: "Asset", ko: "자산" },
  until: { en: "Until", ko: "수용 기한" },
  openEnd: { en: "no end set", ko: "기한 미정" },

  worst: { en: "Vulnerabilities", ko: "취약점" },
  vulnerability: { en: "Vulnerability", ko: "취약점" },
  decision: { en: "To do", ko: "조치" },
  organisations: { en: "Organisations", ko: "기관" },
  organisation: { en: "Organisation", ko: "기관" },
  exposures: { en: "Exposures", ko: "노출" },
  immediately: { en: "Immediate", ko: "즉시 조치" },
  since: { en: "Exposed since", ko: "노출 시작" },
  scope: {
    en: "This report counts organisations that disclose their status to whoever made it. Of what they run it tells nothing but the vulnerabilities.",
    ko: "이 보고서는 작성자에게 현황을 공개한 기관만 세며, 각 기관이 쓰는 것에 대해서는 취약점 외에 아무것도 담지 않습니다.",
  },

  signed: { en: "Confirmed by", ko: "확인자" },
  position: { en: "Position", ko: "직위" },
  signedOn: { en: "Date", ko: "일자" },
} satisfies Record<string, Text>;

export type Word = keyof typeof words;

/** Says something in one language. */
export type Say = (word: Word, params?: Params) => string;

export const sayIn =
  (language: Language): Say =>
  (word, params = {}) =>
    fill(words[word][language], params);

/** Numbers as both languages group them: `1,234`. */
export const number = (value: number): string => value.toLocaleString("en-US", { maximumFractionDigits: 1 });
