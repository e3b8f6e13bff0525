import type { Parcel, ToldAlert } from "./parcel.ts";
import { absolute, alertMarking, urgencyWord } from "./told.ts";

/** The body's version: it changes when a member goes or changes its meaning, not when one is added. */
export const webhookVersion = 1;

/** Characters of JSON that one alert's facts may take; more of them are in the hub. */
const longestFacts = 8_000;

const factsOf = (facts: Record<string, unknown>): Record<string, unknown> | null =>
  JSON.stringify(facts).length <= longestFacts ? facts : null;

const alertOf = (url: string, language: Parcel["language"], alert: ToldAlert) => ({
  id: alert.id,
  topic: alert.topic,
  key: alert.key,
  urgency: urgencyWord(alert.urgency),
  state: alert.state,
  title: alert.title[language],
  body: alert.body[language],
  titles: alert.title,
  bodies: alert.body,
  link: absolute(url, alert.link),
  dueAt: alert.dueAt?.toISOString() ?? null,
  raisedAt: alert.raisedAt.toISOString(),
  changedAt: alert.changedAt.toISOString(),
  facts: factsOf(alert.facts),
});

/**
 * The body of a webhook (Standard Webhooks 1.0.0, “Payload structure”); described in docs/webhooks.md. `url` is the
 * hub's. It is written anew at each try, so that it says how things stand when it arrives.
 */
export function webhookBody(url: string, parcel: Parcel): string {
  return JSON.stringify({
    type: `alert.${parcel.notice.replaceAll("-", "_")}`,
    timestamp: parcel.createdAt.toISOString(),
    version: webhookVersion,
    data: {
      delivery: parcel.id,
      notice: parcel.notice,
      organisation: {
        handle: parcel.handle,
        name: parcel.organisationName[parcel.language],
        names: parcel.organisationName,
      },
      channel: parcel.target?.name ?? null,
      marking: alertMarking,
      alertCount: parcel.alerts.length,
      alerts: parcel.told.map((alert) => alertOf(url, parcel.language, alert)),
    },
  });
}
