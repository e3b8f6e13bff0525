/** A moment: whole seconds since 1970 and the fraction's digits, however many there are. */
export interface Moment {
  seconds: number;
  fraction: string;
}

const form = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:Z|([+-])(\d{2}):(\d{2}))$/;

/**
 * Reads a timestamp by the rules of CSAF 2.1, section 2.3: RFC 3339, section 5.6, with `T` and `Z` in upper case, a
 * zone, and no leap second. Null where it is not one.
 */
export function parseTimestamp(value: unknown): Moment | null {
  const match = typeof value === "string" ? form.exec(value) : null;
  if (match === null) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    ...[number, number, number],
    ...[number, number, number],
  ];
  const [, , , , , , , fraction = "", sign, zoneHour = "0", zoneMinute = "0"] = match;
  const dayStart = new Date(0);
  dayStart.setUTCFullYear(year, month - 1, day);
  const dayExists = dayStart.getUTCMonth() === month - 1 && dayStart.getUTCDate() === day;
  if (!dayExists || hour > 23 || minute > 59 || second > 59) return null;
  if (Number(zoneHour) > 23 || Number(zoneMinute) > 59) return null;
  const offset = (Number(zoneHour) * 60 + Number(zoneMinute)) * (sign === "-" ? -60 : 60);
  const seconds = dayStart.getTime() / 1000 + hour * 3600 + minute * 60 + second - offset;
  return { seconds, fraction: fraction.replace(/0+$/, "") };
}

export const isTimestamp = (value: string): boolean => parseTimestamp(value) !== null;

/** Negative, zero, positive: `a` earlier than, at, later than `b`. */
export function compareMoments(a: Moment, b: Moment): number {
  if (a.seconds !== b.seconds) return a.seconds - b.seconds;
  if (a.fraction === b.fraction) return 0;
  return a.fraction < b.fraction ? -1 : 1;
}
