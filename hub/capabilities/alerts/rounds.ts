import type { Hub } from "../../kernel/index.ts";
import { type Rounds, startRounds } from "../../platform/rounds.ts";
import { exposureChannel } from "../exposure/index.ts";
import { escalateDue } from "./clocks/escalate.ts";
import { drainExposures } from "./exposure/drain.ts";
import type { AlertGround } from "./ground.ts";
import { handOverDue } from "./on-call/hand-over.ts";
import { makeDigests } from "./people/digests.ts";

export const alertGround = ({ database, clock, config }: Pick<Hub, "database" | "clock" | "config">): AlertGround => ({
  database,
  clock,
  zone: config.zone,
});

/** Alerts follow the exposures, soon after every change. */
export const startAlerts = (hub: Hub, onError: (error: unknown) => void): Promise<Rounds> =>
  startRounds({
    database: hub.database,
    channel: exposureChannel,
    run: () => drainExposures(alertGround(hub)),
    onError,
  });

/** What comes with time: hand-overs of those on call, escalations, digests. To be done every minute. */
export async function keepAlertClocks(hub: Pick<Hub, "database" | "clock" | "config">): Promise<void> {
  const ground = alertGround(hub);
  for (const work of [handOverDue, escalateDue, makeDigests]) while (await work(ground));
}
