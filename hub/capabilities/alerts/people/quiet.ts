import { daysLater, instantOf, minutesOf, type WallTime, wallTime, weekday } from "../../../platform/zones.ts";

/** When somebody is left alone: from one time of day to another, which may be of the next day, on the days it begins. */
export interface QuietHours {
  zone: string;
  /** `22:00` */
  from: string;
  to: string;
  /** 0 Sunday to 6 Saturday. */
  days: readonly number[];
}

/** When a day's quiet hours begin and end. From a time to the same time is a whole day. */
function quietOf(day: WallTime, { zone, from, to }: QuietHours): { begins: Date; ends: Date } {
  const [begin, end] = [minutesOf(from), minutesOf(to)];
  const last = end > begin ? day : daysLater(day, 1);
  return { begins: instantOf({ ...day, minutes: begin }, zone), ends: instantOf({ ...last, minutes: end }, zone) };
}

/** The first instant from this one on at which they may be told: this one, where it is not within quiet hours. */
export function afterQuiet(instant: Date, quiet: QuietHours | null): Date {
  if (quiet === null) return instant;
  let free = instant;
  // Each turn leaves the quiet hours of at least one day; who is quiet on all days and hours is told after a week.
  for (let turn = 0; turn < 8; turn += 1) {
    const today = wallTime(free, quiet.zone);
    const within = [daysLater(today, -1), today]
      .filter((day) => quiet.days.includes(weekday(day)))
      .map((day) => quietOf(day, quiet))
      .filter(({ begins, ends }) => begins <= free && free < ends);
    if (within.length === 0) break;
    free = new Date(Math.max(...within.map(({ ends }) => ends.getTime())));
  }
  return free;
}

/** When somebody's digest comes: every day, or on one day of the week (0 Sunday), at that time. */
export interface DigestTime {
  zone: string;
  every: "day" | "week";
  day: number;
  /** `08:00` */
  at: string;
}

/** The next time for a digest after this instant. */
export function nextDigest(instant: Date, { zone, every, day, at }: DigestTime): Date {
  const today = wallTime(instant, zone);
  for (let days = 0; days <= 8; days += 1) {
    const then = { ...daysLater(today, days), minutes: minutesOf(at) };
    const due = instantOf(then, zone);
    if (due > instant && (every === "day" || weekday(then) === day)) return due;
  }
  throw new RangeError(`no digest within eight days: ${every} ${day}`);
}
