import { alertStates, alertTopics } from "@bongsu/contracts";
import { type LetterBody, type LetterPart, type LetterWords, letter, type Tone } from "../../../platform/mail/index.ts";
import type { Parcel, ToldAlert } from "./parcel.ts";
import {
  absolute,
  capital,
  day,
  headline,
  label,
  markingLine,
  moment,
  phrases,
  subjectLine,
  urgencyLabel,
  urgencyOf,
  withDue,
} from "./told.ts";

/** Where people choose what reaches them. */
export const preferencesPath = "/alerts/preferences";

/** Alerts of one urgency that a letter lists; the rest are counted. */
const listed = 15;

/** Characters of a body in a list. */
const shortBody = 200;

const tones: readonly Tone[] = ["low", "medium", "high", "urgent"];

const toneOf = (urgency: number | null): Tone => (urgency === null ? "done" : (tones[urgency] ?? "low"));

const words = {
  urgency: { en: "Urgency", ko: "긴급도" },
  due: { en: "Due", ko: "기한" },
  topic: { en: "About", ko: "주제" },
  state: { en: "State", ko: "상태" },
  organisation: { en: "Organisation", ko: "기관" },
  since: { en: "Since", ko: "발생" },
  settled: { en: "Settled", ko: "해소됨" },
  dueNext: { en: "Due next", ko: "다가오는 기한" },
} as const;

function footer(parcel: Parcel, url: string): string[] {
  const preferences = absolute(url, preferencesPath);
  const { ko, en } = parcel.organisationName;
  return parcel.language === "ko"
    ? [markingLine(parcel, "ko"), `${ko}의 알림입니다. 받을 알림은 여기에서 고릅니다: ${preferences}`]
    : [markingLine(parcel, "en"), `This is an alert of ${en}. Choose here what reaches you: ${preferences}`];
}

/** One alert: what it is, by when, and one button. */
function single(alert: ToldAlert, parcel: Parcel, url: string): Partial<LetterWords> {
  const { language, zone } = parcel;
  const rows: [string, string][] = [
    [words.urgency[language], urgencyLabel(alert.urgency, language)],
    ...(alert.dueAt === null ? [] : [[words.due[language], moment(alert.dueAt, language, zone)] as [string, string]]),
    [words.state[language], capital(alertStates[alert.state][language])],
    [words.topic[language], alertTopics[alert.topic][language]],
    [words.organisation[language], parcel.organisationName[language]],
    [words.since[language], moment(alert.raisedAt, language, zone)],
  ];
  return {
    title: alert.title[language],
    lines: alert.body[language].split(/\n{2,}/),
    parts: [{ rows }],
    button: { label: phrases.seeIt[language], url: absolute(url, alert.link) },
  };
}

/** The first line says what it is. */
const shortened = (text: string): string => {
  const [line = ""] = text.trim().split("\n");
  return [...line].length <= shortBody ? line : `${[...line].slice(0, shortBody - 1).join("")}…`;
};

function section(
  heading: string,
  tone: Tone,
  alerts: readonly ToldAlert[],
  count: number,
  parcel: Parcel,
  url: string,
): LetterPart[] {
  if (count === 0) return [];
  const { language, zone } = parcel;
  const shown = alerts.slice(0, listed);
  const more = count - shown.length;
  const items = shown.map((alert) => ({
    title: withDue(alert, language, zone),
    note: shortened(alert.body[language]),
    href: absolute(url, alert.link),
  }));
  const rest = more > 0 ? [{ title: language === "ko" ? `그 밖에 ${more}건` : `and ${more} more` }] : [];
  return [{ heading: `${heading} (${count})`, tone, items: [...items, ...rest] }];
}

/** Several alerts: what is due next, then by urgency, the most urgent first. */
function several(parcel: Parcel, url: string): Partial<LetterWords> {
  const { language, zone, told, counts } = parcel;
  const open = told.filter(({ state }) => state !== "settled");
  const over = told.filter(({ state }) => state === "settled");
  const next = open
    .filter((alert): alert is ToldAlert & { dueAt: Date } => alert.dueAt !== null)
    .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
    .slice(0, 3);
  const dueNext: LetterPart[] =
    next.length === 0
      ? []
      : [{ rows: next.map((alert) => [day(alert.dueAt, language, zone), alert.title[language]] as const) }];
  const groups = [3, 2, 1, 0].flatMap((urgency) => {
    const own = open.filter((alert) => alert.urgency === urgency);
    const count = told.length < parcel.alerts.length ? (counts[urgency] ?? 0) : own.length;
    return section(urgencyLabel(urgency, language), toneOf(urgency), own, count, parcel, url);
  });
  return {
    title: headline(parcel, language),
    lines: next.length === 0 ? [] : [`${words.dueNext[language]}:`],
    parts: [...dueNext, ...groups, ...section(words.settled[language], "done", over, over.length, parcel, url)],
    button: { label: phrases.seeAll[language], url: absolute(url, "/alerts") },
  };
}

const test = ({ language }: Parcel, url: string): Partial<LetterWords> => ({
  title: phrases.testTitle[language],
  lines: [phrases.testBody[language]],
  button: { label: phrases.seeAll[language], url: absolute(url, "/alerts") },
});

/** The letter of a delivery, in the recipient's language. `url` is the hub's. */
export function emailOf(url: string, parcel: Parcel): LetterBody {
  const { language, told, notice } = parcel;
  const [first] = told;
  const content =
    first === undefined || notice === "test"
      ? test(parcel, url)
      : parcel.alerts.length === 1 && notice !== "digest"
        ? single(first, parcel, url)
        : several(parcel, url);
  const tone = toneOf(urgencyOf(parcel));
  return letter({
    lines: [],
    ...content,
    subject: subjectLine(parcel, language),
    band: { text: label(parcel, language), tone: notice === "digest" && tone !== "urgent" ? "medium" : tone },
    footer: footer(parcel, url),
    language,
  });
}

/** Mails about the same single alert belong together. */
export const threadOf = ({ alerts, notice }: Pick<Parcel, "alerts" | "notice">): string | null =>
  alerts.length === 1 && notice !== "digest" ? `alert ${alerts[0]}` : null;
