import { type Marked, maySee, type Viewer } from "@bongsu/markings";
import { manualClock } from "../../hub/platform/clock.ts";
import type { Executor } from "../../hub/platform/database/database.ts";
import { emit, eventsAfter } from "../../hub/platform/events/index.ts";
import type { Asker, Hub } from "./askers.ts";
import { type Seeing, seesReport } from "./rules.ts";
import type { Secrets } from "./secrets.ts";

/** Somebody's open event stream, with everything that it said so far. */
export interface Stream {
  /** Waits until the event of that number came, or the stream ended; throws where he heard what he may not know. */
  until(number: number): Promise<void>;
  /** Numbers of the events that came since the last call. */
  taken(): number[];
  isOver(): boolean;
  close(): Promise<void>;
}

/** Follows the events from the first one on; null where he is refused. Each piece is searched at the moment it comes. */
export async function follow(hub: Hub, asker: Asker, secrets: Secrets): Promise<Stream | null> {
  const { viewer, seeing, credentials } = asker;
  const { key, cookie } = credentials;
  const leaving = new AbortController();
  const response = await fetch(`${hub.address}/api/v1/events?after=0`, {
    headers: {
      ...(key == null ? {} : { authorization: `Bearer ${key}` }),
      ...(cookie === undefined ? {} : { cookie }),
    },
    signal: leaving.signal,
  });
  if (response.status !== 200 || response.body === null) return null;
  const { body } = response;
  const leaks: string[] = [];
  let [heard, read, ended] = ["", 0, false];
  let wake = () => {};
  const reading = (async () => {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of body) {
        const text = decoder.decode(chunk, { stream: true });
        leaks.push(...secrets.leaks(text, viewer, seeing()).map((leak) => `${leak} in ${text}`));
        heard += text;
        wake();
      }
    } catch {}
    ended = true;
    wake();
  })();
  const numbers = () => [...heard.matchAll(/^data: \{"number":(\d+),.*\n/gm)].map(([, number]) => Number(number));
  return {
    until: async (number) => {
      while (!ended && !numbers().includes(number)) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (leaks.length > 0) throw new Error(`${JSON.stringify(viewer)} hears of ${leaks.join("\n")}`);
    },
    taken: () => {
      const fresh = numbers().slice(read);
      read += fresh.length;
      return fresh;
    },
    isOver: () => ended,
    close: async () => {
      leaving.abort();
      await reading;
    },
  };
}

/** Tells once more of every report, under its present marking, and at last something that is everybody's: its number. */
export async function tellAgain(hub: Hub, { shared, now }: Seeing, secrets: Secrets): Promise<number> {
  const clock = manualClock(now.toISOString());
  const { kysely } = hub.database;
  for (const { id, title, revisions } of shared.reports) {
    const marked = revisions.at(-1)?.marked;
    if (marked === undefined) continue;
    const { owner, author, tlp, audience, named, embargoUntil } = marked;
    const audiences = { audienceOrganisations: audience.organisations, audienceCircles: audience.circles };
    await emit(kysely, clock, {
      kind: "sharing.revised",
      subject: { kind: "report", id },
      data: { word: secrets.word("event", `event about ${title}`, seesReport(id)) },
      marking: { owner, author, tlp, ...audiences, named, embargoUntil },
    });
  }
  const [owner = ""] = shared.world.organisations.keys();
  const end = { kind: "thing", id: "end" };
  await emit(kysely, clock, { kind: "test.end", subject: end, marking: { owner, tlp: "CLEAR" } });
  await hub.settle();
  return (await eventsAfter(kysely, 0, 10_000)).at(-1)?.number ?? 0;
}

/** The numbers of the events in the log of which the viewer may hear, by the pure rule. */
export async function expectedNumbers(database: Executor, viewer: Viewer, seeing: Seeing): Promise<number[]> {
  const events = await eventsAfter(database, 0, 10_000);
  return events
    .filter(({ marking, subject }) => {
      const { audienceOrganisations, audienceCircles, owner, ...rest } = marking;
      const audience = { organisations: audienceOrganisations, circles: audienceCircles };
      const marked: Marked = { ...rest, owner: owner ?? "", audience };
      return (
        maySee(viewer, marked, seeing.shared.world, seeing.now) &&
        (subject.kind !== "report" || seesReport(subject.id)(viewer, seeing))
      );
    })
    .map(({ number }) => number);
}
