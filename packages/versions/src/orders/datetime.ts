import { compareText } from "../characters.ts";
import { defineOrder } from "../order.ts";

interface Instant {
  /** Seconds since 0000-01-01T00:00:00Z, a day more than the earliest that can be written. */
  seconds: number;
  /** Digits after the point, without zeros at the end. */
  fraction: string;
}

const form = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:Z|([+-])(\d\d):(\d\d))$/;
const daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** RFC 3339 §5.6, with the capital `T` and `Z` of VERS's canonical form. */
function parseDatetime(text: string): Instant | null {
  const match = form.exec(text);
  if (match === null) return null;
  const numbers = [1, 2, 3, 4, 5, 6, 9, 10].map((group) => Number(match[group] ?? "0"));
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, offsetHours = 0, offsetMinutes = 0] = numbers;
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 60) return null;
  if (offsetHours > 23 || offsetMinutes > 59) return null;
  const before = daysBefore[month - 1] ?? 0;
  const leapDay = isLeap(year) ? 1 : 0;
  if (day > (daysBefore[month] ?? 0) - before + (month === 2 ? leapDay : 0)) return null;
  const years = year - 1;
  const leapYears = year === 0 ? 0 : Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400) + 1;
  const days = year * 365 + leapYears + before + (month > 2 ? leapDay : 0) + day;
  const offset = (offsetHours * 60 + offsetMinutes) * (match[8] === "-" ? -1 : 1);
  return {
    seconds: ((days * 24 + hour) * 60 + minute - offset) * 60 + second,
    fraction: withoutTrailingZeros(match[7] ?? ""),
  };
}

function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (digits.charCodeAt(end - 1) === 48) end--;
  return digits.slice(0, end);
}

/** VERS `datetime`: an instant; two ways of writing the same one are equal. */
export const datetime = defineOrder<Instant>({
  name: "datetime",
  parse: parseDatetime,
  compare: (a, b) => a.seconds - b.seconds || compareText(a.fraction, b.fraction),
  write(key, { seconds, fraction }) {
    key.number(String(seconds));
    key.text(fraction);
  },
});
