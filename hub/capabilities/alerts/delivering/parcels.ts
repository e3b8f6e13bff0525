import { BongsuError } from "@bongsu/base";
import type { ChannelKind } from "@bongsu/contracts";
import { sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import { rowsAs } from "../../../platform/database/rows.ts";
import type { Vault } from "../../../platform/secrets/index.ts";
import { channelPurpose } from "./channels.ts";
import type { Claimed } from "./claim.ts";
import type { Parcel, Target, ToldAlert } from "./parcel.ts";

/** Alerts that one message tells of one by one. */
export const shownAlerts = 50;

interface AlertRow extends Omit<ToldAlert, "title" | "body"> {
  delivery: string;
  title_en: string;
  title_ko: string;
  body_en: string;
  body_ko: string;
}

const columns = { organisation: "uuid", id: "uuid" } as const;

async function alertsOf(database: Executor, claimed: readonly Claimed[]): Promise<Map<string, ToldAlert[]>> {
  const { rows } = await sql<AlertRow>`
    select * from (
      select d.id as delivery, a.id, a.topic, a.key, a.state, a.urgency, a.title_en, a.title_ko, a.body_en, a.body_ko,
        a.link, a.facts, a.due_at as "dueAt", a.raised_at as "raisedAt", a.changed_at as "changedAt",
        row_number() over (
          partition by d.id order by a.state = 'settled', a.urgency desc, a.due_at nulls last, a.raised_at, a.id) as place
      from ${rowsAs(columns, claimed)} as c
      join alert_delivery d on d.organisation = c.organisation and d.id = c.id
      join alert a on a.organisation = d.organisation and a.id = any(d.alerts)
    ) as told where place <= ${shownAlerts} order by place
  `.execute(database);
  const found = new Map<string, ToldAlert[]>();
  for (const { delivery, title_en, title_ko, body_en, body_ko, ...row } of rows) {
    const told = found.get(delivery) ?? [];
    told.push({ ...row, title: { en: title_en, ko: title_ko }, body: { en: body_en, ko: body_ko } });
    found.set(delivery, told);
  }
  return found;
}

/** How many by urgency, for those that tell of more than they show. */
async function countsOf(database: Executor, claimed: readonly Claimed[]): Promise<Map<string, number[]>> {
  const many = claimed.filter(({ alerts }) => alerts.length > shownAlerts);
  if (many.length === 0) return new Map();
  const { rows } = await sql<{ delivery: string; urgency: number; count: number }>`
    select d.id as delivery, a.urgency, count(*)::int as count
    from ${rowsAs(columns, many)} as c
    join alert_delivery d on d.organisation = c.organisation and d.id = c.id
    join alert a on a.organisation = d.organisation and a.id = any(d.alerts) and a.state <> 'settled'
    group by 1, 2
  `.execute(database);
  const counts = new Map<string, number[]>(many.map(({ id }) => [id, [0, 0, 0, 0]]));
  for (const { delivery, urgency, count } of rows) {
    const own = counts.get(delivery);
    if (own !== undefined) own[urgency] = count;
  }
  return counts;
}

const counted = (told: readonly ToldAlert[]): number[] =>
  [0, 1, 2, 3].map((urgency) => told.filter((alert) => alert.state !== "settled" && alert.urgency === urgency).length);

interface PlaceRow {
  id: string;
  handle: string;
  name_en: string;
  name_ko: string;
  stillThere: boolean;
  kind: ChannelKind | null;
  channelName: string;
  address: string;
  secret: string | null;
  earlierSecret: string | null;
  earlierSecretUntil: Date | null;
  enabled: boolean;
}

async function placesOf(database: Executor, claimed: readonly Claimed[]): Promise<Map<string, PlaceRow>> {
  const { rows } = await sql<PlaceRow>`
    select d.id, o.handle, o.name_en, o.name_ko, c.kind, c.name as "channelName",
      c.address, c.secret, c.earlier_secret as "earlierSecret", c.earlier_secret_until as "earlierSecretUntil", c.enabled,
      d.person is null or exists (
        select 1 from membership m join person who on who.id = m.person and who.status = 'active'
        where m.organisation = d.organisation and m.person = d.person) as "stillThere"
    from ${rowsAs(columns, claimed)} as wanted
    join alert_delivery d on d.organisation = wanted.organisation and d.id = wanted.id
    join organisation o on o.id = d.organisation
    left join alert_channel c on c.organisation = d.organisation and c.id = d.channel_id
  `.execute(database);
  return new Map(rows.map((row) => [row.id, row]));
}

const opened = (vault: Vault, purpose: string, sealed: string): string =>
  Buffer.from(vault.open(purpose, sealed)).toString("utf8");

function secretsOf(vault: Vault, now: Date, channel: string, row: PlaceRow): Pick<Target, "url" | "secrets" | "fault"> {
  const earlier = row.earlierSecretUntil !== null && row.earlierSecretUntil > now ? row.earlierSecret : null;
  try {
    const url = opened(vault, channelPurpose("address", channel), row.address);
    const secrets = [row.secret, earlier]
      .filter((sealed) => sealed !== null)
      .map((sealed) => opened(vault, channelPurpose("secret", channel), sealed));
    return { url, secrets, fault: null };
  } catch (error) {
    // One channel that does not open is no reason for the others to wait.
    if (error instanceof BongsuError) return { url: "", secrets: [], fault: error.problem };
    throw error;
  }
}

/** Opens each channel once for a batch. */
function targets(vault: Vault, now: Date) {
  const known = new Map<string, Target>();
  return (channel: string | null, row: PlaceRow): Target | null => {
    if (channel === null || row.kind === null) return null;
    const before = known.get(channel);
    if (before !== undefined) return before;
    const { kind, channelName: name, enabled } = row;
    const target = { id: channel, kind, name, enabled, ...secretsOf(vault, now, channel, row) };
    known.set(channel, target);
    return target;
  };
}

/**
 * Puts together what is sent: the alerts as they are now, the channel as it is now. In a few statements for all.
 * `zone` is the hub's, of those who chose none.
 */
export async function parcelsOf(
  database: Executor,
  { vault, now, zone }: { vault: Vault; now: Date; zone: string },
  claimed: readonly Claimed[],
): Promise<Parcel[]> {
  if (claimed.length === 0) return [];
  const [alerts, counts, places] = [
    await alertsOf(database, claimed),
    await countsOf(database, claimed),
    await placesOf(database, claimed),
  ];
  const targetOf = targets(vault, now);
  return claimed.flatMap((one) => {
    const place = places.get(one.id);
    // The organisation was removed meanwhile, and the delivery with it.
    if (place === undefined) return [];
    const told = alerts.get(one.id) ?? [];
    return {
      ...one,
      zone: one.zone ?? zone,
      handle: place.handle,
      organisationName: { en: place.name_en, ko: place.name_ko },
      told,
      counts: counts.get(one.id) ?? counted(told),
      target: targetOf(one.channelId, place),
      stillThere: place.stillThere,
    };
  });
}
