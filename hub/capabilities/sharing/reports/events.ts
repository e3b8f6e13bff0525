import type { Marked } from "@bongsu/markings";
import type { EventDraft } from "../../../platform/events/index.ts";
import type { Report } from "./store.ts";
import type { ReportAction } from "./tables.ts";

/** A marking as an event bears it. */
export const eventMarking = ({ audience, ...marked }: Marked): EventDraft["marking"] => ({
  ...marked,
  audienceOrganisations: audience.organisations,
  audienceCircles: audience.circles,
});

/**
 * What happened to a report. It bears the report's marking, and of the report itself says next to nothing: what is read
 * later is read under the rule as it is then.
 */
export const reportEvent = ({ id, kind, revision, marked }: Report, what: ReportAction | "published"): EventDraft => ({
  kind: `sharing.report-${what}`,
  organisation: marked.owner,
  subject: { kind: "report", id },
  data: { kind, revision },
  marking: eventMarking(marked),
});
