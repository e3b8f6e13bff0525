import type { Language, Text } from "@bongsu/base";
import { type ExposureDecision, exposureDecisions, ratings } from "@bongsu/contracts";
import { daysLater, wallTime } from "../../../platform/zones.ts";
import { oneLine } from "../lines.ts";
import type { AffectedComponent, ExposureFacts } from "./facts.ts";
import { fillKorean } from "./particles.ts";

/** The words of SSVC's decisions by their number. */
export const decisionOf = (urgency: number): ExposureDecision =>
  (Object.keys(exposureDecisions) as ExposureDecision[])[urgency] ?? "defer";

/** How long names may be where several stand in a line. */
const nameLength = 60;

const shortNames = (names: readonly string[], most: number): string =>
  names
    .slice(0, most)
    .map((name) => oneLine(name, nameLength))
    .join(", ");

/** `core, portal and 3 other assets`, `core, portal 외 3개 자산`. */
function assetsIn({ assetNames, assets }: ExposureFacts, most: number): Text {
  const shown = shortNames(assetNames, most);
  const others = assets - Math.min(assetNames.length, most);
  if (others <= 0) return { en: shown, ko: shown };
  return {
    en: `${shown} and ${others} other ${others === 1 ? "asset" : "assets"}`,
    ko: `${shown} 외 ${others}개 자산`,
  };
}

const months = "January February March April May June July August September October November December".split(" ");

/** A date and time there, with the zone's name. */
export function dateIn(instant: Date, zone: string): Text {
  const { year, month, day, minutes } = wallTime(instant, zone);
  const time = `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  return {
    en: `${day} ${months[month - 1]} ${year}, ${time} (${zone})`,
    ko: `${year}년 ${month}월 ${day}일 ${time}(${zone})`,
  };
}

const hour = 3_600_000;

/** `3 days`, `5 hours`: whole ones, at least one. */
export function lengthOf(milliseconds: number): Text {
  const hours = Math.max(1, Math.round(milliseconds / hour));
  if (hours < 48) return { en: `${hours} ${hours === 1 ? "hour" : "hours"}`, ko: `${hours}시간` };
  const days = Math.round(hours / 24);
  return { en: `${days} days`, ko: `${days}일` };
}

function dueIn(dueAt: Date | null, now: Date, zone: string): Text | null {
  if (dueAt === null) return null;
  const date = dateIn(dueAt, zone);
  if (dueAt <= now) return { en: `Overdue: it was due by ${date.en}.`, ko: `조치 기한이 지났습니다: ${date.ko}.` };
  const length = lengthOf(dueAt.getTime() - now.getTime());
  const { month, day } = daysLater(wallTime(now, zone), 0);
  return {
    en: `Due by ${date.en}: ${length.en} from ${day} ${months[month - 1]}.`,
    ko: `조치 기한: ${date.ko}, ${month}월 ${day}일부터 ${length.ko}.`,
  };
}

const componentName = ({ name, version }: AffectedComponent): string =>
  `${oneLine(name, nameLength)} ${oneLine(version, 40)}`;

function upgradeOf({ name, fixedVersion }: AffectedComponent): Text {
  const [of, to] = [oneLine(name, nameLength), oneLine(fixedVersion ?? "", 40)];
  return {
    en: `upgrade ${of} to ${to} or later`,
    ko: fillKorean("{of|을/를} {to} 이상으로 올리십시오", { of, to }),
  };
}

/** What to do: a line for each of the first components that have a fix; else what can be done without. */
function actionIn({ components }: ExposureFacts): Text {
  const fixable = [
    ...new Map(components.filter((one) => one.fixedVersion !== null).map((one) => [one.name, one])).values(),
  ];
  if (fixable.length === 0) {
    return {
      en: "What to do: no fixed version is known yet. Restrict access to what is affected, or switch it off, until there is one.",
      ko: "할 일: 고쳐진 버전이 아직 없습니다. 나올 때까지 접근을 제한하거나 해당 기능을 끄십시오.",
    };
  }
  const upgrades = fixable.map(upgradeOf);
  return {
    en: `What to do: ${upgrades.map(({ en }) => en).join("; ")}.`,
    ko: `할 일: ${upgrades.map(({ ko }) => ko).join(". ")}.`,
  };
}

function severityIn({ rating, score, exploitation }: ExposureFacts): Text | null {
  const number = score === null ? "" : `(${score})`;
  const { en, ko } = ratings[rating];
  const severity =
    rating === "unknown" ? [] : [{ en: `Severity: ${en} ${number}`.trim(), ko: `심각도: ${ko}${number}` }];
  const exploited =
    exploitation === "active" ? [{ en: "It is known to be used in attacks", ko: "실제 공격에 쓰이고 있습니다" }] : [];
  const parts = [...severity, ...exploited];
  if (parts.length === 0) return null;
  const joined = (language: Language) => `${parts.map((part) => part[language]).join(". ")}.`;
  return { en: joined("en"), ko: joined("ko") };
}

const lines = (texts: readonly (Text | null)[], language: Language): string =>
  texts.flatMap((text) => (text === null ? [] : [text[language]])).join("\n");

/** What an alert of an exposure says: what it is, where it is, what to do and by when. */
export function exposureTexts(facts: ExposureFacts, now: Date, zone: string): { title: Text; body: Text } {
  const { vulnerability, components, componentCount, exploitation, urgency } = facts;
  const name = oneLine(vulnerability, 100);
  const decision = exposureDecisions[decisionOf(urgency)];
  const words = (language: Language) =>
    [decision[language], ...(exploitation === "active" ? [{ en: "exploited", ko: "악용됨" }[language]] : [])].join(
      ", ",
    );
  const [one, all] = [assetsIn(facts, 1), assetsIn(facts, 5)];
  const about = facts.title === null ? "" : oneLine(facts.title, 200);
  const parts = components.map(componentName).join(", ");
  const more = componentCount - components.length;
  const body = [
    {
      en: `${name}${about === "" ? "" : ` (${about})`} affects ${one.en}.`,
      ko: fillKorean(`{asset|이/가} {name} 취약점${about === "" ? "" : "({about})"}에 노출되어 있습니다.`, {
        ...{ asset: one.ko, name, about },
      }),
    },
    severityIn(facts),
    {
      en: `Where: ${parts}${more > 0 ? ` and ${more} other versions` : ""} on ${all.en}.`,
      ko: `위치: ${all.ko}의 ${parts}${more > 0 ? ` 외 ${more}개 버전` : ""}.`,
    },
    actionIn(facts),
    dueIn(facts.dueAt, now, zone),
  ];
  return {
    title: { en: `${name} on ${one.en} (${words("en")})`, ko: `${one.ko}: ${name}에 노출(${words("ko")})` },
    body: { en: lines(body, "en"), ko: lines(body, "ko") },
  };
}
