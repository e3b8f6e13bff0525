import type { AlertTopic, alertChannel, ChannelKind } from "@bongsu/contracts";
import { sql } from "kysely";
import type { z } from "zod";
import type { Config } from "../../../platform/config.ts";
import type { Executor } from "../../../platform/database/database.ts";
import { takeTurn } from "../../../platform/database/turns.ts";
import type { SealedColumn, Vault } from "../../../platform/secrets/index.ts";
import { deliveryProblems } from "./problems.ts";
import { urgencyWord } from "./told.ts";

export type Channel = z.output<typeof alertChannel>;

/** Under which a channel's address and secrets are sealed. */
export const channelPurpose = (what: "address" | "secret", id: string): string => `alert-channel.${what} ${id}`;

const sealedColumn = (column: string, what: "address" | "secret"): SealedColumn => ({
  table: "alert_channel",
  keys: ["organisation", "id"],
  column,
  purpose: ({ id = "" }) => channelPurpose(what, id),
});

/** Where channels keep sealed texts. */
export const sealedChannelColumns: readonly SealedColumn[] = [
  sealedColumn("address", "address"),
  sealedColumn("secret", "secret"),
  sealedColumn("earlier_secret", "secret"),
];

export const sealed = (vault: Vault, what: "address" | "secret", id: string, text: string): string =>
  vault.seal(channelPurpose(what, id), new TextEncoder().encode(text));

/** Where it sends, for people: whatever follows the host may be a token. */
export function shownAddress(url: string): string {
  const { origin, pathname, search } = new URL(url);
  return pathname === "/" && search === "" ? origin : `${origin}/••••`;
}

/** Plain http is spoken only where the operator let the hub call addresses inside a network. */
export const plainAllowed = ({ allowPrivateAddresses }: Pick<Config, "allowPrivateAddresses">): boolean =>
  (allowPrivateAddresses ?? []).length > 0;

interface Row {
  id: string;
  kind: ChannelKind;
  name: string;
  address: string;
  language: "en" | "ko";
  topics: AlertTopic[] | null;
  leastUrgency: number;
  enabled: boolean;
  since: Date;
  earlierSecretUntil: Date | null;
  failingSince: Date | null;
  lastDeliveredAt: Date | null;
  lastProblem: string | null;
}

const columns = sql`
  c.id, c.kind, c.name, c.shown_address as address, c.language, c.topics, c.least_urgency as "leastUrgency", c.enabled,
  c.created_at as since, c.earlier_secret_until as "earlierSecretUntil", c.failing_since as "failingSince",
  c.last_delivered_at as "lastDeliveredAt", c.last_problem as "lastProblem"`;

const present = (row: Row, now: Date): Channel => ({
  ...row,
  leastUrgency: urgencyWord(row.leastUrgency),
  earlierSecretUntil: row.earlierSecretUntil !== null && row.earlierSecretUntil > now ? row.earlierSecretUntil : null,
});

/** An organisation's channels, by name. */
export async function channelsAfter(
  database: Executor,
  now: Date,
  organisation: string,
  { after, most }: { after: string; most: number },
): Promise<Channel[]> {
  const { rows } = await sql<Row>`
    select ${columns} from alert_channel c where c.organisation = ${organisation} and c.name > ${after}
    order by c.name limit ${most}
  `.execute(database);
  return rows.map((row) => present(row, now));
}

/** Throws `alerts.unknown-channel`. With `hold`, nobody changes it until the transaction ends. */
export async function findChannel(
  database: Executor,
  now: Date,
  organisation: string,
  id: string,
  { hold = false } = {},
): Promise<Channel> {
  const { rows } = await sql<Row>`
    select ${columns} from alert_channel c where c.organisation = ${organisation} and c.id = ${id}
    ${hold ? sql`for update` : sql``}
  `.execute(database);
  const [row] = rows;
  if (row === undefined) throw deliveryProblems.error("alerts.unknown-channel");
  return present(row, now);
}

/** Throws `alerts.channel-exists`. Call it with the organisation's channels held. */
export async function requireFreeName(database: Executor, organisation: string, name: string, but: string | null) {
  const { rows } = await sql`
    select 1 from alert_channel where organisation = ${organisation} and name = ${name} and id is distinct from ${but}::uuid
  `.execute(database);
  if (rows.length > 0) throw deliveryProblems.error("alerts.channel-exists", { name });
}

/** Holds an organisation's channels, those to come as well, until the transaction ends; gives how many there are. */
export async function holdChannels(transaction: Executor, organisation: string): Promise<number> {
  await takeTurn(transaction, `alert-channels ${organisation}`);
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from alert_channel where organisation = ${organisation}
  `.execute(transaction);
  return rows[0]?.count ?? 0;
}
