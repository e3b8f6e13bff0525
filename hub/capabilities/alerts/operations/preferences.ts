import {
  type AlertTopic,
  alertTopics,
  changeAlertPreferences as changing,
  type ExposureDecision,
  showAlertPreferences as showing,
  weekdays,
} from "@bongsu/contracts";
import { sql } from "kysely";
import type { z } from "zod";
import { type Context, operation } from "../../../kernel/index.ts";
import { isZone } from "../../../platform/zones.ts";
import { decisions } from "../../exposure/index.ts";
import { type Preference, usualPreference, type Ways, waysOf } from "../people/preference.ts";
import { preferenceOfPerson, setPreference } from "../people/preferences.ts";
import { alertProblems } from "../problems.ts";

type Shown = z.output<typeof showing.output>;
type Days = Shown["digest"]["day"];
type WaysByUrgency = Shown["topics"][number]["ways"];

const days = Object.keys(weekdays) as Days[];
const topics = Object.keys(alertTopics) as AlertTopic[];

const byUrgency = (ways: Ways): WaysByUrgency =>
  Object.fromEntries(decisions.map((word, urgency) => [word, ways[urgency]])) as WaysByUrgency;

const inOrder = (ways: WaysByUrgency): Ways => decisions.map((word) => ways[word]) as unknown as Ways;

const never = decisions.length;

function present(preference: Preference): Shown {
  const { quiet, pierce, digest } = preference;
  return {
    zone: digest.zone,
    quiet:
      quiet === null
        ? null
        : { from: quiet.from, to: quiet.to, days: quiet.days.flatMap((number) => days[number] ?? []) },
    pierce: pierce === never ? "never" : (decisions[pierce] as ExposureDecision),
    digest: { every: digest.every, day: days[digest.day] ?? "monday", at: digest.at },
    topics: topics.map((topic) => ({
      topic,
      ways: byUrgency(waysOf(preference, topic, true)),
      chosen: preference.topics[topic] !== undefined,
    })),
  };
}

function personOf({ actor }: Pick<Context, "actor">): string {
  if (actor.kind !== "person") throw alertProblems.error("alerts.not-permitted-to-machines");
  return actor.person;
}

const preferenceNow = async ({ database, services }: Context, person: string): Promise<Preference> =>
  (await preferenceOfPerson(database, person)) ?? usualPreference(services.config.zone);

export const showPreferences = operation(showing, async (context) =>
  present(await preferenceNow(context, personOf(context))),
);

export const changePreferences = operation(changing, async (context, change) => {
  const { database, now } = context;
  const person = personOf(context);
  await sql`select 1 from person where id = ${person} for no key update`.execute(database);
  const before = await preferenceNow(context, person);
  context.expect(present(before));
  const { zone = before.digest.zone, pierce, digest } = change;
  if (!isZone(zone)) throw alertProblems.error("alerts.invalid-zone", { zone });
  const quiet =
    change.quiet === undefined
      ? before.quiet
      : change.quiet && { ...change.quiet, days: change.quiet.days.map((day) => days.indexOf(day)) };
  const chosen = { ...before.topics };
  for (const { topic, ways } of change.topics ?? []) {
    if (ways === null) delete chosen[topic];
    else chosen[topic] = inOrder(ways);
  }
  const after: Preference = {
    topics: chosen,
    quiet: quiet && { ...quiet, zone },
    pierce: pierce === undefined ? before.pierce : pierce === "never" ? never : decisions.indexOf(pierce),
    digest: { ...(digest === undefined ? before.digest : { ...digest, day: days.indexOf(digest.day) }), zone },
  };
  await setPreference(database, now, person, after);
  context.note({ subject: { kind: "person", id: person } });
  return present(after);
});
