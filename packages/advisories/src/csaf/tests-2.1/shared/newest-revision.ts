import { quote } from "@bongsu/base";
import type { CsafRule } from "../../rule.ts";
import { revisionDates, timestampsOf } from "./revision-dates.ts";
import { isReleased } from "./revisions.ts";
import { select } from "./select.ts";
import { compareMoments } from "./timestamp.ts";

/**
 * A test that in a released document (`final`, `interim`) the timestamps at these paths are not later than the newest
 * revision. `applies`: a further condition on the document.
 */
export const notAfterNewestRevision = (
  id: string,
  title: string,
  paths: string[],
  applies: (document: unknown) => boolean = () => true,
): CsafRule => ({
  id,
  group: "mandatory",
  title,
  check(document) {
    const newest = revisionDates(document).at(-1);
    if (newest === undefined || !isReleased(document) || !applies(document)) return [];
    return timestampsOf(paths.flatMap((path) => select(document, path)))
      .filter(({ moment }) => compareMoments(moment, newest.moment) > 0)
      .map(({ path, value }) => ({
        path,
        message: `${quote(value)} is later than the newest revision, of ${quote(newest.value)}`,
      }));
  },
});
