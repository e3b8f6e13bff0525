import type { Language } from "@bongsu/base";
import { type Client, createClient } from "@bongsu/client";
import { type DemoKey, demoKeys } from "../demo-country/index.ts";
import type { DemoHub } from "./open-hub.ts";
import { actingFor } from "./settle-in.ts";

/** A key that was made for this run, and a client that uses it. */
export interface HandedOut extends DemoKey {
  token: string;
  client: Client;
}

/** A service account and a key for each kind of member, made by its administrator over HTTP. */
export async function handOutKeys(hub: DemoHub, language: Language): Promise<HandedOut[]> {
  const handedOut: HandedOut[] = [];
  for (const key of demoKeys) {
    const { organisation, role, name, scopes } = key;
    const { keys } = actingFor(hub, organisation).client;
    const account = await keys.createAccount({ organisation, role, name: name[language] });
    const { token } = await keys.createKey({ organisation, account: account.id, scopes: [...scopes], days: 7 });
    handedOut.push({ ...key, token, client: createClient({ url: hub.url, key: token }) });
  }
  return handedOut;
}
