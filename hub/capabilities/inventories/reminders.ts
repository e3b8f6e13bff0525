import type { Text } from "@bongsu/base";
import { type RawBuilder, sql } from "kysely";
import type { AlertDraft, Hub } from "../../kernel/index.ts";
import type { Executor } from "../../platform/database/database.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { daysOf, freshnessAt, settingJoin } from "./freshness.ts";

/** Days for which an asset may be without any SBOM before somebody is reminded. */
const patience = 7;

/** Organisations that one transaction reminds. */
const atOnce = 500;

/** Assets that a reminder names. */
const named = 10;

const ref = (organisation: string) => ({ organisation, topic: "inventory", key: "old-inventories" }) as const;

interface Old {
  organisation: string;
  handle: string;
  stale: number;
  missing: number;
  staleNames: string[] | null;
  missingNames: string[] | null;
  owners: string[] | null;
  /** Days after which those that are stale became so. */
  shortest: number | null;
  longest: number | null;
}

/** What is old, asset by asset: that whose days are over, and that which never came. */
const oldAssets = (now: Date): RawBuilder<unknown> => sql`
  select s.organisation, s.id, s.name, s.received_at, s.owner, s.received_at is null as missing, ${daysOf} as days
  from asset s ${settingJoin}
  join organisation o on o.id = s.organisation and o.status = 'active'
  where case when s.received_at is null then s.created_at + ${sql.lit(patience)} * interval '24 hours' <= ${now}::timestamptz
    else ${freshnessAt(now)} = 'stale' end`;

const names = (which: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(array_agg(name order by received_at, name) filter (where ${which}))[1:${sql.lit(named)}]`;

/** Organisations of which something else is old than the last reminder said; they count as reminded now. */
async function takeChanged(transaction: Executor, now: Date): Promise<Old[]> {
  const { rows } = await sql<Old>`
    with old as (${oldAssets(now)}),
    summary as (
      select organisation, md5(string_agg(id::text || missing::text, ',' order by id)) as digest,
        count(*) filter (where not missing)::int as stale, count(*) filter (where missing)::int as missing,
        ${names(sql`not missing`)} as "staleNames", ${names(sql`missing`)} as "missingNames",
        array_agg(distinct owner) filter (where owner is not null) as owners,
        min(days) filter (where not missing) as shortest, max(days) filter (where not missing) as longest
      from old group by organisation
    ),
    news as (
      select n.* from summary n left join inventory_reminder r on r.organisation = n.organisation
      where r.digest is distinct from n.digest order by n.organisation limit ${atOnce}
    ),
    noted as (
      insert into inventory_reminder as r (organisation, digest) select organisation, digest from news
      on conflict (organisation) do update set digest = excluded.digest where r.digest <> excluded.digest
      returning organisation
    )
    select news.organisation, o.handle, news.stale, news.missing, news."staleNames", news."missingNames", news.owners,
      news.shortest, news.longest
    from news join noted using (organisation) join organisation o on o.id = news.organisation
  `.execute(transaction);
  return rows;
}

/** Organisations that were reminded, and have nothing old any more. */
async function takeSettled(transaction: Executor, now: Date): Promise<string[]> {
  const { rows } = await sql<{ organisation: string }>`
    with old as (${oldAssets(now)})
    delete from inventory_reminder r where not exists (select 1 from old where old.organisation = r.organisation)
    returning r.organisation
  `.execute(transaction);
  return rows.map(({ organisation }) => organisation);
}

const listOf = (some: readonly string[] | null, all: number): string =>
  `${(some ?? []).join(", ")}${all > named ? " …" : ""}`;

function bodyOf({ stale, missing, staleNames, missingNames, shortest, longest }: Old): Text {
  const since: Text =
    shortest !== null && shortest === longest
      ? { en: `Older than ${shortest} days`, ko: `${shortest}일이 지남` }
      : { en: "Out of date", ko: "갱신 필요" };
  const parts: Text[] = [
    ...(stale === 0
      ? []
      : [
          {
            en: `${since.en}: ${listOf(staleNames, stale)}.`,
            ko: `${since.ko}: ${listOf(staleNames, stale)}.`,
          },
        ]),
    ...(missing === 0
      ? []
      : [
          {
            en: `Without any SBOM: ${listOf(missingNames, missing)}.`,
            ko: `SBOM 없음: ${listOf(missingNames, missing)}.`,
          },
        ]),
    {
      en: "What is matched with new advisories is what was uploaded last. Upload a new SBOM, or have your build do so.",
      ko: "새 권고문은 마지막으로 올린 구성 목록과 대조됩니다. 새 SBOM을 올리거나 빌드에서 올리도록 설정하십시오.",
    },
  ];
  return { en: parts.map(({ en }) => en).join("\n"), ko: parts.map(({ ko }) => ko).join("\n") };
}

function draftOf(old: Old): AlertDraft {
  const { organisation, handle, stale, missing, staleNames, missingNames, owners } = old;
  const count = stale + missing;
  return {
    ...ref(organisation),
    urgency: 1,
    title: {
      en: count === 1 ? "1 inventory is to be renewed" : `${count} inventories are to be renewed`,
      ko: `구성 목록 ${count}건을 갱신해야 합니다`,
    },
    body: bodyOf(old),
    link: `/assets?organisation=${handle}&freshness=stale&freshness=missing`,
    dueAt: null,
    people: null,
    facts: { stale, missing, assets: [...(staleNames ?? []), ...(missingNames ?? [])], owners: owners ?? [] },
  };
}

/**
 * Reminds each organisation of its old inventories by one alert, which follows them: raised again where others are old,
 * settled where none is. Run twice, or by two processes at once, it says nothing twice.
 */
export async function remindOfOldInventories({ database, clock, alerts }: Pick<Hub, "database" | "clock" | "alerts">) {
  const settle = async (transaction: Executor) => {
    const settled = await takeSettled(transaction, clock.now());
    if (settled.length > 0) await alerts.settle(transaction, clock, settled.map(ref));
  };
  const remind = async (transaction: Executor): Promise<number> => {
    const changed = await takeChanged(transaction, clock.now());
    if (changed.length > 0) await alerts.raise(transaction, clock, changed.map(draftOf));
    return changed.length;
  };
  await inTransaction(database, settle);
  while ((await inTransaction(database, remind)) === atOnce);
}
