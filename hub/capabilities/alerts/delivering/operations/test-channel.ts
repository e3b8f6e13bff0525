import { testChannel as contract, type OutputOf } from "@bongsu/contracts";
import { sql } from "kysely";
import { type Hub, operation, type Services } from "../../../../kernel/index.ts";
import type { Clock } from "../../../../platform/clock.ts";
import type { Executor } from "../../../../platform/database/database.ts";
import { newId } from "../../../../platform/ids.ts";
import { findOrganisation } from "../../../members/index.ts";
import { findChannel } from "../channels.ts";
import { type Claimed, claimedColumns } from "../claim.ts";
import { parcelsOf } from "../parcels.ts";
import { deliveryProblems } from "../problems.ts";
import { send } from "../send.ts";
import { settleOutcomes } from "../settle.ts";

type Told = OutputOf<typeof contract>;

/** Tests of one organisation within a minute. */
const limit = 10;

/** Milliseconds after which a test whose process was killed is sent by another. */
const lease = 60_000;

async function requireFew(database: Executor, now: Date, organisation: string): Promise<void> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from alert_delivery
    where organisation = ${organisation} and notice = 'test' and created_at > ${new Date(now.getTime() - 60_000)}
  `.execute(database);
  if ((rows[0]?.count ?? 0) >= limit) throw deliveryProblems.error("alerts.too-many-tests", { limit });
}

const untold = { delivered: false, status: null, milliseconds: 0, answer: null, problem: null };

/** Sends what the transaction put into the log, and says what came of it. */
async function sendNow(hub: Services & { clock: Clock }, told: Told): Promise<Told> {
  const { database, vault, clock, config } = hub;
  const { rows } = await sql<Claimed>`
    select ${claimedColumns} from alert_delivery d where d.id = ${told.delivery} and d.state = 'sending'
  `.execute(database.requests);
  const [parcel] = await parcelsOf(database.requests, { vault, now: clock.now(), zone: config.zone }, rows);
  if (parcel === undefined) return told;
  const started = performance.now();
  const result = await send(hub satisfies Hub, parcel);
  const milliseconds = Math.round(performance.now() - started);
  // A test is told at once and not tried again.
  const final = result.outcome === "retry" ? { ...result, outcome: "failed" as const } : result;
  await settleOutcomes({ ...hub, chance: () => 0 }, [{ parcel, result: final, at: clock.now(), milliseconds }]);
  const { status, answer, problem } = result;
  return {
    delivery: told.delivery,
    delivered: result.outcome === "delivered",
    status,
    milliseconds,
    answer,
    problem: problem === null ? null : { code: problem.code, message: problem.message, fix: problem.fix },
  };
}

export const testChannel = operation(
  contract,
  async (context, { organisation, channel }) => {
    const { database, now } = context;
    const { id } = await findOrganisation(database, organisation);
    const { kind, name, language } = await findChannel(database, now, id, channel, { hold: true });
    await requireFew(database, now, id);
    const delivery = newId(now);
    await sql`
      insert into alert_delivery (organisation, id, alerts, notice, channel, channel_id, recipient, language, state,
        created_at, due_at, attempts, lease, leased_until)
      values (${id}, ${delivery}, '{}', 'test', ${kind}, ${channel}, ${name}, ${language}, 'sending', ${now}, ${now}, 1,
        ${newId(now)}, ${new Date(now.getTime() + lease)})
    `.execute(database);
    context.note({ subject: { kind: "alert-channel", id: channel }, details: { delivery } });
    return { delivery, ...untold };
  },
  { after: sendNow },
);
