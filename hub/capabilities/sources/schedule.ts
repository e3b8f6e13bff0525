const minute = 60_000;
const day = 24 * 60 * minute;

/** Failures in a row from which on somebody is alerted. */
export const lasting = 3;

/** A number from 0 to 1, handed in so that a test can choose it. */
export type Chance = () => number;

/** The interval, give or take a tenth: sources that were added together do not stay together. */
export const nextRun = (now: Date, intervalMinutes: number, chance: Chance): Date =>
  new Date(now.getTime() + intervalMinutes * minute * (0.9 + 0.2 * chance()));

/**
 * After a failure: a minute after the first, then twice as long each time, up to a day, of which a random part up to the
 * half is left off; never sooner than the source itself asked for (`Retry-After`, milliseconds; a day counts at most).
 */
export function nextTry(now: Date, failures: number, chance: Chance, retryAfter: number | null = null): Date {
  const wait = Math.min(day, minute * 2 ** Math.min(failures - 1, 20));
  const asked = Math.min(retryAfter ?? 0, day);
  return new Date(now.getTime() + Math.max(wait * (0.5 + 0.5 * chance()), asked));
}

/** When a refused document that did not change is tried again: an hour later, then twice as long, up to a week. */
export const nextTryOfDocument = (now: Date, tries: number): Date =>
  new Date(now.getTime() + Math.min(7 * day, 60 * minute * 2 ** Math.min(tries - 1, 20)));

/** Milliseconds that a `Retry-After` asks for (RFC 9110 §10.2.3): seconds or a date; null where it says neither. */
export function retryAfterOf(header: string | null, now: Date): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const at = /^[A-Z][a-z]{2,8},? /.test(header.trim()) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
