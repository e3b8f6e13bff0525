import { visibleEvents } from "../../capabilities/sharing/index.ts";
import { type Actor, type Hub, viewerOf } from "../../kernel/index.ts";
import { eventsAfter, latestNumber } from "../../platform/events/index.ts";
import type { EventLog, LiveEvent } from "./live.ts";

/** The event log of a hub, as the stream asks it. */
export function eventLogOf({ database, clock }: Hub): EventLog {
  const { kysely } = database;
  return {
    latest: () => latestNumber(kysely),
    numbersAfter: async (number, limit) => (await eventsAfter(kysely, number, limit)).map((event) => event.number),
    visible: async (actors: readonly Actor[], numbers) => {
      const [first, last] = [numbers[0], numbers.at(-1)];
      if (first === undefined || last === undefined) return actors.map(() => []);
      const events = new Map<number, LiveEvent>(
        (await eventsAfter(kysely, first - 1, last - first + 1)).map(({ marking: _, organisation: __, ...event }) => [
          event.number,
          event,
        ]),
      );
      const seen = await visibleEvents(kysely, actors.map(viewerOf), numbers, clock.now());
      return seen.map((some) => some.flatMap((number) => events.get(number) ?? []));
    },
  };
}
