import { letter } from "./mail.ts";
import { factorsOf, personById } from "./people.ts";
import type { Setting } from "./setting.ts";

/**
 * Sends the link by which a password is reset. Who signs in by passkey or single sign-on alone gets none: a mailbox is
 * not to be worth more than what they chose. Who has nothing to sign in with begins again by it.
 */
export async function resetLetter(setting: Setting, person: string, token: string): Promise<void> {
  const { kysely } = setting.database;
  const [found, factors] = [await personById(kysely, person), await factorsOf(kysely, person)];
  if (found === null || found.status !== "active") return;
  if (!factors.password && (factors.passkeys > 0 || factors.singleSignOn)) return;
  const hub = new URL(setting.config.url).host;
  const link = `${setting.config.url}/reset-password#${token}`;
  await setting.mail.send(letter("reset", found, { email: found.email, hub, link }));
}
