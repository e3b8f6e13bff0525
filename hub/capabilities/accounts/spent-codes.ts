import { sql } from "kysely";
import { limits } from "./limits.ts";
import { keyedHash } from "./secrets.ts";
import type { Setting } from "./setting.ts";

/**
 * Notes that a person brings a time-based code, before it is looked at. False where they brought it already: one who
 * looks over a shoulder, or sits in the middle, cannot use it a second time (RFC 6238 §5.2).
 */
export async function spendCode(
  { database, secret }: Setting,
  person: string,
  code: string,
  now: Date,
): Promise<boolean> {
  const expires = new Date(now.getTime() + limits.spentCode);
  await sql`delete from spent_code where person = ${person} and expires_at <= ${now}`.execute(database.kysely);
  const { rows } = await sql`
    insert into spent_code (person, hash, expires_at)
    values (${person}, ${keyedHash(secret, "spent-code", code)}, ${expires})
    on conflict do nothing returning person
  `.execute(database.kysely);
  return rows.length === 1;
}
