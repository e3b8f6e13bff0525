import { systemClock } from "../../../../platform/clock.ts";
import { readConfig } from "../../../../platform/config.ts";
import { openServer } from "../../../../platform/database/server.ts";
import { mailerOf } from "../../../../platform/mail/index.ts";
import { guardOf } from "../../../../platform/net/index.ts";
import { openVault } from "../../../../platform/secrets/index.ts";
import { alertsOf } from "../../raise.ts";
import { startSender } from "../sender.ts";

/** A process of its own that does nothing but send; told by the environment, as a hub is, and `LEASE` in milliseconds. */
const config = readConfig(process.env);
const database = await openServer(config.databaseUrl ?? "", 5);
const sender = await startSender(
  {
    config,
    database,
    clock: systemClock,
    vault: openVault(config),
    net: guardOf({ allow: config.allowPrivateAddresses ?? [] }),
    mail: mailerOf(config, { info: () => {} }),
    alerts: alertsOf(config),
  },
  { onError: (error) => console.error(error), lease: Number(process.env.LEASE ?? 60_000) },
);
process.on("SIGTERM", async () => {
  await sender.stop();
  await database.close();
  process.exit(0);
});
