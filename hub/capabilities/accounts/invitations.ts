import type { Language, Text } from "@bongsu/base";
import { type Role, roles } from "@bongsu/contracts";
import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import { limits } from "./limits.ts";
import { letter } from "./mail.ts";
import { addMembership, addPerson, personByEmail } from "./people.ts";
import { accountProblems } from "./problems.ts";
import { hashOf, newToken } from "./secrets.ts";
import type { Setting } from "./setting.ts";
import type { AccountsTables } from "./tables.ts";

export interface Invitation {
  id: string;
  email: string;
  organisation: string;
  role: Role;
  /** Of a sector coordinator; null otherwise. */
  sector: string | null;
  language: Language;
  createdAt: Date;
  createdBy: string | null;
  expiresAt: Date;
}

export interface InvitationInput {
  email: string;
  organisation: string;
  role: Role;
  sector: string | null;
  language: Language;
  /** The person who invites; null for the hub itself. */
  by: string | null;
}

const columns = sql`
  i.id, i.email, i.organisation, i.role, nullif(i.sector, '') as sector, i.language, i.created_at as "createdAt",
  i.created_by as "createdBy", i.expires_at as "expiresAt"
`;

const open = (now: Date) => sql`i.accepted_at is null and i.revoked_at is null and i.expires_at > ${now}`;

/** What an invitation says of itself to whoever holds its link. */
export interface InvitationView extends Invitation {
  organisationName: Text;
  /** The address belongs to somebody already, who signs in as ever. */
  hasAccount: boolean;
}

async function nameOf(database: Executor, organisation: string): Promise<Text> {
  const { rows } = await sql<{ ko: string; en: string }>`
    select name_ko as ko, name_en as en from organisation where id = ${organisation}
  `.execute(database);
  return rows[0] ?? { ko: "", en: "" };
}

/**
 * Invites an address into an organisation with a role, by a link that works once within seven days. An open invitation
 * to the same is replaced. Whether the one who asks may invite is decided before. Mail goes with the transaction.
 */
export async function invite(setting: Setting, transaction: Executor, input: InvitationInput): Promise<Invitation> {
  const now = setting.clock.now();
  const email = input.email.toLowerCase();
  const { organisation, role, language } = input;
  const sector = input.sector ?? "";
  await sql`
    update invitation i set revoked_at = ${now}
    where i.email = ${email} and i.organisation = ${organisation} and i.role = ${role} and i.sector = ${sector}
      and ${open(now)}
  `.execute(transaction);
  const { token, hash } = newToken();
  const expiresAt = new Date(now.getTime() + limits.invitation);
  const id = newId(now);
  await transaction
    .withTables<AccountsTables>()
    .insertInto("invitation")
    .values({
      id,
      email,
      organisation,
      role,
      sector,
      language,
      hash,
      created_at: now,
      created_by: input.by,
      expires_at: expiresAt,
      accepted_at: null,
      revoked_at: null,
    })
    .execute();
  const values = {
    hub: new URL(setting.config.url).host,
    organisation: await nameOf(transaction, organisation),
    role: roles[role],
    until: expiresAt,
    link: `${setting.config.url}/invitation#${token}`,
  };
  await setting.mail.send(letter("invitation", { email, language }, values), transaction);
  return { ...input, id, email, createdAt: now, createdBy: input.by, expiresAt };
}

/** Open invitations, of one organisation or of all, the newest first. */
export async function listInvitations(
  database: Executor,
  now: Date,
  organisation: string | null = null,
): Promise<Invitation[]> {
  const { rows } = await sql<Invitation>`
    select ${columns} from invitation i
    where ${open(now)} and (${organisation}::uuid is null or i.organisation = ${organisation}::uuid)
    order by i.created_at desc, i.id
  `.execute(database);
  return rows;
}

/** Withdraws an open invitation of that organisation. Throws `accounts.unknown-invitation`. */
export async function revokeInvitation(database: Executor, now: Date, organisation: string, id: string): Promise<void> {
  const { rows } = await sql`
    update invitation i set revoked_at = ${now} where i.id = ${id} and i.organisation = ${organisation} and ${open(now)}
    returning i.id
  `.execute(database);
  if (rows.length === 0) throw accountProblems.error("accounts.unknown-invitation");
}

/** The open invitation behind a link. Throws `accounts.link-invalid`. */
export async function findInvitation(database: Executor, token: string, now: Date): Promise<InvitationView> {
  const { rows } = await sql<Invitation>`
    select ${columns} from invitation i where i.hash = ${hashOf(token)} and ${open(now)}
  `.execute(database);
  const [found] = rows;
  if (found === undefined) throw accountProblems.error("accounts.link-invalid");
  const hasAccount = (await personByEmail(database, found.email)) !== null;
  return { ...found, organisationName: await nameOf(database, found.organisation), hasAccount };
}

/** Takes up an invitation, once: the membership comes to be. False where another was faster. */
async function takeUp(transaction: Executor, invitation: Invitation, person: string, now: Date): Promise<boolean> {
  const { rows } = await sql`
    update invitation i set accepted_at = ${now} where i.id = ${invitation.id} and ${open(now)} returning i.id
  `.execute(transaction);
  if (rows.length === 0) return false;
  const { organisation, role, createdBy } = invitation;
  await addMembership(transaction, person, { organisation, role, sector: invitation.sector ?? "", by: createdBy }, now);
  return true;
}

/**
 * Takes up the invitation behind a link: adds the membership, and the person where the address belongs to nobody yet.
 * Throws `accounts.link-invalid`.
 */
export async function takeUpInvitation(
  transaction: Executor,
  token: string,
  name: string,
  now: Date,
): Promise<{ invitation: Invitation; person: string; isNew: boolean }> {
  const invitation = await findInvitation(transaction, token, now);
  const { email, language } = invitation;
  const added = await addPerson(transaction, { email, name, language }, now);
  const person = added ?? (await personByEmail(transaction, email))?.id;
  if (person === undefined || !(await takeUp(transaction, invitation, person, now))) {
    throw accountProblems.error("accounts.link-invalid");
  }
  return { invitation, person, isNew: added !== null };
}

/** Takes up every open invitation of an address that single sign-on vouches for. False where there is none. */
export async function acceptOpenInvitations(
  transaction: Executor,
  { email, name }: { email: string; name: string },
  now: Date,
): Promise<boolean> {
  const { rows } = await sql<Invitation>`
    select ${columns} from invitation i where i.email = ${email} and ${open(now)} order by i.created_at
  `.execute(transaction);
  const [first] = rows;
  if (first === undefined) return false;
  const person = await addPerson(transaction, { email, name, language: first.language }, now);
  if (person === null) return true;
  for (const invitation of rows) await takeUp(transaction, invitation, person, now);
  return true;
}
