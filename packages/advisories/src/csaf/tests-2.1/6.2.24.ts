import type { SlowCsafRule } from "../rule.ts";
import { cweReleaseDate, cweVersions } from "./shared/cwe.ts";
import { namedWeaknesses } from "./shared/cwe-mapping.ts";
import { revisionDates, timestampsOf } from "./shared/revision-dates.ts";
import { select } from "./shared/select.ts";

/** Section 6.2.24. A version that is newer than all known ones is not judged; nor is one that came out on the same day. */
export const rule: SlowCsafRule = {
  id: "6.2.24",
  group: "recommended",
  title: "Usage of Non-Latest CWE Version",
  async checkSlowly(document) {
    const named = namedWeaknesses(document).filter(({ version }) => cweVersions.includes(version));
    const day = lastRevisionDay(document);
    if (named.length === 0 || day === null) return [];
    const { latest, sameDay } = await versionsOn(day);
    return named
      .filter(({ version }) => version !== latest && !sameDay.includes(version))
      .map(({ path, version }) => ({
        path: `${path}/version`,
        message: `CWE ${version} is named; ${latest ?? "none"} was the latest when the document was last revised, on ${day}`,
      }));
  },
};

/** The day (UTC) of the last revision: its release date, or, where that cannot be read, its place in the history. */
function lastRevisionDay(document: unknown): string | null {
  const released = timestampsOf(select(document, "$.document.tracking.current_release_date")).at(0);
  const last = released ?? revisionDates(document).at(-1);
  return last === undefined ? null : new Date(last.moment.seconds * 1000).toISOString().slice(0, 10);
}

/** The version that was the latest before a day, and those that came out on it. */
async function versionsOn(day: string): Promise<{ latest: string | null; sameDay: string[] }> {
  const sameDay: string[] = [];
  for (const version of cweVersions) {
    const date = await cweReleaseDate(version);
    if (date === day) sameDay.push(version);
    else if (date !== null && date < day) return { latest: version, sameDay };
  }
  return { latest: null, sameDay };
}
