import { sql } from "kysely";
import type { Accounts } from "./capabilities/accounts/index.ts";
import { activePerson } from "./capabilities/members/index.ts";
import type { Actor, Hub } from "./kernel/index.ts";

async function isKeyAlive({ database, clock }: Hub, key: string): Promise<boolean> {
  const now = clock.now();
  const { rows } = await sql`
    select from api_key k
    join service_account a on a.organisation = k.organisation and a.id = k.service_account and a.disabled_at is null
    join organisation o on o.id = k.organisation and o.status = 'active'
    where k.id = ${key} and k.expires_at > ${now} and (k.revoked_at is null or k.revoked_at > ${now})
  `.execute(database.kysely);
  return rows.length > 0;
}

/** Whether who follows the events could still begin to: his session or key lives, he and his organisation are active. */
export const stillMay =
  (hub: Hub, accounts: Accounts) =>
  async (actor: Actor): Promise<boolean> => {
    if (actor.kind === "anonymous") return false;
    if (actor.kind === "service") return isKeyAlive(hub, actor.key);
    const { kysely } = hub.database;
    if ((await activePerson(kysely, actor.person)) === null) return false;
    return (await accounts.sessionsOf(kysely, actor.person)).some(({ id }) => id === actor.session);
  };
