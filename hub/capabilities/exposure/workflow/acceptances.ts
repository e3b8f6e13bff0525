import type { ExposureState } from "@bongsu/contracts";
import { type RawBuilder, sql } from "kysely";
import type { Hub } from "../../../kernel/index.ts";
import type { Executor } from "../../../platform/database/database.ts";
import { inTransaction } from "../../../platform/database/transaction.ts";
import { emit } from "../../../platform/events/index.ts";
import { lockMatching } from "../locks.ts";
import { applyChange } from "./apply.ts";
import type { ExposureKey } from "./selection.ts";
import { type Held, holdExposures } from "./standing.ts";
import { countMoves, tellChange } from "./tell.ts";

/** Exposures that one transaction changes at most, so that causes need not wait for long. */
const perRound = 1_000;

interface Round {
  /** Which exposures `e`. */
  where: RawBuilder<unknown>;
  /** Asked again of each, when it is held. */
  still(held: Held): boolean;
  cause: string;
  to(held: Held): ExposureState;
  set?: Record<string, RawBuilder<unknown>>;
}

/** Changes some exposures that time, and nobody in particular, has changed. True: there may be more. */
async function changeByTime({ database, clock }: Pick<Hub, "database" | "clock">, round: Round): Promise<boolean> {
  return inTransaction(database, async (transaction) => {
    await lockMatching(transaction, "inventory");
    const now = clock.now();
    const { rows } = await sql<ExposureKey & { organisation: string }>`
      select e.organisation, e.asset, e.package_version as "packageVersion", e.vulnerability from exposure e
      where ${round.where} limit ${perRound}
    `.execute(transaction);
    const groups = [...Map.groupBy(rows, ({ organisation }) => organisation)].sort();
    for (const [organisation, keys] of groups) {
      const held = (await holdExposures(transaction, organisation, keys)).filter(round.still);
      const moves = held.map((one) => ({ ...one, to: round.to(one) }));
      const { cause, set = {} } = round;
      await applyChange(transaction, { organisation, rows: moves, cause, by: null, now, set });
      const vulnerabilities = [...new Set(held.map(({ vulnerability }) => vulnerability))];
      const told = { organisation, cause, vulnerabilities, now, ...countMoves(moves) };
      if (held.length > 0) await tellChange(transaction, (event) => emit(transaction, clock, event), told);
    }
    return rows.length === perRound;
  });
}

/** Opens again what was accepted until a time that is over. */
export async function endAcceptances(hub: Pick<Hub, "database" | "clock">): Promise<void> {
  const now = hub.clock.now();
  const round: Round = {
    where: sql`e.state = 'accepted' and e.accepted_until <= ${now}`,
    still: ({ state, acceptedUntil }) => state === "accepted" && acceptedUntil !== null && acceptedUntil <= now,
    cause: "acceptance ended",
    to: () => "new",
  };
  while (await changeByTime(hub, round));
}

/** Who left the organisation, or was suspended, sees to nothing any more. */
export async function releaseAssignments(hub: Pick<Hub, "database" | "clock">): Promise<void> {
  const round: Round = {
    where: sql`e.assignee is not null and not exists (
      select 1 from membership m join person p on p.id = m.person and p.status = 'active'
      where m.organisation = e.organisation and m.person = e.assignee)`,
    still: ({ assignee }) => assignee !== null,
    cause: "person left",
    to: ({ state }) => state,
    set: { assignee: sql`null`, assignment: sql`null` },
  };
  while (await changeByTime(hub, round));
}

const day = 24 * 3_600_000;

/** Milliseconds before the end of an acceptance at which those whom it concerns are reminded. */
const ahead = 7 * day;

interface Ending {
  organisation: string;
  vulnerability: string;
  until: Date;
  exposures: number;
  urgency: number;
  people: string[] | null;
}

const keyOf = (vulnerability: string): string => `acceptance ${vulnerability}`;

async function endingSoon(transaction: Executor, now: Date): Promise<Ending[]> {
  const soon = new Date(now.getTime() + ahead);
  const { rows } = await sql<Ending>`
    with reminded as (
      update exposure e set accepted_reminded = true
      where e.state = 'accepted' and e.accepted_until <= ${soon} and not e.accepted_reminded
      returning e.organisation, e.vulnerability, e.accepted_until, e.decision, e.accepted_by, e.assignee
    )
    select r.organisation, r.vulnerability, min(r.accepted_until) as until, count(*)::int as exposures,
      max(r.decision)::int as urgency,
      (select array_agg(distinct m.person) from membership m
        where m.organisation = r.organisation and m.person = any(array_agg(r.accepted_by) || array_agg(r.assignee)))
        as people
    from reminded r group by r.organisation, r.vulnerability
  `.execute(transaction);
  return rows;
}

/** Reminds those who accepted a risk, and those who see to it, that the time is nearly over. */
export async function remindOfAcceptances({ database, clock, alerts }: Pick<Hub, "database" | "clock" | "alerts">) {
  await inTransaction(database, async (transaction) => {
    const endings = await endingSoon(transaction, clock.now());
    const drafts = endings.map(({ organisation, vulnerability, until, exposures, urgency, people }) => {
      const date = until.toISOString().slice(0, 10);
      return {
        organisation,
        topic: "exposure" as const,
        key: keyOf(vulnerability),
        urgency,
        title: {
          en: `${vulnerability}: the acceptance of the risk ends on ${date}`,
          ko: `${vulnerability}: 위험 수용이 ${date}에 끝납니다`,
        },
        body: {
          en: `${exposures} exposures to ${vulnerability} are open again from then on. Remediate them, or accept the risk anew with a reason.`,
          ko: `그때부터 ${vulnerability} 노출 ${exposures}건이 다시 열립니다. 조치하거나 사유를 적어 다시 수용하십시오.`,
        },
        link: `/exposures?vulnerability=${encodeURIComponent(vulnerability)}&state=accepted`,
        dueAt: until,
        people,
        facts: { vulnerability, exposures, until: until.toISOString() },
      };
    });
    if (drafts.length > 0) await alerts.raise(transaction, clock, drafts);
  });
}

/** Settles reminders of what is accepted no more, or for longer by now. */
export async function settleReminders({ database, clock, alerts }: Pick<Hub, "database" | "clock" | "alerts">) {
  await inTransaction(database, async (transaction) => {
    const soon = new Date(clock.now().getTime() + ahead);
    const { rows } = await sql<{ organisation: string; vulnerability: string }>`
      with over as (
        update exposure e set accepted_reminded = false
        where e.accepted_reminded and (e.state <> 'accepted' or e.accepted_until > ${soon})
        returning e.organisation, e.asset, e.package_version, e.vulnerability
      )
      select distinct o.organisation, o.vulnerability from over o
      where not exists (
        select 1 from exposure e
        where e.organisation = o.organisation and e.vulnerability = o.vulnerability and e.accepted_reminded
          and (e.asset, e.package_version) not in (
            select w.asset, w.package_version from over w
            where w.organisation = o.organisation and w.vulnerability = o.vulnerability))
    `.execute(transaction);
    const refs = rows.map(({ organisation, vulnerability }) => ({
      organisation,
      topic: "exposure" as const,
      key: keyOf(vulnerability),
    }));
    if (refs.length > 0) await alerts.settle(transaction, clock, refs);
  });
}
