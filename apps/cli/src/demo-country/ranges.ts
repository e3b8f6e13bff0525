import type { OsvEvent } from "@bongsu/versions";

/**
 * The events of an OSV range out of intervals with blanks between them: `..2.3.1` is everything before 2.3.1,
 * `2.4..2.12.2` what is from 2.4 and before 2.12.2, `5.3.0..=5.3.39` what is from 5.3.0 up to 5.3.39 itself.
 */
export function osvEvents(intervals: string): OsvEvent[] {
  return intervals.split(" ").flatMap((interval): OsvEvent[] => {
    const [from = "", end = ""] = interval.split("..");
    const introduced = { introduced: from === "" ? "0" : from };
    return end.startsWith("=") ? [introduced, { last_affected: end.slice(1) }] : [introduced, { fixed: end }];
  });
}
