import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { isText } from "./shared/json.ts";
import { select } from "./shared/select.ts";
import { isTimestamp } from "./shared/timestamp.ts";

const timestamps = [
  "$.document.tracking.current_release_date",
  "$.document.tracking.generator.date",
  "$.document.tracking.initial_release_date",
  "$.document.tracking.revision_history[*].date",
  "$.vulnerabilities[*].disclosure_date",
  "$.vulnerabilities[*].discovery_date",
  "$.vulnerabilities[*].first_known_exploitation_dates[*].date",
  "$.vulnerabilities[*].first_known_exploitation_dates[*].exploitation_date",
  "$.vulnerabilities[*].flags[*].date",
  "$.vulnerabilities[*].involvements[*].date",
  "$.vulnerabilities[*].metrics[*].content.epss.timestamp",
  "$.vulnerabilities[*].metrics[*].content.ssvc_v2.timestamp",
  "$.vulnerabilities[*].remediations[*].date",
  "$.vulnerabilities[*].threats[*].date",
];

/** CSAF 2.1, section 6.1.37, by the rules of section 2.3. */
export const rule: CsafRule = {
  id: "6.1.37",
  group: "mandatory",
  title: "Date and Time",
  check(document) {
    return timestamps
      .flatMap((path) => select(document, path))
      .filter(({ value }) => isText(value) && !isTimestamp(value))
      .map(({ path, value }) => ({
        path,
        message: `${quote(value)} is not a date and time (RFC 3339, no leap second)`,
      }));
  },
};
