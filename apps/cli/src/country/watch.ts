import { type Client, createClient } from "@bongsu/client";
import { reports } from "../demo-country/index.ts";
import type { HandedOut } from "./hand-out.ts";
import type { DemoHub } from "./open-hub.ts";
import { actingFor } from "./settle-in.ts";

/** Who looks: nobody signed in, a machine by its key, a person. */
export interface Watcher {
  kind: "anyone" | "key" | "person";
  organisation: string | null;
  client: Client;
}

/** What the hub answered to one who looks. */
export interface Sight {
  watcher: Watcher;
  /** For each of the demo's reports, in their order, whether it is there. */
  reports: boolean[];
  /** Open exposures; null where only members may ask. */
  exposures: number | null;
  /** Other organisations whose status is shown. */
  others: number | null;
}

/** Those whose sight the demo compares: nobody, every key, and two people: by name sees RED, by office sees a status. */
export function watchersOf(hub: DemoHub, keys: readonly HandedOut[]): Watcher[] {
  const person = (organisation: string): Watcher => ({
    kind: "person",
    organisation,
    client: actingFor(hub, organisation).client,
  });
  return [
    { kind: "anyone", organisation: null, client: createClient({ url: hub.url }) },
    ...keys.map(({ organisation, client }): Watcher => ({ kind: "key", organisation, client })),
    person("dure-bank"),
    person("bonghwa-cert"),
  ];
}

async function exposuresOf({ client, organisation }: Watcher): Promise<number> {
  let count = 0;
  for await (const { organisation: owner } of client.exposure.listExposures.all({ limit: 200 })) {
    if (owner === organisation) count += 1;
  }
  return count;
}

async function othersOf({ client, organisation }: Watcher): Promise<number> {
  const seen = new Set<string>();
  for await (const status of client.exposure.listExposureStatus.all({ limit: 200 })) {
    seen.add(status.organisation.handle);
  }
  if (organisation !== null) seen.delete(organisation);
  return seen.size;
}

/** Asks the hub over HTTP what this one sees. */
export async function sightOf(watcher: Watcher): Promise<Sight> {
  const titles = new Set<string>();
  for await (const { title } of watcher.client.sharing.listReports.all()) titles.add(title);
  const isMember = watcher.organisation !== null;
  return {
    watcher,
    reports: reports.map(({ title }) => titles.has(title.en) || titles.has(title.ko)),
    exposures: isMember ? await exposuresOf(watcher) : null,
    others: isMember ? await othersOf(watcher) : null,
  };
}

/** How many exposures of one organisation another is shown that asks for them by name. */
export async function exposuresShown(client: Client, organisation: string): Promise<number> {
  let count = 0;
  for await (const _ of client.exposure.listExposures.all({ organisation, limit: 200 })) count += 1;
  return count;
}
