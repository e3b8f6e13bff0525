import { distrustHub, listTrustedHubs, showHubKey, trustHub } from "@bongsu/contracts";
import { type Context, operation } from "../../../kernel/index.ts";
import { hubName } from "../console.ts";
import type { BundleEntry } from "../hub.ts";
import { ownKeyFile } from "../own-key.ts";
import { forgetHub, type TrustedHub, trustedHubs, trustNamed } from "../trust.ts";
import { presentHubs } from "./present.ts";

export const showKey = operation(showHubKey, ({ database, services, clock }) =>
  ownKeyFile(database, { ...services, clock, name: hubName(services.config) }),
);

export const listHubs = operation(listTrustedHubs, async ({ database }) => ({
  items: await presentHubs(database, await trustedHubs(database)),
}));

/** The kernel's own entry tells it: who, from where, and these details. */
const noting = (context: Context) => ({
  clock: context.clock,
  identity: context.services.identity,
  record: async (_: unknown, { subject, details }: BundleEntry) => context.note({ subject, details }),
});

async function presented(context: Context, hub: TrustedHub) {
  const [shown] = await presentHubs(context.database, [hub]);
  if (shown === undefined) throw new Error("a hub that is there was not presented");
  return shown;
}

export const trust = operation(trustHub, async (context, { key, ...terms }) => {
  const file = new TextEncoder().encode(JSON.stringify(key));
  return presented(context, await trustNamed(context.database, noting(context), { file }, terms));
});

export const distrust = operation(distrustHub, async (context, { hub }) => {
  const found = await forgetHub(context.database, noting(context), hub);
  return presented(context, found);
});
