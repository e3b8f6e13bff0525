import { type Found, select } from "./select.ts";
import { compareMoments, type Moment, parseTimestamp } from "./timestamp.ts";

/** A timestamp of the document that could be read, and where it stands. */
export interface Dated extends Found {
  moment: Moment;
}

/** The timestamps at a path; what is not a timestamp is left out (6.1.37 reports it). */
export function timestampsOf(found: Found[]): Dated[] {
  return found.flatMap(({ path, value }) => {
    const moment = parseTimestamp(value);
    return moment === null ? [] : [{ path, value, moment }];
  });
}

/** The earliest first. */
export function inTimeOrder(dates: Dated[]): Dated[] {
  return dates.toSorted((a, b) => compareMoments(a.moment, b.moment));
}

/** The dates of the revision history, the earliest first. */
export function revisionDates(document: unknown): Dated[] {
  return inTimeOrder(timestampsOf(select(document, "$.document.tracking.revision_history[*].date")));
}
