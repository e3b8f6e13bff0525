import type { AlertTopic, AlertWay } from "@bongsu/contracts";
import type { DigestTime, QuietHours } from "./quiet.ts";

/** How somebody hears of each urgency, from 0 (defer) to 3 (immediate). */
export type Ways = readonly [AlertWay, AlertWay, AlertWay, AlertWay];

/** What somebody chose. Topics that he did not speak of are as usual. */
export interface Preference {
  topics: Partial<Record<AlertTopic, Ways>>;
  quiet: QuietHours | null;
  /** From this urgency on notices do not wait for the end of quiet hours. */
  pierce: number;
  digest: DigestTime;
}

/** What those hear who see to things: analysts and administrators, and whoever is named. */
export const usualWays: Record<AlertTopic, Ways> = {
  exposure: ["hub", "digest", "at-once", "at-once"],
  assignment: ["hub", "at-once", "at-once", "at-once"],
  comment: ["hub", "digest", "at-once", "at-once"],
  inventory: ["hub", "digest", "digest", "at-once"],
  source: ["hub", "digest", "digest", "at-once"],
  campaign: ["hub", "digest", "at-once", "at-once"],
  channel: ["hub", "digest", "at-once", "at-once"],
  nudge: ["digest", "at-once", "at-once", "at-once"],
  escalation: ["at-once", "at-once", "at-once", "at-once"],
  "on-call": ["at-once", "at-once", "at-once", "at-once"],
};

/** What those hear who only look on. */
const onlooking: Ways = ["hub", "hub", "hub", "hub"];

/** What applies to who said nothing else, in the hub's own time zone. */
export const usualPreference = (zone: string): Preference => ({
  topics: {},
  quiet: null,
  pierce: 3,
  digest: { zone, every: "day", day: 1, at: "08:00" },
});

/** How somebody hears of a topic. `involved`: who sees to such things in the organisation, or is named by the alert. */
export const waysOf = (preference: Pick<Preference, "topics">, topic: AlertTopic, involved: boolean): Ways =>
  preference.topics[topic] ?? (involved ? usualWays[topic] : onlooking);
