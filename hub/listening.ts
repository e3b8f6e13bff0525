import type { Accounts } from "./capabilities/accounts/index.ts";
import { activePerson, isKeyAlive } from "./capabilities/members/index.ts";
import type { Actor, Hub } from "./kernel/index.ts";

/** Whether who follows the events could still begin to: his session or key lives, he and his organisation are active. */
export const stillMay =
  (hub: Hub, accounts: Accounts) =>
  async (actor: Actor): Promise<boolean> => {
    if (actor.kind === "anonymous") return false;
    if (actor.kind === "service") return isKeyAlive(hub.database.kysely, actor.key, hub.clock.now());
    const { kysely } = hub.database;
    if ((await activePerson(kysely, actor.person)) === null) return false;
    return (await accounts.sessionsOf(kysely, actor.person)).some(({ id }) => id === actor.session);
  };
