import type { Language, Text } from "@bongsu/base";
import { alertNotices, alertStates, type ExposureDecision, exposureDecisions } from "@bongsu/contracts";
import type { Parcel, ToldAlert } from "./parcel.ts";

/** What an organisation's own exposure is marked with. */
export const alertMarking = "TLP:AMBER+STRICT";

const words = Object.keys(exposureDecisions) as ExposureDecision[];

export const urgencyWord = (urgency: number): ExposureDecision => words[urgency] ?? "defer";

/** 0 to 3. */
export const urgencyNumber = (word: ExposureDecision): number => words.indexOf(word);

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const urgencyLabel = (urgency: number, language: Language): string =>
  capital(exposureDecisions[urgencyWord(urgency)][language]);

/** Where a path of the hub is on the web. One that leads elsewhere leads to the hub's first page. */
export function absolute(url: string, link: string): string {
  const base = new URL(url);
  if (!URL.canParse(link, url)) return base.href;
  const target = new URL(link, base);
  return target.origin === base.origin ? target.href : base.href;
}

/** Made once each: making one costs a hundred times what using it does. There are as many as the world has zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(language: Language, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([language, zone, options]);
  const known = formats.get(key);
  if (known !== undefined) return known;
  const locale = language === "ko" ? "ko-KR" : "en-GB";
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  formats.set(key, made);
  return made;
}

function formatted(time: Date, language: Language, zone: string, options: Intl.DateTimeFormatOptions): string {
  try {
    return formatOf(language, zone, options).format(time);
  } catch {
    // A zone that this machine does not know.
    return formatOf(language, "UTC", options).format(time);
  }
}

/** `11월 27일`, `27 Nov`. */
export const day = (time: Date, language: Language, zone: string): string =>
  formatted(time, language, zone, { month: language === "ko" ? "long" : "short", day: "numeric" });

/** `2026년 11월 27일 18:00 (UTC+9)`, `27 November 2026, 18:00 (UTC+9)`. */
export function moment(time: Date, language: Language, zone: string): string {
  const date = formatted(time, language, zone, { year: "numeric", month: "long", day: "numeric" });
  const clock = formatted(time, language, zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const offset = formatted(time, "en", zone, { timeZoneName: "shortOffset" }).split(", ")[1] ?? "";
  return `${date}${language === "ko" ? "" : ","} ${clock} (${offset.replace("GMT", "UTC")})`;
}

export const dueLine = (dueAt: Date | null, language: Language, zone: string): string | null =>
  dueAt === null ? null : language === "ko" ? `${day(dueAt, language, zone)}까지` : `by ${day(dueAt, language, zone)}`;

export const phrases = {
  seeIt: { en: "See it in the hub", ko: "허브에서 보기" },
  seeAll: { en: "See all alerts in the hub", ko: "허브에서 모두 보기" },
  testTitle: { en: "A test message of Bongsu", ko: "봉수 시험 메시지" },
  testBody: {
    en: "Alerts of the organisation arrive here. Nothing needs to be done.",
    ko: "이곳으로 기관의 알림이 도착합니다. 따로 할 일은 없습니다.",
  },
} satisfies Record<string, Text>;

/** The most urgent of what is told; what is settled counts as nothing to do. */
export const urgencyOf = ({ told, notice }: Pick<Parcel, "told" | "notice">): number | null => {
  const open = told.filter(({ state }) => state !== "settled");
  return notice === "settled" || notice === "test" || open.length === 0
    ? null
    : Math.max(...open.map(({ urgency }) => urgency));
};

/** `즉시 조치 · 다시 알림`: how urgent, and why now where it is not for the first time. */
export function label(parcel: Pick<Parcel, "told" | "notice">, language: Language): string {
  const urgency = urgencyOf(parcel);
  const notice = parcel.notice === "raised" ? null : capital(alertNotices[parcel.notice][language]);
  const urgent = urgency === null || parcel.notice === "digest" ? null : urgencyLabel(urgency, language);
  return [urgent, notice].filter((part) => part !== null).join(" · ") || capital(alertNotices.settled[language]);
}

/** `즉시 조치 3, 우선 조치 5`: how many of each, the most urgent first. */
export const countLine = (counts: readonly number[], language: Language): string =>
  counts
    .map((count, urgency) => ({ count, urgency }))
    .filter(({ count }) => count > 0)
    .reverse()
    .map(({ count, urgency }) => `${urgencyLabel(urgency, language)} ${count}`)
    .join(", ");

const cut = (text: string, most: number): string =>
  [...text].length <= most ? text : `${[...text].slice(0, most - 1).join("")}…`;

/** What is told, in one line: the alert itself, or how many there are. */
export function headline(
  { alerts, told, counts, notice, zone }: Pick<Parcel, "alerts" | "told" | "counts" | "notice" | "zone">,
  language: Language,
): string {
  const [first] = told;
  if (notice === "test" || first === undefined) return phrases.testTitle[language];
  const total = alerts.length;
  if (total === 1 && notice !== "digest") return withDue(first, language, zone);
  const number = language === "ko" ? `알림 ${total}건` : total === 1 ? "1 alert" : `${total} alerts`;
  return `${number} (${countLine(counts, language) || alertStates.settled[language]})`;
}

/** `CVE-2026-1 – 3개 자산 (11월 27일까지)`; not twice where the title says it. */
export function withDue(alert: ToldAlert, language: Language, zone: string): string {
  const title = cut(alert.title[language], 150);
  const due = alert.state === "settled" ? null : dueLine(alert.dueAt, language, zone);
  return due === null || title.includes(due) ? title : `${title} (${due})`;
}

/** `[즉시 조치] 한빛은행 · CVE-2026-1 – 3개 자산 (11월 27일까지)`. */
export const subjectLine = (parcel: Parcel, language: Language): string =>
  `[${label(parcel, language)}] ${cut(parcel.organisationName[language], 60)} · ${headline(parcel, language)}`;

/** Who may read on. */
export const markingLine = (parcel: Parcel, language: Language): string =>
  language === "ko"
    ? `${alertMarking} – ${parcel.organisationName.ko} 안에서만 공유하십시오.`
    : `${alertMarking} – for ${parcel.organisationName.en} only; do not share it outside.`;
