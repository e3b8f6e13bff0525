import type { Text } from "@bongsu/base";
import { exposureDecisions } from "@bongsu/contracts";
import { sql } from "kysely";
import type { AlertRef } from "../../../kernel/index.ts";
import type { Executor } from "../../../platform/database/database.ts";
import { decisionOf, lengthOf } from "../exposure/texts.ts";
import { type Kept, settleAlerts } from "../keep.ts";
import { oneLine } from "../lines.ts";
import type { Noticed } from "../telling.ts";

/** An organisation, with those of its coordinators who may know how it stands, by the organisations they work in. */
interface Watched {
  organisation: string;
  handle: string;
  name: Text;
  home: string;
  people: string[];
}

/**
 * Who hears that an organisation does not answer: its sector's coordinators and the national ones, as far as it
 * discloses at least its status to them (`docs/visibility.md`).
 */
async function watchersOf(database: Executor, organisations: readonly string[]): Promise<Watched[]> {
  const { rows } = await sql<Watched>`
    select o.id as organisation, o.handle, json_build_object('en', o.name_en, 'ko', o.name_ko) as name,
      m.organisation as home, array_agg(distinct m.person order by m.person) as people
    from organisation o
    left join disclosure ds on ds.organisation = o.id and ds.coordinator = 'sector'
    left join disclosure dn on dn.organisation = o.id and dn.coordinator = 'national'
    join membership m on (m.role = 'sector-coordinator' and m.sector = o.sector and coalesce(ds.level, 'status') <> 'nothing')
      or (m.role = 'national-coordinator' and coalesce(dn.level, 'nothing') <> 'nothing')
    join person p on p.id = m.person and p.status = 'active'
    join organisation h on h.id = m.organisation and h.status = 'active'
    where o.id = any(${[...organisations]}::uuid[]) and o.status = 'active'
    group by o.id, m.organisation order by o.id, m.organisation
  `.execute(database);
  return rows;
}

/** An alert that nobody acknowledged. */
export interface Unanswered {
  organisation: string;
  /** The vulnerability. */
  key: string;
  urgency: number;
  noticedAt: Date;
  dueAt: Date | null;
}

const keyOf = ({ organisation, key }: Pick<AlertRef, "organisation" | "key">): string => `${organisation}:${key}`;

function draftFor(alert: Unanswered, { organisation, handle, name, home, people }: Watched, now: Date): Kept {
  const vulnerability = oneLine(alert.key, 100);
  const decision = decisionOf(alert.urgency);
  const words = exposureDecisions[decision];
  const silent = lengthOf(now.getTime() - alert.noticedAt.getTime());
  const query = new URLSearchParams({ organisation: handle, vulnerability: alert.key });
  return {
    ...{
      organisation: home,
      topic: "escalation",
      key: keyOf(alert),
      people,
      urgency: alert.urgency,
      dueAt: alert.dueAt,
    },
    title: {
      en: `${oneLine(name.en, 100)} has not acknowledged ${vulnerability} (${words.en})`,
      ko: `${oneLine(name.ko, 100)}: ${vulnerability} 미확인(${words.ko})`,
    },
    body: {
      en: `${oneLine(name.en, 100)} was told of ${vulnerability} ${silent.en} ago, and nobody there has acknowledged it.\nWhat to do: ask its contact.`,
      ko: `${oneLine(name.ko, 100)}에 ${vulnerability} 취약점을 알린 지 ${silent.ko}이 지났으나 아무도 확인하지 않았습니다.\n할 일: 기관의 연락처로 확인하십시오.`,
    },
    link: `/exposure-status?${query}`,
    facts: { organisation, handle, vulnerability: alert.key, decision },
    ...{ answered: false, latest: null },
  };
}

/** What coordinators are told of these: that they are not answered, and nothing of what is run there. */
export async function escalationsOf(database: Executor, now: Date, alerts: readonly Unanswered[]): Promise<Kept[]> {
  if (alerts.length === 0) return [];
  const watchers = Map.groupBy(
    await watchersOf(database, [...new Set(alerts.map(({ organisation }) => organisation))]),
    ({ organisation }) => organisation,
  );
  return alerts.flatMap((alert) =>
    (watchers.get(alert.organisation) ?? []).map((watched) => draftFor(alert, watched, now)),
  );
}

/** What coordinators were told of these is over: somebody answered. Gives what they are to be told. */
export async function settleEscalations(
  transaction: Executor,
  now: Date,
  refs: readonly Pick<AlertRef, "organisation" | "key">[],
): Promise<Noticed[]> {
  if (refs.length === 0) return [];
  const { rows } = await sql<AlertRef>`
    select organisation, topic, key from alert
    where key = any(${refs.map(keyOf)}::text[]) and topic = 'escalation' and state <> 'settled'
  `.execute(transaction);
  return settleAlerts(transaction, now, rows);
}
