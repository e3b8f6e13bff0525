import { type Client, createClient } from "@bongsu/client";
import { addOrganisation, type Database, korea, listOrganisations, readConfig, seat, systemClock } from "@bongsu/hub";
import { accountsSecret, type RunningHub, startHub } from "@bongsu/hub/main";
import type { CliContext } from "../context.ts";
import { type DemoPerson, emailOf, overseers, people } from "../demo-country/index.ts";
import { freePort } from "./port.ts";

/** A person of the demo who is signed in. */
export interface SignedIn extends DemoPerson {
  email: string;
  /** `name=value` */
  cookie: string;
  client: Client;
}

export interface DemoHub {
  running: RunningHub;
  /** `http://127.0.0.1:8400` */
  url: string;
  people: readonly SignedIn[];
}

/** Nothing but what the demo needs of the environment: no mail server, no single sign-on of a real hub. */
const configFor = (dataDir: string, port: number, { BONGSU_LOG_LEVEL = "error" }: NodeJS.ProcessEnv) =>
  readConfig({
    BONGSU_DATA_DIR: dataDir,
    BONGSU_PORT: String(port),
    BONGSU_URL: `http://127.0.0.1:${port}`,
    BONGSU_LOG_LEVEL,
  });

/** A client that sends a session's cookie, as a page of the hub does. */
export const clientOf = (url: string, cookie: string): Client =>
  createClient({
    url,
    fetch: (input, init = {}) => {
      const headers = new Headers(init.headers);
      headers.set("cookie", cookie);
      headers.set("origin", url);
      return fetch(input, { ...init, headers });
    },
  });

async function seatPeople({ hub }: RunningHub, { language }: CliContext): Promise<SignedIn[]> {
  const { url } = hub.config;
  for (const overseer of overseers) await addOrganisation(hub.database.kysely, systemClock, korea, overseer);
  const ids = new Map((await listOrganisations(hub.database.kysely)).map(({ handle, id }) => [handle, id]));
  const signedIn: SignedIn[] = [];
  for (const person of people) {
    const { name, roles, organisation } = person;
    const email = emailOf(person);
    const held = roles.map((role) => ({ organisation: ids.get(organisation) ?? "", role }));
    const cookie = await seat(hub, accountsSecret(hub.vault), { name: name[language], email, language, roles: held });
    signedIn.push({ ...person, email, cookie, client: clientOf(url, cookie) });
  }
  return signedIn;
}

/** Starts a hub on the country, which it owns from then on, with people signed in. The port: `BONGSU_PORT`, 8400, or a free one. */
export async function openHub(
  database: Database,
  folder: string,
  context: CliContext,
  environment: NodeJS.ProcessEnv,
): Promise<DemoHub> {
  const { port: wanted } = readConfig({ BONGSU_PORT: environment.BONGSU_PORT });
  const port = await freePort(wanted);
  const running = await startHub(configFor(folder, port, environment), { database });
  try {
    return { running, url: running.address, people: await seatPeople(running, context) };
  } catch (error) {
    await running.stop();
    throw error;
  }
}
