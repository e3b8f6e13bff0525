import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { limits } from "./limits.ts";
import { letter } from "./mail.ts";
import { type Person, personByEmail, personById } from "./people.ts";
import { accountProblems } from "./problems.ts";
import { hashOf, newToken } from "./secrets.ts";
import type { Setting } from "./setting.ts";
import type { AccountsTables } from "./tables.ts";

/**
 * Sends a link to the new address; only what proves to be read becomes one. An address that somebody has gets no mail,
 * and the answer does not tell.
 */
export async function askEmailChange(setting: Setting, person: Person, email: string): Promise<void> {
  const { database, clock, mail, config } = setting;
  if ((await personByEmail(database.kysely, email)) !== null) return;
  const { token, hash } = newToken();
  const row = { email, hash, expires_at: new Date(clock.now().getTime() + limits.emailChange) };
  await database.kysely
    .withTables<AccountsTables>()
    .insertInto("email_change")
    .values({ person: person.id, ...row })
    .onConflict((conflict) => conflict.column("person").doUpdateSet(row))
    .execute();
  const link = `${config.url}/confirm-email#${token}`;
  await mail.send(
    letter("emailChange", { email, language: person.language }, { email, hub: new URL(config.url).host, link }),
  );
}

async function apply(transaction: Executor, token: string, now: Date): Promise<{ before: Person; email: string }> {
  const { rows } = await sql<{ person: string; email: string }>`
    delete from email_change where hash = ${hashOf(token)} and expires_at > ${now} returning person, email
  `.execute(transaction);
  const [change] = rows;
  const before = change === undefined ? null : await personById(transaction, change.person);
  if (change === undefined || before === null || (await personByEmail(transaction, change.email)) !== null) {
    throw accountProblems.error("accounts.link-invalid");
  }
  await sql`
    update person set email = ${change.email}, email_verified = true, updated_at = ${now} where id = ${before.id}
  `.execute(transaction);
  return { before, email: change.email };
}

/** Makes the new address the person's. Throws `accounts.link-invalid`. */
export const confirmEmailChange = (setting: Setting, token: string): Promise<{ before: Person; email: string }> =>
  inTransaction(setting.database, (transaction) => apply(transaction, token, setting.clock.now()));
