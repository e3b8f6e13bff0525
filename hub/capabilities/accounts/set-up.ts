import type { Language } from "@bongsu/base";
import { sql } from "kysely";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Executor } from "../../platform/database/database.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { addOrganisation, type CountryProfile, korea, type Organisation } from "../members/index.ts";
import { limits } from "./limits.ts";
import { checkPassword } from "./passwords.ts";
import { addMembership, addPassword, addPerson, passwordHash } from "./people.ts";
import { accountProblems } from "./problems.ts";
import { areEqual, hashOf, newCode, plainCode } from "./secrets.ts";
import type { AccountsTables } from "./tables.ts";

/** Whether nobody administers the hub yet. */
export async function needsSetUp(database: Executor): Promise<boolean> {
  const { rows } = await sql`select from membership where role = 'hub-administrator' limit 1`.execute(database);
  return rows.length === 0;
}

/**
 * While nobody administers the hub: a new code for the console, with which the first who has it sets the hub up. Good
 * for a day and ten tries; a code made before is good no more. Null once there is an administrator.
 */
export async function setUpCode(database: Database, clock: Clock): Promise<string | null> {
  if (!(await needsSetUp(database.kysely))) return null;
  const code = newCode(4, 4);
  const row = {
    hash: hashOf(plainCode(code)),
    expires_at: new Date(clock.now().getTime() + limits.setUp.valid),
    tries: 0,
  };
  await database.kysely
    .withTables<AccountsTables>()
    .insertInto("set_up")
    .values({ id: 1, ...row })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
    .execute();
  return code.toUpperCase();
}

export interface SetUpInput {
  code: string;
  organisation: Omit<Organisation, "id" | "sector"> & { sector: string };
  person: { name: string; email: string; password: string; language: Language };
  profile?: CountryProfile;
}

/** Counts the try before it looks, so that several at once get no more tries than one. */
async function isRight(database: Executor, code: string, now: Date): Promise<boolean> {
  const { rows } = await sql<{ hash: Uint8Array }>`
    update set_up set tries = tries + 1 where id = 1 and tries < ${limits.setUp.tries} and expires_at > ${now}
    returning hash
  `.execute(database);
  const given = hashOf(plainCode(code));
  return areEqual(given, rows[0]?.hash ?? hashOf("")) && rows.length === 1;
}

/** Takes the code out of the world: of several who bring it at once, one gets it. */
async function redeem(transaction: Executor, code: string): Promise<boolean> {
  const { rows } =
    await sql`delete from set_up where id = 1 and hash = ${hashOf(plainCode(code))} returning id`.execute(transaction);
  return rows.length === 1;
}

/**
 * Sets the hub up: the first organisation, the first person and their role as the hub's administrator. Of two at once
 * exactly one does it. Throws `accounts.set-up-already`, `accounts.set-up-code-wrong`, `accounts.password-*` and what
 * is wrong with the organisation (`members.*`); in the latter cases the code stays good.
 */
export async function setUp(
  database: Database,
  clock: Clock,
  { code, organisation, person, profile = korea }: SetUpInput,
): Promise<{ organisation: Organisation; person: string }> {
  if (!(await needsSetUp(database.kysely))) throw accountProblems.error("accounts.set-up-already");
  const now = clock.now();
  if (!(await isRight(database.kysely, code, now))) throw accountProblems.error("accounts.set-up-code-wrong");
  checkPassword(person.password, person);
  const hash = await passwordHash(person.password);
  return inTransaction(database, async (transaction) => {
    if (!(await redeem(transaction, code)) || !(await needsSetUp(transaction))) {
      throw accountProblems.error("accounts.set-up-already");
    }
    const added = await addOrganisation(transaction, clock, profile, organisation);
    const id = await addPerson(transaction, { ...person, email: person.email.toLowerCase() }, now);
    if (id === null) throw accountProblems.error("accounts.set-up-already");
    await addPassword(transaction, id, hash, now);
    const grant = { organisation: added.id, sector: "", by: null };
    await addMembership(transaction, id, { ...grant, role: "hub-administrator" }, now);
    await addMembership(transaction, id, { ...grant, role: "organisation-administrator" }, now);
    return { organisation: added, person: id };
  });
}
