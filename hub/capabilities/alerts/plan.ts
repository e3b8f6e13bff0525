import type { AlertNotice } from "@bongsu/contracts";
import { type Preference, usualPreference, waysOf } from "./people/preference.ts";
import { afterQuiet, nextDigest } from "./people/quiet.ts";
import type { Audience, Place, Reader } from "./people/readers.ts";
import type { Noticed, Telling } from "./telling.ts";

/** A digest that comes then, if nothing is sent before. */
export interface PlannedDigest {
  organisation: string;
  person: string;
  dueAt: Date;
}

export interface Plan {
  tellings: Telling[];
  digests: PlannedDigest[];
}

export interface Circumstances {
  now: Date;
  /** The hub's own time zone: of those who named none. */
  zone: string;
  audiences: ReadonlyMap<string, Audience>;
  /** For each organisation, the people who are on call now. */
  onCall: ReadonlyMap<string, ReadonlySet<string>>;
}

/** SSVC's immediate. */
const immediate = 3;

/** More than so many notices of one kind for one recipient go as one. */
const single = 3;

/** Alerts that one delivery names at most. */
const most = 100;

/** One alert for one recipient, before it is bundled with others. */
interface Part extends Omit<Telling, "alerts"> {
  alert: string;
  urgency: number;
}

/** Whether a person of the organisation may hear of the alert at all. The database's policy on alerts says the same. */
export const mayHear = (
  alert: Pick<Noticed, "organisation" | "people">,
  reader: Pick<Reader, "organisation" | "person">,
): boolean =>
  alert.organisation === reader.organisation && (alert.people === null || alert.people.includes(reader.person));

const partFor = ({ organisation, id, notice, urgency }: Noticed) => ({ organisation, alert: id, notice, urgency });

const toPerson = (alert: Noticed, reader: Reader, zone: string) => ({
  ...partFor(alert),
  ...{ channelId: null, person: reader.person, language: reader.language, zone },
});

export const toContact = (alert: Noticed, contact: string, now: Date): Part => ({
  ...partFor(alert),
  // Nobody said which language is read there: it is the one that people have who did not choose.
  ...{ channel: "email", channelId: null, person: null, recipient: contact, language: "ko", zone: null, dueAt: now },
});

/** An administrator is told of what nobody answered: in the hub and by e-mail, at any hour. */
export const toAdministrator = (
  alert: Noticed,
  reader: Reader,
  { now, zone }: Pick<Circumstances, "now" | "zone">,
): Part[] => {
  const told = toPerson(alert, reader, reader.preference?.digest.zone ?? zone);
  return [
    { ...told, channel: "hub", recipient: reader.name, dueAt: now },
    { ...told, channel: "email", recipient: reader.email, dueAt: now },
  ];
};

const toPlace = (alert: Noticed, { id, kind, name, language }: Place, now: Date): Part => ({
  ...partFor(alert),
  ...{ channel: kind, channelId: id, person: null, recipient: name, language, zone: null, dueAt: now },
});

/** Whether a notice is worth a message of its own; that something is over is read where it stands. */
const isLoud = (notice: AlertNotice): boolean => notice !== "settled";

/** How one person is told of one alert: where it stands in any case, by e-mail at once, or with the digest. */
function forReader(
  alert: Noticed,
  reader: Reader,
  { now, zone, onCall }: Circumstances,
): { parts: Part[]; digest: Date | null } {
  const preference: Preference = reader.preference ?? usualPreference(zone);
  const involved = reader.follows || alert.people !== null;
  const urgent = alert.urgency >= immediate;
  const watching = urgent && alert.people === null && (onCall.get(alert.organisation)?.has(reader.person) ?? false);
  const way = watching ? "at-once" : waysOf(preference, alert.topic, involved)[alert.urgency];
  if (way === undefined || way === "nothing") return { parts: [], digest: null };
  const told = toPerson(alert, reader, preference.digest.zone);
  const parts: Part[] = [{ ...told, channel: "hub", recipient: reader.name, dueAt: now }];
  if (!isLoud(alert.notice)) return { parts, digest: null };
  if (way === "at-once") {
    const held = !watching && alert.urgency < preference.pierce;
    parts.push({
      ...told,
      channel: "email",
      recipient: reader.email,
      dueAt: held ? afterQuiet(now, preference.quiet) : now,
    });
  }
  return { parts, digest: way === "digest" ? nextDigest(now, preference.digest) : null };
}

/** An organisation's own places hear of what is for all of its people. */
export const toPlaces = (alert: Noticed, audience: Audience, now: Date): Part[] =>
  alert.people !== null
    ? []
    : audience.places
        .filter(({ topics, leastUrgency }) => alert.urgency >= leastUrgency && (topics?.includes(alert.topic) ?? true))
        .map((place) => toPlace(alert, place, now));

/**
 * What goes to one recipient, by one way, for one reason and at one time: one by one where it is little, else together,
 * the most urgent first.
 */
export function bundled(parts: readonly Part[]): Telling[] {
  const groups = Map.groupBy(parts, ({ organisation, channel, channelId, person, recipient, notice, dueAt }) =>
    JSON.stringify([organisation, channel, channelId, person, recipient, notice, dueAt]),
  );
  return [...groups.values()].flatMap((group) => {
    const ordered = group.toSorted((a, b) => b.urgency - a.urgency);
    const size = ordered.length > single ? most : 1;
    return Array.from({ length: Math.ceil(ordered.length / size) }, (_, index) => {
      const piece = ordered.slice(index * size, (index + 1) * size);
      const { alert: _alert, urgency: _urgency, ...telling } = piece[0] as Part;
      return { ...telling, alerts: piece.map(({ alert }) => alert) };
    });
  });
}

/**
 * Who is told of these alerts, by which way and when. An organisation's contact hears of what is immediate where nobody
 * else would at once.
 */
export function plan(alerts: readonly Noticed[], circumstances: Circumstances): Plan {
  const { now, audiences } = circumstances;
  const parts: Part[] = [];
  const digests = new Map<string, PlannedDigest>();
  for (const alert of alerts) {
    const audience = audiences.get(alert.organisation);
    if (audience === undefined) continue;
    let reached = false;
    for (const reader of audience.readers) {
      if (!mayHear(alert, reader)) continue;
      const { parts: own, digest } = forReader(alert, reader, circumstances);
      reached ||= own.some(({ channel, dueAt }) => channel === "email" && dueAt <= now);
      parts.push(...own);
      const { organisation, person } = reader;
      if (digest !== null) digests.set(`${organisation} ${person}`, { organisation, person, dueAt: digest });
    }
    parts.push(...toPlaces(alert, audience, now));
    const alone = !reached && alert.people === null && alert.urgency >= immediate && isLoud(alert.notice);
    if (alone && audience.contact !== null) parts.push(toContact(alert, audience.contact, now));
  }
  return { tellings: bundled(parts), digests: [...digests.values()] };
}
