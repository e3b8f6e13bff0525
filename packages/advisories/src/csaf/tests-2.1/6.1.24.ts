import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { isText, member } from "./shared/json.ts";
import { repeated } from "./shared/repeated.ts";
import { select, selectFrom } from "./shared/select.ts";
import { parseTimestamp } from "./shared/timestamp.ts";

/** The party and the moment of an involvement; one without a date is at no moment that another could share. */
function partyAndMoment(involvement: unknown): string | null {
  const party = member(involvement, "party");
  const moment = parseTimestamp(member(involvement, "date"));
  return isText(party) && moment !== null ? JSON.stringify([party, moment.seconds, moment.fraction]) : null;
}

/** CSAF 2.1, section 6.1.24. */
export const rule: CsafRule = {
  id: "6.1.24",
  group: "mandatory",
  title: "Multiple Definition in Involvements",
  check(document) {
    return select(document, "$.vulnerabilities[*]").flatMap((vulnerability) =>
      repeated(selectFrom(vulnerability, "$.involvements[*]"), ({ value }) => partyAndMoment(value)).map(
        ({ path, value }) => ({
          path,
          message: `party ${quote(member(value, "party"))} is involved more than once at ${quote(member(value, "date"))}`,
        }),
      ),
    );
  },
};
