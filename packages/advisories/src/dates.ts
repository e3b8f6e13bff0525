const pattern =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,12}))?)?\s?([Zz]|[+-]\d{2}(?::?\d{2})?)?)?$/;

/** As RFC 3339 writes it in UTC, on a day that every month has: needs no rewriting. */
const settled = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,12})?Z$/;

/**
 * A time as ISO 8601 in UTC, `2024-05-31T09:00:00Z`; fractions of a second stay as written. Without an offset, UTC is
 * meant (CVE record format); a date alone is its first second. Null where the text is no date.
 */
export function utcTime(text: string): string | null {
  if (settled.test(text)) return text;
  const match = pattern.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour = "00", minute = "00", second = "00", fraction, offset = "Z"] = match;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return null;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return null;
  const shift = offsetMinutes(offset);
  if (shift === null) return null;
  date.setUTCHours(Number(hour), Number(minute) - shift, Number(second));
  if (date.getUTCFullYear() < 0 || date.getUTCFullYear() > 9999) return null;
  const whole = date.toISOString().slice(0, 19);
  return fraction === undefined ? `${whole}Z` : `${whole}.${fraction}Z`;
}

function offsetMinutes(offset: string): number | null {
  if (offset === "Z" || offset === "z") return 0;
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(3).replace(":", ""));
  if (hours > 23 || minutes > 59) return null;
  return (offset.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}

/** A calendar date, `2024-05-31`, of a date or a time; null where the text is neither. */
export function calendarDate(text: string): string | null {
  return utcTime(text)?.slice(0, 10) ?? null;
}

/** The zero time of Go's `time.Time`: written by publishers where they know no date. */
export const noTime = "0001-01-01T00:00:00Z";
