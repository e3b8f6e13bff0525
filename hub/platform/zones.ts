/** A time as a wall clock shows it: year, month (1 to 12), day, and minutes since midnight. */
export interface WallTime {
  year: number;
  month: number;
  day: number;
  minutes: number;
}

const minute = 60_000;
const day = 24 * 60;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const numeric = "numeric";
  const format = new Intl.DateTimeFormat("en-US", {
    ...{ timeZone: zone, hourCycle: "h23", calendar: "gregory", numberingSystem: "latn" },
    ...{ year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric },
  });
  formats.set(zone, format);
  return format;
}

/** Whether it is a time zone that this machine knows, by the IANA database's name. */
export function isZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** What a clock on the wall shows there. Seconds are left off. */
export function wallTime(instant: Date, zone: string): WallTime {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  return {
    ...{ year: part("year"), month: part("month"), day: part("day") },
    minutes: part("hour") * 60 + part("minute"),
  };
}

const asUtc = ({ year, month, day, minutes }: WallTime): number => Date.UTC(year, month - 1, day) + minutes * minute;

/** Milliseconds by which the zone's clocks are ahead of UTC then. */
const offset = (instant: number, zone: string): number =>
  asUtc(wallTime(new Date(instant), zone)) - Math.floor(instant / minute) * minute;

/**
 * When a clock there shows this. Where clocks are put back and show it twice: the first time. Where they are put
 * forward and never show it: as much later as they are put forward.
 */
export function instantOf(wall: WallTime, zone: string): Date {
  const guess = asUtc(wall);
  const [before, after] = [offset(guess - day * minute, zone), offset(guess + day * minute, zone)];
  const fits = [guess - Math.max(before, after), guess - Math.min(before, after)].filter(
    (instant) => instant + offset(instant, zone) === guess,
  );
  return new Date(fits[0] ?? guess - before);
}

/** The same time of day so many days later (earlier where negative); days beyond a month's end are of the next. */
export function daysLater(wall: WallTime, days: number): WallTime {
  const date = new Date(Date.UTC(wall.year, wall.month - 1, wall.day + days));
  return {
    ...{ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() },
    minutes: wall.minutes,
  };
}

/** Days since 1970-01-01, of the day alone. */
export const dayNumber = ({ year, month, day: of }: WallTime): number => Date.UTC(year, month - 1, of) / (day * minute);

/** 0 Sunday to 6 Saturday. */
export const weekday = (wall: WallTime): number => (((dayNumber(wall) + 4) % 7) + 7) % 7;

/** Minutes since midnight of `22:30`. */
export function minutesOf(time: string): number {
  const [hours = "0", minutes = "0"] = time.split(":");
  return Number(hours) * 60 + Number(minutes);
}
