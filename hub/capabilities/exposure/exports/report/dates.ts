import type { Language } from "@bongsu/base";

type Part = Intl.DateTimeFormatPartTypes;

function partsOf(language: Language, zone: string, options: Intl.DateTimeFormatOptions, at: Date) {
  const formatter = new Intl.DateTimeFormat(language === "ko" ? "ko-KR" : "en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    ...options,
  });
  const parts = formatter.formatToParts(at);
  return (type: Part): string => parts.find((part) => part.type === type)?.value ?? "";
}

/** Writes days and times as officials read them, in one language and time zone. */
export function dateWriter(language: Language, zone: string) {
  const time = { hour: "2-digit", minute: "2-digit" } as const;
  return {
    /** `27 November 2026`, `2026년 11월 27일`. */
    day(at: Date): string {
      const part = partsOf(language, zone, { year: "numeric", month: "long", day: "numeric" }, at);
      return language === "ko"
        ? `${part("year")}년 ${part("month")} ${part("day")}일`
        : `${part("day")} ${part("month")} ${part("year")}`;
    },
    /** `Friday 27 November, 18:00`, `11월 27일(금) 18:00`. */
    moment(at: Date): string {
      const weekday = language === "ko" ? "short" : "long";
      const part = partsOf(language, zone, { weekday, month: "long", day: "numeric", ...time }, at);
      const clock = `${part("hour")}:${part("minute")}`;
      return language === "ko"
        ? `${part("month")} ${part("day")}일(${part("weekday")}) ${clock}`
        : `${part("weekday")} ${part("day")} ${part("month")}, ${clock}`;
    },
    /** `27 Nov 2026, 18:00`, `2026-11-27 18:00`: for the columns of tables. */
    short(at: Date): string {
      const month = language === "ko" ? "2-digit" : "short";
      const day = language === "ko" ? "2-digit" : "numeric";
      const part = partsOf(language, zone, { year: "numeric", month, day, ...time }, at);
      const clock = `${part("hour")}:${part("minute")}`;
      const two = (text: string) => text.replace(/\D/g, "").padStart(2, "0");
      return language === "ko"
        ? `${part("year")}-${two(part("month"))}-${two(part("day"))} ${clock}`
        : `${part("day")} ${part("month")} ${part("year")}, ${clock}`;
    },
    /** `Asia/Seoul (UTC+09:00)`. */
    zone(at: Date): string {
      const part = partsOf("en", zone, { timeZoneName: "longOffset" }, at);
      const offset = part("timeZoneName").replace("GMT", "");
      return zone === "UTC" ? "UTC" : `${zone} (UTC${offset === "" ? "+00:00" : offset})`;
    },
  };
}
